// Ring 2 alone, the links by which guests come: whoever has the secret opens one, while everything that it speaks of holds; and
// what a first password does to them.
import type { Attempt } from './attempt.ts';
import { everybody } from './cast.ts';
import { whateverTheyActIn } from './disguises.ts';
import { both, type Given, put } from './given.ts';

/** The link of the teacher, who has no password of their own yet: whoever has its secret opens it. */
const withoutPassword = put(
  'delete from credentials where person_id = $1',
  (_, { people }) => people.teacher.id,
);
const opening: Pick<Attempt, 'statement' | 'values'> = {
  statement: 'select * from access.look_at_guest_link(uuid_send($1::uuid))',
  values: ({ linkId }) => [linkId],
};
const ofLink =
  (sql: string): Given =>
  ({ linkId }) => [[sql, linkId]];
/** The row of another table that the link speaks of. */
const spokenOf = (set: string, by: string): Given =>
  ofLink(`update ${set} where id = (select l.${by} from guest_links l where l.id = $1)`);

const links: readonly Attempt[] = [
  {
    ...opening,
    says: 'opens a link',
    given: withoutPassword,
    may: everybody,
    // Her own affiliation is the one that it leads into.
    even: {
      ...whateverTheyActIn(...everybody),
      gone: everybody.filter((who) => who !== 'teacher'),
      borrowed: everybody,
    },
  },
  { ...opening, says: 'opens a link of somebody who has a password', may: [] },
  ...(
    [
      ['that was used', ofLink('update guest_links set used_at = now() where id = $1')],
      [
        'that was revoked',
        ofLink(`update guest_links set ended_at = now(), ended_why = 'revoked' where id = $1`),
      ],
      [
        'that is too old',
        ofLink(
          `update guest_links set made_at = now() - interval '9 days', expires_at = now() - interval '1 day' where id = $1`,
        ),
      ],
      ['of somebody who has gone', spokenOf('people set ended_at = now()', 'person_id')],
      [
        'to a place that has ended',
        spokenOf('memberships set ends_at = greatest(starts_at, now())', 'membership_id'),
      ],
      [
        'of somebody whose affiliation has ended',
        spokenOf('affiliations set ends_at = greatest(starts_at, now())', 'affiliation_id'),
      ],
      [
        'to a question that was withdrawn',
        spokenOf(`contributions set status = 'withdrawn'`, 'contribution_id'),
      ],
      ['to a case that is closed', spokenOf('cases set closed_at = now()', 'case_id')],
    ] as const
  ).map(
    ([which, given]): Attempt => ({
      ...opening,
      says: `opens a link ${which}`,
      given: both(withoutPassword, given),
      asked: ['stranger'],
      may: [],
    }),
  ),
];

/** A first password ends the open links of whoever chooses it, and touches no other: these have another code then. */
const passwords: readonly Attempt[] = [
  {
    says: 'chooses a first password, and ends no link but their own open ones',
    given: (_, { people }) => [
      [
        `insert into guest_links (id, case_id, membership_id, person_id, affiliation_id, contribution_id, made_by, made_at, secret_hash, code_hash,
           expires_at, used_at, ended_at, ended_why)
         select gen_random_uuid(), l.case_id, l.membership_id, l.person_id, l.affiliation_id, l.contribution_id, l.made_by, now(), code, code,
           now() + interval '1 day', used, ended, why
         from (select * from guest_links where person_id = $1 limit 1) l, (values ('\\x01'::bytea, null::timestamptz, null::timestamptz, null),
           ('\\x02', now(), null, null), ('\\x03', null, now(), 'revoked')) x (code, used, ended, why)`,
        people.guestByLink.id,
      ],
    ],
    statement: `select access.take_first_password('x')`,
    // Their own open one is ended, and so one row is left over only where nothing else was.
    beyond: `select count(*) from guest_links l where l.ended_why = 'own-password' and l.code_hash <> '\\x01'`,
    values: () => [],
    asked: ['guestByLink'],
    may: ['guestByLink'],
    // Whoever else has none yet chooses their own.
    even: { ...whateverTheyActIn('guestByLink'), borrowed: ['guestByLink'] },
  },
];

export const linkAttempts: readonly Attempt[] = [...links, ...passwords];
