// The rows of a case's snapshot, written as JSON by the database: what they say is what present.ts says of the same
// rows, and a test holds the two together. Every part names the keys that ring 1 found ($2); row-level security asks again.
import { CompiledQuery } from 'kysely';

/** A moment as JavaScript writes it. */
const iso = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const readable = (alias: string): string =>
  `${alias}.case_id = $1::uuid and ${alias}.acl_key = any($2::bigint[])`;

/** One text with the JSON of each row, a comma between two. */
const list = (rows: string): string =>
  `(select coalesce(string_agg(row_to_json(r)::text, ','), '') from (${rows}) r)`;

const caseHead = `select c.id, c.number, c.child_name as "childName", c.child_given_name as "childGivenName", c.birth_date as "birthDate",
  c.languages, c.interpreter, c.owner_agency_id as "ownerAgencyId", ${iso('c.opened_at')} as "openedAt", ${iso('c.closed_at')} as "closedAt", c.version
  from cases c where c.id = $1::uuid and c.acl_key = any($2::bigint[])`;

const members = `select m.id, m.person_id as "personId", p.name, p.given_name as "givenName", m.role, a.profession, a.agency_id as "agencyId",
  g.kind as "agencyKind", g.name_fi as "agencyNameFi", g.name_sv as "agencyNameSv", ${iso('m.starts_at')} as "startsAt", ${iso('m.ends_at')} as "endsAt"
  from memberships m join people p on p.id = m.person_id left join affiliations a on a.id = m.affiliation_id left join agencies g on g.id = a.agency_id
  where ${readable('m')} order by m.id`;

const grounds = `select g.id, g.kind, g.effect, g.beats_prohibition as "beatsProhibition", g.statute, g.given_by as "givenBy",
  g.from_agency_id as "fromAgencyId", g.to_agency_id as "toAgencyId", g.data_classes as "dataClasses", g.evidence,
  ${iso('coalesce(lower(g.valid), g.recorded_at)')} as "startsAt", ${iso('upper(g.valid)')} as "endsAt", ${iso('g.withdrawn_at')} as "withdrawnAt",
  g.recorded_by as "recordedBy" from grounds g where ${readable('g')} order by g.id`;

const relations = `select x.id, x.kind, x.name, x.relation, x.person_id as "personId", x.custody, x.custody_from as "custodyFrom",
  x.custody_until as "custodyUntil", x.language, x.phone, x.version from relations x where ${readable('x')} order by x.id`;

const whereabouts = `select w.non_disclosure as "nonDisclosure", w.address, w.municipality, w.school, w.version from whereabouts w where ${readable('w')}`;

const contributions = `select c.id, c.assessment_id as "assessmentId", c.area, c.contributor_ids as "contributorIds", a.agency_id as "agencyId",
  c.question, c.due_on as "dueOn", ${iso('c.asked_at')} as "askedAt", ${iso('c.opened_at')} as "openedAt", c.status, c.entry_id as "entryId", c.version
  from contributions c join affiliations a on a.id = c.affiliation_id where ${readable('c')} order by c.id`;

const alternatives = `select x.id, x.entry_id as "entryId", x.field, x.device, x.body as text, ${iso('x.updated_at')} as "updatedAt"
  from entry_alternatives x where x.acl_key = any($2::bigint[]) and x.entry_id in
    (select e.id from entries e where ${readable('e')}) order by x.id`;

const versions = `select v.id, v.assessment_id as "assessmentId", v.version, v.reason, v.hash, ${iso('v.signed_at')} as "signedAt"
  from assessment_versions v where ${readable('v')} order by v.id`;

const signatures = `select s.id, s.version_id as "versionId", s.person_id as "personId", s.name, s.profession, ${iso('s.signed_at')} as "signedAt"
  from signatures s where ${readable('s')} order by s.id`;

const activities = `select y.id, ${iso('y.at')} as at, y.person_id as "personId", y.kind, y.object_id as "objectId", y.detail
  from (select * from activities y where ${readable('y')} order by y.at desc, y.id desc limit 50) y order by y.at desc, y.id desc`;

/** Only agencies that a row names which the viewer sees. */
const agencies = `select g.id, g.kind, g.name_fi as "nameFi", g.name_sv as "nameSv", g.municipality from agencies g
  where g.id in (select "ownerAgencyId" from head union select "agencyId" from m union select "fromAgencyId" from g union select "toAgencyId" from g)
  order by g.id`;

const parts = `with head as materialized (${caseHead}), m as materialized (${members}), g as materialized (${grounds})
  select ${list('select * from head')} as head, ${list('select * from m')} as members, ${list('select * from g')} as grounds,
    ${list(agencies)} as agencies, ${list(relations)} as relations, ${list(whereabouts)} as whereabouts, ${list(contributions)} as contributions,
    ${list(alternatives)} as alternatives, ${list(versions)} as versions, ${list(signatures)} as signatures, ${list(activities)} as activities,
    (select ${iso('v.at')} from visits v where v.case_id = $1::uuid and v.person_id = $3::uuid) as visit,
    (select head_seq from streams where id = $1::uuid) as seq`;

/** `$4`: fields of a child's view that this viewer does not see. */
const entries = `select e.acl_key, e.kind, e.state, $3::uuid = any(e.author_ids) as own, row_to_json(r)::text as json
  from entries e cross join lateral (select e.id, e.case_id as "caseId", e.kind, e.state, e.owner_agency_id as "ownerAgencyId",
    e.author_ids as "authorIds", e.assessment_id as "assessmentId", e.parent_id as "parentId", e.about,
    case when e.kind = 'child-view' then e.fields - $4::text[] else e.fields end as fields,
    ${iso('e.created_at')} as "createdAt", ${iso('e.updated_at')} as "updatedAt", ${iso('e.shared_at')} as "sharedAt", e.version) r
  where ${readable('e')} order by e.id`;

/** Each a list of objects in JSON without its brackets; `head` and `whereabouts` are one object or nothing. */
export type Parts = Readonly<
  Record<
    | 'head'
    | 'members'
    | 'grounds'
    | 'agencies'
    | 'relations'
    | 'whereabouts'
    | 'contributions'
    | 'alternatives'
    | 'versions'
    | 'signatures'
    | 'activities',
    string
  >
> & { readonly visit: string | null; readonly seq: number };

export type WrittenEntry = {
  readonly acl_key: number;
  readonly kind: string;
  readonly state: string;
  readonly own: boolean;
  readonly json: string;
};

export const partsOf = (caseId: string, keys: string, personId: string): CompiledQuery<Parts> =>
  CompiledQuery.raw(parts, [caseId, keys, personId]) as CompiledQuery<Parts>;

export const entriesOf = (
  caseId: string,
  keys: string,
  personId: string,
  without: readonly string[],
): CompiledQuery<WrittenEntry> =>
  CompiledQuery.raw(entries, [caseId, keys, personId, without]) as CompiledQuery<WrittenEntry>;
