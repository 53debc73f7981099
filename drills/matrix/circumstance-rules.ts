// Ring 2 alone, where something is otherwise than in the matrix's cases: what was so before is put past every rule, in the
// transaction of the attempt, and each door asked whether it makes the difference. Links of guests: link-rules.ts.
import type { Attempt } from './attempt.ts';
import { both, type Given, type Id, put } from './given.ts';

const leaving: Pick<Attempt, 'statement' | 'values' | 'asked'> = {
  statement: `select count(*) from access.leave_membership($1, 'x')`,
  values: ({ firstPlaceId }) => [firstPlaceId],
  asked: ['responsible'],
};
const ofSecond = (set: string): Given =>
  put(`update memberships set ${set} where id = $1`, ({ secondPlaceId }) => secondPlaceId);

/** Two are responsible: one leaves, where the other stays, by themselves and as long. */
const responsibilities: readonly Attempt[] = [
  { ...leaving, says: 'leaves a case in which another stays responsible', may: ['responsible'] },
  {
    ...leaving,
    says: 'leaves a case in which another is responsible for longer',
    given: both(
      ofSecond(`ends_at = now() + interval '9 days'`),
      put(
        `update memberships set ends_at = now() + interval '8 days' where id = $1`,
        ({ firstPlaceId }) => firstPlaceId,
      ),
    ),
    may: ['responsible'],
  },
  ...(
    [
      ['for less time', ofSecond(`ends_at = now() + interval '9 days'`)],
      ['from tomorrow on', ofSecond(`starts_at = now() + interval '1 day'`)],
      [
        'standing in for somebody',
        ofSecond(`substitutes_for = (select x.substitutes_for from memberships x where x.absence_id is not null limit 1),
          absence_id = (select x.absence_id from memberships x where x.absence_id is not null limit 1)`),
      ],
      [
        'in an affiliation that has ended',
        put(
          'update affiliations set ends_at = starts_at where id = $1',
          ({ secondResponsible }) => secondResponsible,
        ),
      ],
    ] as const
  ).map(
    ([how, given]): Attempt => ({
      ...leaving,
      says: `leaves a case in which another is responsible, ${how}`,
      given,
      may: [],
    }),
  ),
];

/** The colleague is the leading social worker of the home agency. */
const colleagueLeads = put(
  `update affiliations set profession = 'consultant-social-worker' where id = $1`,
  (_, { people }) => people.colleague.affiliationId,
);
const asLeader: Pick<Attempt, 'given' | 'asked'> = { given: colleagueLeads, asked: ['colleague'] };
/** Of no case at all. */
const strayStream = '00000000-0000-4000-8000-00000000000a';

const leading: readonly Attempt[] = [
  {
    ...asLeader,
    says: 'looks which cases of the working pair are to be covered, leading the agency',
    statement: 'select count(*) from access.cases_to_cover($1)',
    values: (_, { people }) => [people.pair.affiliationId],
    may: ['colleague'],
  },
  {
    ...asLeader,
    says: 'looks which cases of the teacher are to be covered, leading another agency',
    statement: 'select count(*) from access.cases_to_cover($1)',
    values: (_, { people }) => [people.teacher.affiliationId],
    may: [],
  },
  {
    ...asLeader,
    says: 'waits for the events of a case of the agency that they lead',
    statement: 'select id from streams where id = $1',
    values: ({ caseId }) => [caseId],
    may: ['colleague'],
  },
  {
    says: 'waits for the events of a case in which nobody is of the agency that they lead',
    given: both(
      colleagueLeads,
      put(`insert into streams (id, kind) values ($1, 'case')`, () => strayStream),
    ),
    statement: 'select id from streams where id = $1',
    values: () => [strayStream],
    asked: ['colleague'],
    may: [],
  },
];

