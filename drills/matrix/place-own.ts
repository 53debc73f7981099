// What is somebody's own, or of a few, beside the texts of the matrix's case: put past every rule, for ring 2 to keep.
import { randomUUID } from 'node:crypto';
import type { World } from '../../server/testing/open-world.ts';
import type { Region } from './people.ts';
import { type PlacedForDoors, placeForDoors } from './place-doors.ts';
import type { Placed } from './samples.ts';

export type PlacedForWrites = Placed &
  PlacedForDoors & {
    /** The teacher's own, private in the school. */
    readonly teachersKey: number;
    /** Of the home agency alone, and of the school alone. */
    readonly homeKey: number;
    readonly schoolKey: number;
    /** Asked of two, of whom the second only reads by now: one is known at home, the other in the school. */
    readonly pairId: string;
    /** Written by the one who only reads by now. */
    readonly hasteEntryId: string;
    /** The responsible worker's, as it was signed. */
    readonly frozenId: string;
    /** The guardian's, for everybody who takes part. */
    readonly familyTextId: string;
    readonly formId: string;
    readonly linkId: string;
    readonly handoverId: string;
  };

export const placeOwn = async (world: World, region: Region, placed: Placed): Promise<PlacedForWrites> => {
  const { people, agencyIds } = region;
  const { caseId, members } = placed;
  const one = async (statement: string, values: unknown[]): Promise<string> =>
    String(Object.values((await world.superuser(statement, values)).rows[0] ?? {})[0]);
  const keyOf = async (owner: string, scope: string, authors: string[] = []): Promise<number> =>
    Number(
      await one(`select access.audience_key($1, $2, 'education', $3, '{}', 'none', '{}', $4)`, [
        caseId,
        owner,
        scope,
        authors,
      ]),
    );
  const teachersKey = await keyOf(agencyIds.school, 'private', [people.teacher.id]);
  const homeKey = await keyOf(agencyIds.home, 'agency');
  const schoolKey = await keyOf(agencyIds.school, 'agency');
  const { affiliationId: responsible } = people.responsible;
  for (const who of [people.teacher, people.colleague])
    await world.superuser(`insert into notices (person_id, kind, case_id, at) values ($1, 'x', $2, now())`, [
      who.id,
      caseId,
    ]);
  await world.superuser(`insert into visits (person_id, case_id, at) values ($1, $2, now())`, [
    people.teacher.id,
    caseId,
  ]);
  await world.superuser(
    `insert into idempotency_keys (person_id, key, operation, result, at) values ($1, $2, 'x', '{}', now())`,
    [people.teacher.id, randomUUID()],
  );
  // Over already, so that nobody stands in for anybody.
  await world.superuser(
    `insert into absences (person_id, affiliation_id, substitute_id, substitute_affiliation_id, starts_at, ends_at, recorded_by, recorded_at)
     values ($1, $2, $3, $4, now() - interval '9 days', now() - interval '8 days', $4, now())`,
    [people.pair.id, people.pair.affiliationId, people.responsible.id, responsible],
  );
  await world.superuser(
    `insert into break_glass_attempts (at, person_id, affiliation_id, agency_id, sought_by, outcome) values (now(), $1, $2, $3, 'number', 'none')`,
    [people.counsellorInHaste.id, people.counsellorInHaste.affiliationId, agencyIds.home],
  );
  await world.superuser(
    `insert into membership_invitations (membership_id, case_id, acl_key, person_id, affiliation_id, purpose) values ($1, $2, $3, $4, null, 'x')`,
    [members.close, caseId, homeKey, people.close.id],
  );
  // To her as a counsellor of the home agency, in which she does not act here.
  await world.superuser(
    `insert into membership_invitations (membership_id, case_id, acl_key, person_id, affiliation_id, purpose) values ($1, $2, $3, $4, $5, 'x')`,
    [
      members.teacherWhoAlsoCounsels,
      caseId,
      homeKey,
      people.teacherWhoAlsoCounsels.id,
      region.others.teacherWhoAlsoCounsels,
    ],
  );
  const handoverId = await one(
    `insert into handovers (case_id, acl_key, from_membership_id, to_membership_id, brought_in, giver_becomes, message, offered_at)
     values ($1, $2, $3, $4, false, 'team', 'x', now()) returning id`,
    [caseId, homeKey, members.responsible, members.pair],
  );
  const pairId = await one(
    `insert into contributions (case_id, assessment_id, acl_key, pair_acl_key, area, contributor_ids, affiliation_id, asked_by, asked_at)
     values ($1, $2, $3, $4, 'housing', array[$5, $6]::uuid[], $7, $7, now()) returning id`,
    [
      caseId,
      placed.assessmentId,
      homeKey,
      schoolKey,
      people.pair.id,
      people.counsellorInHaste.id,
      responsible,
    ],
  );
  const homeText = (author: string, affiliationId: string | null, state: string): Promise<string> =>
    one(
      `insert into entries (case_id, acl_key, owner_agency_id, data_class, kind, state, author_ids, affiliation_id, created_at, updated_at)
       values ($1, $2, $3, 'education', 'dissent', $6, array[$4]::uuid[], $5, now(), now()) returning id`,
      [caseId, homeKey, agencyIds.home, author, affiliationId, state],
    );
  await homeText(people.colleague.id, people.colleague.affiliationId, 'shared');
  const frozenId = await homeText(people.responsible.id, responsible, 'frozen');
  const hasteEntryId = await homeText(
    people.counsellorInHaste.id,
    people.counsellorInHaste.affiliationId,
    'shared',
  );
  const familyTextId = await one(
    `insert into entries (case_id, acl_key, owner_agency_id, data_class, kind, state, author_ids, created_at, updated_at)
     select id, acl_key, owner_agency_id, 'coordination', 'comment', 'shared', array[$2::uuid], now(), now() from cases where id = $1 returning id`,
    [caseId, people.guardian.id],
  );
  const formId = await one(
    `insert into entries (acl_key, owner_agency_id, data_class, kind, author_ids, affiliation_id, about, created_at, updated_at)
     values (access.audience_key(null, $1, 'coordination', 'private', '{}', 'none', '{}', array[$2]::uuid[]), $1, 'coordination', 'form',
       array[$2]::uuid[], $3, $4, now(), now()) returning id`,
    [agencyIds.home, people.responsible.id, responsible, `matrix ${randomUUID()}`],
  );
  const linkId = await one(
    `insert into guest_links (id, case_id, membership_id, person_id, affiliation_id, contribution_id, made_by, made_at, secret_hash, code_hash, expires_at)
     values ($1::uuid, $2, $3, $4, $5, $6, $7, now(), uuid_send($1::uuid), '\\x00', now() + interval '1 day') returning id`,
    [
      randomUUID(),
      caseId,
      members.teacher,
      people.teacher.id,
      people.teacher.affiliationId,
      placed.contributionId,
      people.responsible.id,
    ],
  );
  await world.superuser('select access.derive_case($1)', [caseId]);
  return {
    ...placed,
    ...(await placeForDoors(world, region, placed)),
    teachersKey,
    homeKey,
    schoolKey,
    pairId,
    hasteEntryId,
    frozenId,
    familyTextId,
    formId,
    linkId,
    handoverId,
  };
};
