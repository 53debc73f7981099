// What the floor program asks the database: the rows of a case page, of my-cases, and the writing of one field.
const iso = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const floorStatements = {
  workspace: {
    case: `select id, number, child_name as "childName", child_given_name as "childGivenName", birth_date as "birthDate", languages, interpreter,
      owner_agency_id as "ownerAgencyId", opened_at as "openedAt", closed_at as "closedAt", version, array['record-ground', 'write', 'invite'] as can
      from cases where id = $1`,
    agencies: `select g.id, g.kind, g.name_fi as "nameFi", g.name_sv as "nameSv", g.municipality from agencies g
      where g.id in (select a.agency_id from memberships m join affiliations a on a.id = m.affiliation_id where m.case_id = $1)`,
    members: `select m.id, m.person_id as "personId", p.name, p.given_name as "givenName", m.role, a.profession, a.agency_id as "agencyId",
      g.kind as "agencyKind", g.name_fi as "agencyNameFi", g.name_sv as "agencyNameSv", m.starts_at as "startsAt", m.ends_at as "endsAt"
      from memberships m join people p on p.id = m.person_id left join affiliations a on a.id = m.affiliation_id
      left join agencies g on g.id = a.agency_id where m.case_id = $1 order by m.id`,
    relations: `select id, kind, name, relation, person_id as "personId", custody, custody_from as "custodyFrom", custody_until as "custodyUntil",
      language, phone, version from relations where case_id = $1 order by id`,
    whereabouts: `select non_disclosure as "nonDisclosure", address, municipality, school, version from whereabouts where case_id = $1`,
    grounds: `select id, kind, effect, beats_prohibition as "beatsProhibition", statute, given_by as "givenBy", from_agency_id as "fromAgencyId",
      to_agency_id as "toAgencyId", data_classes as "dataClasses", evidence, recorded_at as "startsAt", null as "endsAt", withdrawn_at as "withdrawnAt",
      recorded_by as "recordedBy" from grounds where case_id = $1 order by id`,
    assessments: `select s.id, s.case_id as "caseId", s.trigger, s.began_on as "beganOn", s.decision_due_on as "decisionDueOn",
      s.ready_due_on as "readyDueOn", t.areas, s.status, s.version, s.opened_at as "openedAt"
      from assessments s join assessment_templates t on t.id = s.template_id where s.case_id = $1 order by s.id`,
    contributions: `select c.id, c.assessment_id as "assessmentId", c.area, c.contributor_ids as "contributorIds", a.agency_id as "agencyId", c.question,
      c.due_on as "dueOn", c.asked_at as "askedAt", c.opened_at as "openedAt", c.status, c.entry_id as "entryId", c.version
      from contributions c join affiliations a on a.id = c.affiliation_id where c.case_id = $1 order by c.id`,
    entries: `select e.id, e.case_id as "caseId", e.kind, e.state, e.owner_agency_id as "ownerAgencyId", e.author_ids as "authorIds",
      e.assessment_id as "assessmentId", e.parent_id as "parentId", e.about, e.fields, json_build_object('dataClass', d.data_class, 'scope', d.scope,
      'agencyIds', d.agency_ids, 'familyScope', d.family_scope, 'familyIds', d.family_ids) as audience, e.created_at as "createdAt",
      e.updated_at as "updatedAt", e.shared_at as "sharedAt", e.version, array['comment'] as can
      from entries e join audiences d on d.acl_key = e.acl_key where e.case_id = $1 and e.state <> 'draft' order by e.id`,
    alternatives: `select x.id, x.entry_id as "entryId", x.field, x.device, x.body as text, x.updated_at as "updatedAt"
      from entry_alternatives x join entries e on e.id = x.entry_id where e.case_id = $1 order by x.id`,
    versions: `select id, assessment_id as "assessmentId", version, reason, hash, signed_at as "signedAt" from assessment_versions
      where case_id = $1 order by id`,
    signatures: `select id, version_id as "versionId", person_id as "personId", name, profession, signed_at as "signedAt" from signatures
      where case_id = $1 order by id`,
    activities: `select id, at, person_id as "personId", kind, object_id as "objectId", detail from activities
      where case_id = $1 order by at desc, id desc limit 50`,
  },
  list: `select c.id, c.number, c.child_name as "childName", c.child_given_name as "childGivenName", c.birth_date as "birthDate", m.role,
    c.opened_at as "openedAt", s.ready_due_on as "readyDueOn",
    (select count(*) from contributions k where k.case_id = c.id and k.status = 'asked') as waiting
    from cases c join memberships m on m.case_id = c.id
    left join lateral (select ready_due_on from assessments s where s.case_id = c.id and s.status = 'open' order by ready_due_on limit 1) s on true
    where m.person_id = $1 and m.starts_at <= now() and (m.ends_at is null or m.ends_at > now()) order by c.child_name`,
  save: `update entries set updated_at = now(), fields = fields || jsonb_build_object($2::text, jsonb_build_object('text', $3::text,
    'rev', coalesce((fields -> $2::text ->> 'rev')::int, 0) + 1, 'at', ${iso('now()')}, 'device', $4::text)) where id = $1
    returning (fields -> $2::text ->> 'rev')::int as rev, ${iso('now()')} as "savedAt"`,
} as const;