/** The colleague works in another agency, which leads a case of its own: the one in hiding. */
const agencyBeside = '00000000-0000-4000-8000-00000000000b';
const colleagueBeside: Given = ({ hiddenCaseId }, { people }) => [
  [
    `insert into agencies (id, kind, name_fi, name_sv, municipality, region) values ($1, 'child-protection', 'X', 'X', 'X', 'X')`,
    agencyBeside,
  ],
  ['update affiliations set agency_id = $2 where id = $1', people.colleague.affiliationId, agencyBeside],
  ['update cases set owner_agency_id = $2 where id = $1', hiddenCaseId, agencyBeside],
  [
    `insert into memberships (case_id, acl_key, person_id, affiliation_id, role, starts_at)
     select id, acl_key, $2, $3, 'visiting', now() - interval '1 day' from cases where id = $1`,
    hiddenCaseId,
    people.colleague.id,
    people.colleague.affiliationId,
  ],
];
const breaking: Pick<Attempt, 'statement' | 'values' | 'asked'> = {
  statement: `select count(*) from access.break_glass($1, app.affiliation(), 'Kukaan ei vastaa', 30)`,
  values: ({ caseId }) => [caseId],
  asked: ['colleague'],
};

const registers: readonly Attempt[] = [
  {
    ...breaking,
    says: 'breaks the glass of a case that is in another register',
    given: colleagueBeside,
    may: [],
  },
  {
    ...breaking,
    says: 'breaks the glass of a case that is in another register, for the second time',
    given: both(colleagueBeside, ({ caseId }, { people }) => [
      [
        `insert into memberships (case_id, acl_key, person_id, affiliation_id, role, starts_at, ends_at)
         select id, acl_key, $2, $3, 'break-glass', now() - interval '9 minutes', now() - interval '8 minutes' from cases where id = $1`,
        caseId,
        people.colleague.id,
        people.colleague.affiliationId,
      ],
    ]),
    may: [],
  },
  {
    ...breaking,
    says: 'breaks the glass as a social worker of a school',
    given: (_, { people, agencyIds }) => [
      [
        'update affiliations set agency_id = $2 where id = $1',
        people.colleague.affiliationId,
        agencyIds.school,
      ],
    ],
    may: [],
  },
];

/** The guardian's own consent, under another audience: whose it is says who knows of it. */
const consentUnder =
  (chosen: Id): Given =>
  (placed, region) => [
    [
      `update grounds set acl_key = access.audience_key($2, $3, 'coordination', 'agency', '{}', 'chosen', array[$4::uuid], '{}') where id = $1`,
      placed.consentId,
      placed.caseId,
      region.agencyIds.home,
      chosen(placed, region),
    ],
  ];
const withdrawing: Pick<Attempt, 'statement' | 'values' | 'asked'> = {
  statement: 'select (access.withdraw_own_consent($1)).id',
  values: ({ consentId }) => [consentId],
  asked: ['guardian'],
};

const consents: readonly Attempt[] = [
  {
    ...withdrawing,
    says: 'withdraws their consent that they read with the agency',
    given: consentUnder((_, { people }) => people.guardian.id),
    may: ['guardian'],
  },
  {
    ...withdrawing,
    says: 'withdraws their consent that another of the family reads',
    given: consentUnder((_, { people }) => people.close.id),
    may: [],
  },
  {
    ...withdrawing,
    says: 'withdraws their consent that they read no more',
    given: both(
      consentUnder((_, { people }) => people.guardian.id),
      ({ consentId }, { people }) => [
        [
          `update acl_members set valid = tstzrange(null, now() - interval '1 second')
           where person_id = $2 and acl_key = (select g.acl_key from grounds g where g.id = $1)`,
          consentId,
          people.guardian.id,
        ],
      ],
    ),
    may: [],
  },
  {
    ...withdrawing,
    says: 'withdraws their consent that they read in an affiliation only',
    given: both(
      consentUnder((_, { people }) => people.close.id),
      ({ consentId }, { people }) => [
        [
          `insert into acl_members (acl_key, person_id, affiliation_id, valid)
           select g.acl_key, $2, $3, '(,)' from grounds g where g.id = $1`,
          consentId,
          people.guardian.id,
          people.colleague.affiliationId,
        ],
      ],
    ),
    may: [],
  },
];

