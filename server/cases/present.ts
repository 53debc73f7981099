// Rows of a case as they leave the server: chosen fields, never a row. The same for everyone who may read them, but for `can`.
import type { Selectable } from 'kysely';
import { z } from 'zod';
import {
  type Activity,
  type CaseHead,
  Ground,
  type Member,
  Relation,
  type Whereabouts,
} from '../../shared/cases.ts';
import type { Invitation } from '../../shared/members.ts';
import { AgencyKind, MemberRole, Profession } from '../../shared/vocabulary.ts';
import type { Viewer } from '../access/abilities.ts';
import type {
  Cases,
  Grounds,
  MembershipInvitations,
  Relations,
  Whereabouts as WhereaboutsRow,
} from '../platform/db/tables.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const presentCase = (row: Selectable<Cases>): z.infer<typeof CaseHead> => ({
  id: row.id,
  number: row.number,
  childName: row.child_name,
  childGivenName: row.child_given_name,
  birthDate: row.birth_date,
  languages: row.languages,
  interpreter: row.interpreter,
  ownerAgencyId: row.owner_agency_id,
  openedAt: row.opened_at.toISOString(),
  closedAt: iso(row.closed_at),
  version: row.version,
  can: [],
});

export type MemberRow = {
  id: string;
  person_id: string;
  name: string;
  given_name: string;
  role: string;
  profession: string | null;
  agency_id: string | null;
  kind: string | null;
  name_fi: string | null;
  name_sv: string | null;
  starts_at: Date;
  ends_at: Date | null;
  accepted_at: Date | null;
  substitutes_for: string | null;
};

/** `can` is empty: it is filled in for each viewer. */
export const presentMember = (row: MemberRow): z.infer<typeof Member> => ({
  id: row.id,
  personId: row.person_id,
  name: row.name,
  givenName: row.given_name,
  role: MemberRole.parse(row.role),
  profession: Profession.nullable().parse(row.profession),
  agencyId: row.agency_id,
  agencyKind: AgencyKind.nullable().parse(row.kind),
  agencyNameFi: row.name_fi,
  agencyNameSv: row.name_sv,
  startsAt: row.starts_at.toISOString(),
  endsAt: iso(row.ends_at),
  acceptedAt: iso(row.accepted_at),
  substitutesFor: row.substitutes_for,
  can: [],
});

export const presentInvitation = (row: Selectable<MembershipInvitations>): Invitation => ({
  id: row.membership_id,
  personId: row.person_id,
  purpose: row.purpose,
  declinedAt: iso(row.declined_at),
  leftAt: iso(row.left_at),
  reason: row.reason,
});

export const presentRelation = (row: Selectable<Relations>): z.infer<typeof Relation> =>
  Relation.parse({
    id: row.id,
    kind: row.kind,
    name: row.name,
    relation: row.relation,
    personId: row.person_id,
    custody: row.custody,
    custodyFrom: row.custody_from,
    custodyUntil: row.custody_until,
    powerClasses: row.power_classes,
    endedOn: row.ended_on,
    language: row.language,
    phone: row.phone,
    version: row.version,
  });

export const presentWhereabouts = (row: Selectable<WhereaboutsRow>): z.infer<typeof Whereabouts> => ({
  nonDisclosure: row.non_disclosure,
  address: row.address,
  municipality: row.municipality,
  school: row.school,
  version: row.version,
});

/** A period of the database, `[from,until)`, as its two ends. */
const ends = (range: string): [string | null, string | null] => {
  // Withdrawn before it began: it holds at no time.
  if (range === 'empty') return [null, null];
  const [from = '', until = ''] = range.replace(/["[\]()]/g, '').split(',');
  const moment = (text: string) =>
    text === '' ? null : new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
  return [moment(from), moment(until)];
};

export const presentGround = (row: Selectable<Grounds>): z.infer<typeof Ground> => {
  const [startsAt, endsAt] = ends(row.valid);
  return Ground.parse({
    id: row.id,
    kind: row.kind,
    effect: row.effect,
    beatsProhibition: row.beats_prohibition,
    statute: row.statute,
    givenBy: row.given_by,
    givenByRelation: row.given_by_relation,
    capacity: row.capacity,
    capacityReason: row.capacity_reason,
    fromAgencyId: row.from_agency_id,
    toAgencyId: row.to_agency_id,
    dataClasses: row.data_classes,
    evidence: row.evidence,
    startsAt: startsAt ?? row.recorded_at.toISOString(),
    endsAt,
    withdrawnAt: iso(row.withdrawn_at),
    recordedBy: row.recorded_by,
  });
};

/** How a child's capacity was judged is for those who answer for the case. */
export const groundFor = (
  ground: z.infer<typeof Ground>,
  viewer: { readonly home: boolean },
): z.infer<typeof Ground> => (viewer.home ? ground : { ...ground, capacityReason: null });

export const presentActivity = (row: {
  id: string;
  at: Date;
  person_id: string;
  kind: string;
  object_id: string | null;
  detail: unknown;
}): z.infer<typeof Activity> => ({
  id: row.id,
  at: row.at.toISOString(),
  personId: row.person_id,
  kind: row.kind,
  objectId: row.object_id,
  detail: z.record(z.string(), z.string()).parse(row.detail),
});

type Happening = z.infer<typeof Activity>;

/** What a pair did, as one viewer may know it: done by the one of the two whom the viewer may know of. */
export const activityFor = (activity: Happening, viewer: Pick<Viewer, 'knownPeople'>): Happening => {
  const { pair, ...detail } = activity.detail;
  if (pair === undefined) return activity;
  const [known] = viewer.knownPeople([activity.personId, pair]);
  return { ...activity, personId: known ?? activity.personId, detail };
};
