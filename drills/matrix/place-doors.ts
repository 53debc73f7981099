// What the doors are tried with, beside the matrix's case: a case in hiding, and a twin in which two are responsible and
// something lies where the home team does not read; what was taken back already, what is over, and somebody who has gone.
import type { World } from '../../server/testing/open-world.ts';
import type { Region } from './people.ts';
import { placeCase } from './place-case.ts';
import { keysOf, theHead } from './place-members.ts';
import type { Placed } from './samples.ts';
import { stateOf } from './states.ts';
import type { Text } from './texts.ts';

export type PlacedForDoors = {
  /** Turvakielto holds here. */
  readonly hiddenCaseId: string;
  /** Of the teacher, under turvakielto, read by the school; and the school’s audience for everybody. */
  readonly schoolTextId: string;
  readonly schoolsOpenKey: number;
  /** Two are responsible here: the one of every case, and one who is in no other. */
  readonly twinCaseId: string;
  readonly secondResponsible: string;
  /** The place of each of these two there. */
  readonly firstPlaceId: string;
  readonly secondPlaceId: string;
  /** For the team, of which the visitor of the home agency was one there once. */
  readonly teamTextId: string;
  readonly twinRelationId: string;
  /** Of the working pair, holding now. */
  readonly absenceId: string;
  /** What the counsellor in haste left behind in the case. */
  readonly useId: string;
  /** The guardian’s own, and two that were taken back already: theirs and the home agency’s. */
  readonly consentId: string;
  readonly consentTakenBackId: string;
  readonly groundTakenBackId: string;
  readonly personGoneId: string;
};

const text: Text = {
  owner: 'home',
  author: 'responsible',
  dataClass: 'social',
  scope: 'agency',
  to: [],
  family: 'none',
  chosen: null,
};

let seconds = 0;

export const placeForDoors = async (
  world: World,
  region: Region,
  { caseId }: Placed,
): Promise<PlacedForDoors> => {
  const { people, agencyIds } = region;
  const one = async (statement: string, values: unknown[]): Promise<string> =>
    String(Object.values((await world.superuser(statement, values)).rows[0] ?? {})[0]);

  const hidden = await placeCase(world, region, stateOf('hidden'), [text]);
  const ofSchool = { ...theHead, owner: 'school', dataClass: 'education' } as const;
  const [withinSchool, schoolsOpenKey = 0] = await keysOf(world, region, hidden.caseId, [
    { ...ofSchool, scope: 'agency', family: 'none' },
    ofSchool,
  ]);
  const schoolTextId = await one(
    `insert into entries (case_id, acl_key, owner_agency_id, data_class, kind, state, author_ids, affiliation_id, created_at, updated_at)
     values ($1, $2, $3, 'education', 'comment', 'shared', array[$4]::uuid[], $5, now(), now()) returning id`,
    [hidden.caseId, withinSchool, agencyIds.school, people.teacher.id, people.teacher.affiliationId],
  );

  const twin = await placeCase(world, region, stateOf('bare'), [{ ...text, scope: 'team' }]);
  await world.superuser(
    `insert into memberships (case_id, acl_key, person_id, affiliation_id, role, starts_at, ends_at)
     select case_id, acl_key, person_id, affiliation_id, 'team', starts_at, now() - interval '1 day' from memberships where id = $1`,
    [twin.members.homeVisitor],
  );
  seconds += 1;
  const second = await world.professional(`Toinen Vastaava${seconds}`, agencyIds.home, 'social-worker');
  const secondPlaceId = await one(
    `insert into memberships (case_id, acl_key, person_id, affiliation_id, role, starts_at)
     select case_id, acl_key, $2, $3, role, starts_at from memberships where id = $1 returning id`,
    [twin.members.responsible, second.id, second.affiliationId],
  );
  const [anothers] = await keysOf(world, region, twin.caseId, [
    { ...theHead, dataClass: 'safety', scope: 'private', family: 'none', authors: ['teacher'] },
  ]);
  await world.superuser(`update whereabouts set acl_key = $2 where case_id = $1`, [twin.caseId, anothers]);
  const twinRelationId = await one(
    `insert into relations (case_id, acl_key, owner_agency_id, data_class, kind, name, relation, created_at, custody)
     select id, acl_key, owner_agency_id, 'coordination', 'guardian', 'X', 'x', now(), 'joint' from cases where id = $1 returning id`,
    [twin.caseId],
  );
  // The place has ended and what tells of its use has not: no door leaves that behind, but a door may be asked about it.
  await world.superuser(
    `with m as (insert into memberships (case_id, acl_key, person_id, affiliation_id, role, starts_at, ends_at)
       select id, acl_key, $2, $3, 'break-glass', now() - interval '30 minutes', now() - interval '1 minute' from cases where id = $1 returning *)
     insert into break_glass_uses (case_id, membership_id, person_id, affiliation_id, agency_id, reason, at, until)
     select m.case_id, m.id, m.person_id, m.affiliation_id, $4, 'Kukaan ei vastaa', m.starts_at, m.starts_at + interval '60 minutes' from m`,
    [twin.caseId, people.psychiatristLater.id, people.psychiatristLater.affiliationId, agencyIds.clinic],
  );

  const ground = (kind: string, givenBy: string | null, takenBack: boolean): Promise<string> =>
    one(
      `insert into grounds (case_id, acl_key, kind, from_agency_id, to_agency_id, data_classes, evidence, valid, recorded_by, recorded_at, given_by, withdrawn_at)
       select id, acl_key, $2, $3, $4, '{social}', 'x', case when $7 then 'empty' else '[2026-01-01,)' end::tstzrange, $5, now(), $6,
         case when $7 then now() end from cases where id = $1 returning id`,
      [caseId, kind, agencyIds.home, agencyIds.school, people.responsible.affiliationId, givenBy, takenBack],
    );
  const consentId = await ground('guardian-consent', people.guardian.id, false);
  const consentTakenBackId = await ground('guardian-consent', people.guardian.id, true);
  const groundTakenBackId = await ground('disclosure-permission', null, true);
  const absenceId = await one(
    `select id from absences where person_id = $1 and ended_at is null and ends_at > now()`,
    [people.pair.id],
  );
  const useId = await one(`select id from break_glass_uses where case_id = $1 and person_id = $2`, [
    caseId,
    people.counsellorInHaste.id,
  ]);
  const personGoneId = await one(
    `insert into people (sign_in_name, name, given_name, local_key, ended_at) values ($1, 'X', 'X', '\\x00', now()) returning id`,
    [`gone ${hidden.caseId}`],
  );
  for (const id of [caseId, hidden.caseId, twin.caseId])
    await world.superuser('select access.derive_case($1)', [id]);
  return {
    hiddenCaseId: hidden.caseId,
    schoolTextId,
    schoolsOpenKey,
    twinCaseId: twin.caseId,
    secondResponsible: String(second.affiliationId),
    firstPlaceId: String(twin.members.responsible),
    secondPlaceId,
    teamTextId: String(twin.texts[0]?.entryId),
    twinRelationId,
    absenceId,
    useId,
    consentId,
    consentTakenBackId,
    groundTakenBackId,
    personGoneId,
  };
};