const lone: readonly Attempt[] = [
  {
    says: 'keeps a text of no case for themselves, where they act',
    // One of the family keeps one, too.
    given: (_, { people }) => [
      [
        `select access.audience_key(null, null, 'substance', 'private', '{}', 'none', '{}', array[$1::uuid])`,
        people.guardian.id,
      ],
    ],
    statement: `select access.intern_audience(null, $1, 'substance', 'private', '{}', 'none', '{}', array[app.person()])`,
    values: (_, { agencyIds }) => [agencyIds.school],
    // Whoever else could read there, and whoever could twice.
    beyond: `select count(*) from (
      select m.acl_key, m.person_id, m.affiliation_id, count(*) as times from acl_members m join audiences d on d.acl_key = m.acl_key
      where d.case_id is null group by 1, 2, 3) x
      join audiences d on d.acl_key = x.acl_key left join affiliations a on a.id = x.affiliation_id
      where x.times > 1 or x.person_id <> all (d.author_ids) or a.agency_id <> d.owner_agency_id or a.person_id <> x.person_id`,
    asked: ['teacherWhoAlsoCounsels'],
    may: ['teacherWhoAlsoCounsels'],
    // It opens nothing: the key is as good as the affiliation.
    even: { gone: ['teacherWhoAlsoCounsels'] },
  },
];

/** Of the school alone, in a case into which nobody of the school has a ground to come. */
const schoolsText = '00000000-0000-4000-8000-00000000000c';
const twoPlaces: readonly Attempt[] = [
  {
    says: 'reads a case, being of the team of another one, however both are derived',
    given: ({ caseId, twinCaseId }, { people }) => [
      [
        `insert into memberships (case_id, acl_key, person_id, affiliation_id, role, starts_at)
         select id, acl_key, $2, $3, 'team', now() - interval '1 day' from cases where id = $1`,
        twinCaseId,
        people.colleague.id,
        people.colleague.affiliationId,
      ],
      ['select access.derive_case($1)', caseId],
      ['select access.derive_case($1)', twinCaseId],
    ],
    statement: 'select id from cases where id = $1',
    values: ({ caseId }) => [caseId],
    asked: ['colleague'],
    may: [],
  },
  {
    says: 'knows of the nurse, of an agency that leads another case',
    given: ({ caseId, twinCaseId }, { agencyIds }) => [
      ['update cases set owner_agency_id = $2 where id = $1', twinCaseId, agencyIds.school],
      ['select access.derive_case($1)', caseId],
    ],
    statement: 'select id from memberships where id = $1',
    values: ({ members }) => [members.nurse],
    asked: ['teacher'],
    may: [],
  },
  {
    says: 'reads in one affiliation what another of theirs would let them into',
    given: ({ twinCaseId }, { people, agencyIds }) => [
      [
        `insert into memberships (case_id, acl_key, person_id, affiliation_id, role, starts_at)
         select case_id, acl_key, $2, $3, role, starts_at from memberships where case_id = $1 and person_id = $4`,
        twinCaseId,
        people.teacherWhoAlsoCounsels.id,
        people.teacherWhoAlsoCounsels.affiliationId,
        people.teacher.id,
      ],
      [
        `insert into entries (id, case_id, acl_key, owner_agency_id, data_class, kind, state, author_ids, affiliation_id, created_at, updated_at)
         values ($1, $2, access.audience_key($2, $3, 'education', 'agency', '{}', 'none', '{}', '{}'), $3, 'education', 'comment', 'shared',
           array[$4]::uuid[], $5, now(), now())`,
        schoolsText,
        twinCaseId,
        agencyIds.school,
        people.teacher.id,
        people.teacher.affiliationId,
      ],
    ],
    statement: 'select id from entries where id = $1',
    values: () => [schoolsText],
    may: [],
  },
];

export const circumstanceAttempts: readonly Attempt[] = [
  ...responsibilities,
  ...leading,
  ...registers,
  ...consents,
  ...lone,
  ...twoPlaces,
];
