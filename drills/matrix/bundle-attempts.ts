// What goes along with a request: what must be so of the request, the case, the text and the ground when it goes, and rows that are
// readable only by half. Asked of the database alone.
import type { RequestAttempt } from './request-attempt.ts';

const narrative = (of = 'situation', rev = 0) =>
  `jsonb_build_array(jsonb_build_object('name', 'narrative', 'rev', (select (fields -> 'narrative' ->> 'rev')::int + ${rev} from entries where id = <${of}>)))`;
const entry = (of = 'situation', fields = narrative(of)) =>
  `jsonb_build_object('kind', 'entry', 'sourceId', <${of}>, 'fields', ${fields})`;
/** Where the statement itself could not look it up. */
const asWritten = `'[{"name": "narrative", "rev": 1}]'::jsonb`;
const child = `jsonb_build_object('kind', 'child')`;
const agencies = 'access.bundle_agencies(<bundle request>)';
const send = (
  items = entry(),
  { days = 7, to = agencies, caseId = '<case>', request = '<bundle request>' } = {},
) => `select access.send_bundle(${caseId}, ${request}, ${days}, jsonb_build_array(${items}), ${to})`;
const ended = (table: string, where: string) =>
  `update ${table} set ends_at = now() - interval '1 second' where ${where}`;
const text = (sql: string) => `update entries set ${sql} where id = <situation>`;
/** The text moves to an audience like its own but for this. */
const audience = (sql: string, of = 'situation') =>
  `insert into audiences overriding system value select (jsonb_populate_record(d, jsonb_build_object('acl_key', 900000) || (${sql}))).*
     from audiences d join entries e on e.acl_key = d.acl_key where e.id = <${of}>;
   insert into acl_members (acl_key, person_id, affiliation_id, valid) values (900000, <sender>, <sender@>, '(,)'),
     (900000, <colleague in the case>, <colleague in the case@>, '(,)');
   update entries e set acl_key = 900000, data_class = d.data_class, owner_agency_id = d.owner_agency_id from audiences d where e.id = <${of}> and d.acl_key = 900000`;
const noGround = `update grounds set valid = tstzrange(lower(valid), now() - interval '1 second') where case_id = <case> and to_agency_id = <hospital>`;
const anotherBundle = `'00000000-0000-7000-8000-000000000008'::uuid`;
const childView = (mayRead: string) =>
  text(
    `kind = 'child-view', fields = fields || '{"mayRead": {"text": "${mayRead}", "rev": 1}, "asked": {"text": "x", "rev": 1}}'`,
  );

const sent: readonly RequestAttempt[] = [
  {
    as: 'sender',
    says: 'sends a text and the child’s particulars',
    tries: send(`${entry()}, ${child}`, { days: 90 }),
    finds: 'done',
    leaves: `select (select count(*) = 2 and bool_and(<hospital> = any (i.agency_ids) and i.until = b.until and b.until = now() + interval '90 days')
        from bundle_items i join bundles b on b.id = i.bundle_id where b.sent_at = now())
      and (select count(*) = 2 and bool_and(from_agency_id = <home> and to_agency_id = <hospital> and cardinality(ground_ids) > 0)
        from disclosure_log where case_id = <case> and at = now())
      and (select jsonb_array_length(labels) from bundles where id = <bundle>) = (select count(*) from bundle_items where bundle_id = <bundle>)
      and (select jsonb_array_length(labels) = 2 from bundles where sent_at = now())
      and (select count(*) > 0 from bundle_items where bundle_id = <bundle>)`,
  },
  {
    as: 'sender',
    says: 'sends the particulars alone, while there are other requests, centres and cases',
    given: `insert into cases select (jsonb_populate_record(k, jsonb_build_object('id', ${anotherBundle}, 'number', 'L-x', 'owner_agency_id', <school>))).* from cases k where id = <case>;
      update cases set number = number where id = <case>; update services set kind = kind where id = <centre>;
      update consultations set urgency = urgency where id = <bundle request>`,
    tries: send(child),
    finds: 'done',
    leaves: `select (select jsonb_array_length(labels) = 2 from bundles where id = <bundle>) and (select jsonb_array_length(labels) = 1 from bundles where sent_at = now())`,
  },
  {
    as: 'sender',
    says: 'sends, and their authors stand there by name',
    tries: send(),
    finds: 'done',
    leaves: `select content -> 'authors' = '["Leena Kallio"]' and content ->> 'kind' = 'entry' from bundle_items i join bundles b on b.id = i.bundle_id where b.sent_at = now()`,
  },
  {
    as: 'sender',
    says: 'sends to a centre in which somebody of their own agency is, to whom nothing crosses',
    given: `insert into service_members (service_id, person_id, affiliation_id, role, starts_at, set_by)
      values (<centre>, <colleague in the case>, <colleague in the case@>, 'expert', now() - interval '1 minute', <sender@>)`,
    tries: send(),
    finds: 'done',
    leaves: `select count(*) = 1 and bool_and(to_agency_id = <hospital>) from disclosure_log where case_id = <case> and at = now()`,
  },
  {
    as: 'sender',
    says: 'sends a field that only a child’s words keep back',
    given: text(`fields = fields || '{"asked": {"text": "x", "rev": 1}}'`),
    tries: send(entry('situation', `'[{"name": "asked", "rev": 1}]'::jsonb`)),
    finds: 'done',
  },
  {
    as: 'sender',
    says: 'sends, and what is over is gone',
    given: `update bundles set sent_at = now() - interval '2 days', until = now() - interval '1 day' where id = <bundle>`,
    tries: send(),
    finds: 'done',
    leaves: `select (select count(*) = 0 from bundle_items where bundle_id = <bundle>)
      and (select count(*) = 1 from bundle_items i join bundles b on b.id = i.bundle_id where b.sent_at = now())`,
  },
  {
    as: 'colleague in the case',
    says: 'sends with another’s request',
    tries: send(entry(), { to: `'{}'::uuid[]` }),
    finds: 'refused',
  },
  {
    as: 'deputy of the sender',
    says: 'sends with the request',
    tries: send(entry(), { to: `'{}'::uuid[]` }),
    finds: 'refused',
  },
  ...(
    [
      [
        'with an anonymous request',
        `update consultations set anonymous = true, child_name = null, child_birth_date = null where id = <bundle request>`,
      ],
      [
        'with a withdrawn request',
        `update consultations set state = 'withdrawn' where id = <bundle request>`,
      ],
      ['with a closed request', `update consultations set state = 'closed' where id = <bundle request>`],
      ['to a service of another kind', `update services set kind = 'psychiatry' where id = <centre>`],
      ['to a centre that has ended', `update services set ended_at = now() where id = <centre>`],
      ['from a closed case', 'update cases set closed_at = now() where id = <case>'],
      [
        'from a case in which their place has ended',
        `${ended('memberships', 'case_id = <case> and person_id = <sender>')}`,
      ],
      [
        'from a case into which they broke',
        `insert into memberships select (jsonb_populate_record(m, jsonb_build_object('id', uuidv7(), 'role', 'break-glass', 'starts_at', now(), 'ends_at', now() + interval '1 hour'))).* from memberships m where case_id = <case> and person_id = <sender>`,
      ],
      ['a draft', text(`state = 'draft'`)],
      ['a text of another kind', text(`kind = 'comment'`)],
      ['a text of nobody’s agency', text('affiliation_id = null')],
      ['another agency’s text', audience(`jsonb_build_object('owner_agency_id', <school>)`)],
      ['what is withheld for safety', audience(`'{"data_class": "safety"}'`)],
      ['a hypothesis', audience(`'{"data_class": "hypothesis"}'`)],
      [
        'what they may not read',
        `delete from acl_members where acl_key = (select acl_key from entries where id = <situation>)`,
      ],
      [
        'what another person reads in their affiliation',
        `delete from acl_members where acl_key = (select acl_key from entries where id = <situation>);
        insert into acl_members (acl_key, person_id, affiliation_id, valid) select acl_key, <stranger>, <sender@>, '(,)' from entries where id = <situation>`,
      ],
      [
        'what they read in another affiliation',
        `delete from acl_members where acl_key = (select acl_key from entries where id = <situation>);
        insert into acl_members (acl_key, person_id, affiliation_id, valid) select acl_key, <sender>, <stranger@>, '(,)' from entries where id = <situation>`,
      ],
      [
        'what they read before',
        `update acl_members set valid = tstzrange(null, now() - interval '1 second') where acl_key = (select acl_key from entries where id = <situation>)`,
      ],
      ['what no ground carries', noGround],
      ['a child’s words that the child has not let go', childView('nobody')],
      [
        'a text of another case',
        `update entries set case_id = null, assessment_id = null, acl_key = access.audience_key(null, owner_agency_id, data_class, 'private', '{}', 'none', '{}', author_ids) where id = <situation>`,
      ],
    ] as const
  ).map(
    ([says, given]): RequestAttempt => ({
      as: 'sender',
      says: `sends ${says}`,
      given,
      tries: send(entry('situation', asWritten), { to: 'array[<hospital>, <substance>]' }),
      finds: 'refused',
    }),
  ),
  {
    as: 'sender',
    says: 'sends for longer than may be',
    tries: send(entry(), { days: 91 }),
    finds: 'refused',
  },
  {
    as: 'sender',
    says: 'sends nothing',
    tries: `select access.send_bundle(<case>, <bundle request>, 7, '[]', ${agencies})`,
    finds: 'refused',
  },
  {
    as: 'sender',
    says: 'sends to fewer readers than there are',
    tries: send(entry(), { to: 'array[<hospital>]' }),
    finds: 'refused',
  },
  {
    as: 'sender',
    says: 'sends what was changed since',
    tries: send(entry('situation', narrative('situation', 1))),
    finds: 'refused',
  },
  {
    as: 'sender',
    says: 'sends a field that there is not',
    tries: send(entry('situation', `'[{"name": "nothing", "rev": null}]'::jsonb`)),
    finds: 'refused',
  },
  { as: 'sender', says: 'sends no field', tries: send(entry('situation', `'[]'::jsonb`)), finds: 'refused' },
  {
    as: 'sender',
    says: 'sends nothing of nothing',
    tries: send(`jsonb_build_object('kind', 'entry', 'sourceId', uuidv7(), 'fields', '[]'::jsonb)`),
    finds: 'refused',
  },
  {
    as: 'sender',
    says: 'sends a child’s words that the child has let go',
    given: childView('professionals'),
    tries: send(),
    finds: 'done',
  },
  {
    as: 'sender',
    says: 'sends what the child was asked beside them',
    given: childView('professionals'),
    tries: send(entry('situation', `'[{"name": "asked", "rev": 1}]'::jsonb`)),
    finds: 'refused',
  },
  {
    as: 'sender',
    says: 'sends what another kept within the agency',
    given: `${audience(`'{"scope": "agency"}'`)}; ${text('author_ids = array[<colleague in the case>]')}`,
    tries: send(),
    finds: 'refused',
  },
  {
    as: 'sender',
    says: 'sends what another wrote for the hospital',
    given: `${audience(`jsonb_build_object('scope', 'agencies', 'agency_ids', array[<hospital>])`)}; ${text('author_ids = array[<colleague in the case>]')}`,
    tries: send(),
    finds: 'done',
  },
  {
    as: 'sender',
    says: 'sends what another wrote for an agency that is not the centre’s',
    given: `${audience(`jsonb_build_object('scope', 'agencies', 'agency_ids', array[<school>])`)}; ${text('author_ids = array[<colleague in the case>]')}`,
    tries: send(),
    finds: 'refused',
  },
  {
    as: 'sender',
    says: 'sends what another kept within an agency, though the centre is named',
    given: `${audience(`jsonb_build_object('scope', 'agency', 'agency_ids', array[<hospital>])`)}; ${text('author_ids = array[<colleague in the case>]')}`,
    tries: send(),
    finds: 'refused',
  },
  {
    as: 'sender',
    says: 'sends the particulars of a child of another agency’s case',
    given: 'update cases set owner_agency_id = <school> where id = <case>',
    tries: send(child),
    finds: 'refused',
  },
];

const teacher = 'teacher in the case';
/** One of another agency than the case’s asks, and has a text and a ground of their own. */
const ofTeacher = `update consultations set asker_id = <${teacher}>, asker_affiliation_id = <${teacher}@> where id = <bundle request>;
  ${audience(`jsonb_build_object('owner_agency_id', <school of the case>)`)};
  ${text(`affiliation_id = <${teacher}@>, author_ids = array[<${teacher}>]`)};
  insert into acl_members (acl_key, person_id, affiliation_id, valid) values (900000, <${teacher}>, <${teacher}@>, '(,)');
  insert into grounds select (jsonb_populate_record(g, jsonb_build_object('id', uuidv7(), 'from_agency_id', <school of the case>))).*
    from grounds g where case_id = <case> and to_agency_id = <hospital> limit 1`;
/** Where somebody takes part is kept with what tells where the child is. */
const withheld = (who: string, changes = `'{"data_class": "safety"}'`) =>
  `insert into audiences overriding system value select (jsonb_populate_record(d, jsonb_build_object('acl_key', 900001) || (${changes}))).*
     from audiences d join memberships m on m.acl_key = d.acl_key where m.case_id = <case> and m.person_id = <${who}>;
   update memberships set acl_key = 900001 where case_id = <case> and person_id = <${who}>`;
const hidden: readonly RequestAttempt[] = [
  { as: teacher, says: 'sends of their own register', given: ofTeacher, tries: send(), finds: 'done' },
  {
    as: teacher,
    says: 'sends of their own register while their agency is withheld',
    given: `${ofTeacher}; ${withheld(teacher)}`,
    tries: send(),
    finds: 'refused',
  },
  {
    as: 'sender',
    says: 'sends of the case’s own register while it is withheld that they take part',
    given: withheld('sender'),
    tries: send(),
    finds: 'done',
  },
  {
    as: teacher,
    says: 'sends while another agency is withheld',
    given: `${ofTeacher}; ${withheld('colleague in the case')}`,
    tries: send(),
    finds: 'done',
  },
  {
    as: teacher,
    says: 'sends while what is kept of them for safety is not that they take part',
    given: `${ofTeacher}; ${withheld(teacher, `'{"data_class": "safety", "participation": false}'`)}`,
    tries: send(),
    finds: 'done',
  },
  {
    as: teacher,
    says: 'sends while their agency is withheld in another case',
    given: `${ofTeacher};
      insert into cases select (jsonb_populate_record(k, jsonb_build_object('id', ${anotherBundle}, 'number', 'L-x'))).* from cases k where id = <case>;
      insert into audiences overriding system value select (jsonb_populate_record(d, jsonb_build_object('acl_key', 900001, 'data_class', 'safety', 'case_id', ${anotherBundle}))).*
        from audiences d join memberships m on m.acl_key = d.acl_key where m.case_id = <case> and m.person_id = <${teacher}>;
      insert into memberships select (jsonb_populate_record(m, jsonb_build_object('id', uuidv7(), 'case_id', ${anotherBundle}, 'acl_key', 900001))).*
        from memberships m where case_id = <case> and person_id = <${teacher}>`,
    tries: send(),
    finds: 'done',
  },
];

const partId = `'00000000-0000-7000-8000-000000000009'::uuid`;
const versionId = `'00000000-0000-7000-8000-00000000000a'::uuid`;
const anotherPart = `'00000000-0000-7000-8000-00000000000b'::uuid`;
/** The situation, and another text of it, as it was signed. */
const signed = `insert into assessment_versions (assessment_id, case_id, acl_key, version, hash, head, signed_at)
    select a.id, a.case_id, a.acl_key, 6, 'old', '{}', now() from entries e join assessments a on a.id = e.assessment_id where e.id = <situation>;
  insert into assessment_versions (id, assessment_id, case_id, acl_key, version, hash, head, signed_at)
    select ${versionId}, a.id, a.case_id, a.acl_key, 7, 'abc', '{}', now() from entries e join assessments a on a.id = e.assessment_id where e.id = <situation>;
  insert into version_parts (id, version_id, case_id, acl_key, position, kind, entry_id, content, hash)
    select p.id, ${versionId}, e.case_id, e.acl_key, 0, e.kind, e.id, jsonb_build_object('authors', '[{"name": "Leena Kallio", "profession": "social-worker"}]'::jsonb,
      'writtenAt', '2026-11-20T10:00:00.000Z', 'fields', jsonb_build_object('narrative', p.words)), 'p'
    from entries e, (values (${partId}, 'Allekirjoitettu.'), (${anotherPart}, 'Toinen.')) p (id, words) where e.id = <situation>`;
const part = (name = 'narrative', id = partId, rev = 0) =>
  `jsonb_build_object('kind', 'part', 'sourceId', ${id}, 'fields', jsonb_build_array(jsonb_build_object('name', '${name}', 'rev', ${rev})))`;
/** The part moves to an audience like its own but for this. */
const partAudience = (sql: string, members = `(900002, <sender>, <sender@>, '(,)')`) =>
  `insert into audiences overriding system value select (jsonb_populate_record(d, jsonb_build_object('acl_key', 900002) || (${sql}))).*
     from audiences d join version_parts p on p.acl_key = d.acl_key where p.id = ${partId};
   insert into acl_members (acl_key, person_id, affiliation_id, valid) values ${members};
   update version_parts set acl_key = 900002 where id = ${partId}`;
const everyGround = `update grounds set data_classes = data_classes || '{hypothesis,education}' where case_id = <case>`;
const inSigned: readonly RequestAttempt[] = [
  {
    as: 'sender',
    says: 'sends a text as it was signed',
    given: signed,
    tries: send(part()),
    finds: 'done',
    leaves: `select (select content ->> 'kind' = 'part' and content -> 'fields' = '[{"name": "narrative", "text": "Allekirjoitettu."}]'
        and content -> 'version' ->> 'hash' = 'abc' and content -> 'version' -> 'authors' = '[{"name": "Leena Kallio", "profession": "social-worker"}]'
        and content ->> 'entryKind' = 'situation' and content ->> 'writtenOn' = '2026-11-20'
        from bundle_items i join bundles b on b.id = i.bundle_id where b.sent_at = now())
      and (select array_agg(object_kind || object_id) = array['version-part' || ${partId}] from disclosure_log where case_id = <case> and at = now())`,
  },
  {
    as: 'sender',
    says: 'sends after it a text that is not signed',
    given: signed,
    tries: send(`${part()}, ${entry()}`),
    finds: 'done',
    leaves: `select array_agg(content ->> 'kind' order by n) = '{part,entry}' and min(content -> 'version' ->> 'number') = '7' and count(content -> 'version') = 1
      from bundle_items i join bundles b on b.id = i.bundle_id where b.sent_at = now()`,
  },
  {
    as: 'sender',
    says: 'sends a signed text on the ground of its own class',
    given: `${signed}; ${partAudience(`'{"data_class": "education"}'`)}; ${everyGround}`,
    tries: send(part()),
    finds: 'done',
    leaves: `select data_class = 'education' from bundle_items i join bundles b on b.id = i.bundle_id where b.sent_at = now()`,
  },
  ...(
    [
      ['that is of another class than a ground carries', partAudience(`'{"data_class": "education"}'`)],
      ['that is a hypothesis', `${everyGround}; ${partAudience(`'{"data_class": "hypothesis"}'`)}`],
      [
        'of a text that is a hypothesis by now',
        `${everyGround}; ${audience(`'{"data_class": "hypothesis"}'`)}`,
      ],
      [
        'that they may not read',
        partAudience(
          `jsonb_build_object('agency_ids', array[<hospital>])`,
          `(900002, <stranger>, <stranger@>, '(,)')`,
        ),
      ],
      [
        'of a text that they may not read',
        audience(`jsonb_build_object('agency_ids', array[<school>])`)
          .replaceAll('<sender>', '<stranger>')
          .replaceAll('<sender@>', '<stranger@>'),
      ],
      [
        'of a version that they may not read',
        `insert into audiences overriding system value select (jsonb_populate_record(d, '{"acl_key": 900003, "scope": "private"}')).*
         from audiences d join assessment_versions v on v.acl_key = d.acl_key where v.id = ${versionId}; update assessment_versions set acl_key = 900003 where id = ${versionId}`,
      ],
      ['that is a mark', `update version_parts set kind = 'mark' where id = ${partId}`],
      [
        'of another case',
        `insert into cases select (jsonb_populate_record(k, jsonb_build_object('id', ${anotherBundle}, 'number', 'L-x'))).* from cases k where id = <case>;
        insert into audiences overriding system value select (jsonb_populate_record(d, jsonb_build_object('acl_key', 900004, 'case_id', ${anotherBundle}))).*
          from audiences d join version_parts p on p.acl_key = d.acl_key where p.id = ${partId};
        insert into acl_members (acl_key, person_id, affiliation_id, valid) values (900004, <sender>, <sender@>, '(,)');
        update version_parts set case_id = ${anotherBundle}, acl_key = 900004 where id = ${partId}`,
      ],
      [
        'that its author keeps within by now',
        `${audience(`'{"scope": "agency"}'`)}; ${text('author_ids = array[<colleague in the case>]')}`,
      ],
    ] as const
  ).map(
    ([says, given]): RequestAttempt => ({
      as: 'sender',
      says: `sends a signed text ${says}`,
      given: `${signed}; ${given}`,
      tries: send(part()),
      finds: 'refused',
    }),
  ),
  {
    as: 'sender',
    says: 'sends a field that was not signed',
    given: signed,
    tries: send(part('worries')),
    finds: 'refused',
  },
  {
    as: 'sender',
    says: 'sends a signed field at a revision',
    given: signed,
    tries: send(part('narrative', partId, 1)),
    finds: 'refused',
  },
  {
    as: 'sender',
    says: 'sends a part that there is not',
    given: signed,
    tries: send(part('narrative', '<situation>')),
    finds: 'refused',
  },
];

const read: readonly RequestAttempt[] = [
  {
    as: 'sender',
    says: 'is told whose agencies will read',
    tries: `select cardinality(${agencies})`,
    finds: '2',
  },
  {
    as: 'deputy of the sender',
    says: 'is told whose agencies will read',
    tries: `select cardinality(${agencies})`,
    finds: 'refused',
  },
  {
    as: 'sender',
    says: 'is told of an agency whose only affiliation has ended',
    given: ended('affiliations', 'id = <in the centre, of an agency without a ground@>'),
    tries: `select cardinality(${agencies})`,
    finds: '1',
  },
  {
    as: 'sender',
    says: 'is told of an agency whose only one has ended',
    given: `update people set ended_at = now() - interval '1 second' where id = <in the centre, of an agency without a ground>`,
    tries: `select cardinality(${agencies})`,
    finds: '1',
  },
];

const second = `insert into bundles select (jsonb_populate_record(b, jsonb_build_object('id', ${anotherBundle}))).* from bundles b where id = <bundle>;
  insert into bundle_items select (jsonb_populate_record(i, jsonb_build_object('id', uuidv7(), 'bundle_id', ${anotherBundle}))).* from bundle_items i where bundle_id = <bundle>`;
const items = 'select count(*) > 0 from bundle_items where bundle_id = <bundle>';
const heads = 'select count(*) from bundles where id = <bundle>';
const senderInCentre = `insert into service_members (service_id, person_id, affiliation_id, role, starts_at, set_by)
    values (<centre>, <sender>, <sender@>, 'expert', now() - interval '1 minute', <sender@>);
  update bundle_items set agency_ids = agency_ids || <home>`;
const carried = (bundle = '<bundle>', dataClass = 'social') =>
  `select access.bundle_carried(${bundle}, '${dataClass}')`;
const lead = 'lead of the centre';
const received: readonly RequestAttempt[] = [
  { as: lead, says: 'reads it', tries: items, finds: 'true' },
  { as: lead, says: 'finds it', tries: heads, finds: '1' },
  { as: 'sender', says: 'finds it', tries: heads, finds: '1' },
  { as: 'deputy of the sender', says: 'finds it', tries: heads, finds: '0' },
  {
    as: lead,
    says: 'reads one that was taken back, while they read another',
    given: `${second}; update bundles set withdrawn_at = now() where id = <bundle>`,
    tries: items,
    finds: 'false',
  },
  {
    as: lead,
    says: 'finds one of a withdrawn request, while they have another request',
    given: `insert into consultations select (jsonb_populate_record(c, jsonb_build_object('id', uuidv7(), 'number', 'K-x'))).* from consultations c where id = <bundle request>;
      update consultations set state = 'withdrawn' where id = <bundle request>`,
    tries: heads,
    finds: '0',
  },
  {
    as: lead,
    says: 'reads what was carried to another agency',
    given: 'update bundle_items set agency_ids = array[<school>]',
    tries: items,
    finds: 'false',
  },
  {
    as: lead,
    says: 'reads what no ground carries any more',
    given: `${noGround}; update bundle_items set ended_at = null`,
    tries: items,
    finds: 'false',
  },
  { as: 'sender', says: 'reads it as one of the centre', given: senderInCentre, tries: items, finds: 'true' },
  ...(
    [
      ['that was taken back', 'update bundles set withdrawn_at = now() where id = <bundle>'],
      [
        'that is over',
        `update bundles set sent_at = now() - interval '2 days', until = now() - interval '1 day' where id = <bundle>`,
      ],
      ['that went to another centre', 'update bundles set service_id = <other centre> where id = <bundle>'],
    ] as const
  ).flatMap(([says, given]): RequestAttempt[] => [
    {
      as: 'sender',
      says: `reads one ${says} as one of the centre`,
      given: `${senderInCentre}; ${given}`,
      tries: items,
      finds: 'false',
    },
    { as: lead, says: `finds one ${says}`, given, tries: heads, finds: '0' },
  ]),
  ...(
    [
      [
        'that has gone on',
        `update consultations set service_id = <other centre> where id = <bundle request>`,
      ],
      ['that was withdrawn', `update consultations set state = 'withdrawn' where id = <bundle request>`],
    ] as const
  ).map(
    ([says, given]): RequestAttempt => ({
      as: lead,
      says: `finds one of a request ${says}`,
      given,
      tries: heads,
      finds: '0',
    }),
  ),
  {
    as: lead,
    says: 'finds one of a request that has gone on, while they read it as its deputy',
    given: `update consultations set service_id = <other centre>, deputy_id = <as>, deputy_affiliation_id = <as@> where id = <bundle request>`,
    tries: heads,
    finds: '0',
  },
  {
    as: lead,
    says: 'finds one of a withdrawn request, which they read as its deputy',
    given: `update consultations set state = 'withdrawn', deputy_id = <as>, deputy_affiliation_id = <as@> where id = <bundle request>`,
    tries: heads,
    finds: '0',
  },
  {
    as: 'colleague in the case',
    says: 'finds what another sent in their affiliation',
    given: 'update bundles set affiliation_id = <as@> where id = <bundle>',
    tries: heads,
    finds: '0',
  },
  {
    as: 'colleague in the case',
    says: 'finds what they sent in another affiliation',
    given: 'update bundles set person_id = <as> where id = <bundle>',
    tries: heads,
    finds: '0',
  },
  {
    as: lead,
    says: 'is carried to',
    tries: carried(),
    finds: 'true',
    // Whether somebody acts at all is asked beside it.
    even: [
      'whose affiliation has ended',
      'who has ended',
      'whose agency has ended',
      'in another affiliation',
    ],
  },
  {
    as: lead,
    says: 'is carried to of another class',
    tries: carried('<bundle>', 'substance'),
    finds: 'false',
  },
  { as: lead, says: 'is carried to by nothing', tries: carried('<case>'), finds: 'false' },
  {
    as: 'teacher in the case',
    says: 'is carried to of a class that no ground to them speaks of',
    tries: carried('<bundle>', 'hypothesis'),
    finds: 'false',
  },
];

const withdraw = 'select access.withdraw_bundle(<bundle>)';
const readers = 'select count(*) from access.bundle_readers(<case>)';
const endedNow = 'update bundle_items set ended_at = now() where bundle_id = <bundle>';
const over: readonly RequestAttempt[] = [
  {
    as: 'sender',
    says: 'takes it back',
    given: second,
    tries: withdraw,
    finds: 'true',
    leaves: `select (select count(*) = 0 from bundle_items where bundle_id = <bundle>) and (select count(*) > 0 from bundle_items where bundle_id = ${anotherBundle})
      and (select withdrawn_at is null from bundles where id = ${anotherBundle})`,
  },
  { as: 'deputy of the sender', says: 'takes it back', tries: withdraw, finds: 'false' },
  {
    as: 'colleague in the case',
    says: 'takes back what another sent in their affiliation',
    given: 'update bundles set affiliation_id = <as@>',
    tries: withdraw,
    finds: 'false',
  },
  {
    as: 'colleague in the case',
    says: 'takes back what they sent in another affiliation',
    given: 'update bundles set person_id = <as>',
    tries: withdraw,
    finds: 'false',
  },
  {
    as: 'sender',
    says: 'takes it back twice',
    given: 'update bundles set withdrawn_at = now()',
    tries: withdraw,
    finds: 'false',
  },
  {
    as: 'sender',
    says: 'takes back what is over',
    given: `update bundles set sent_at = now() - interval '2 days', until = now() - interval '1 day'`,
    tries: withdraw,
    finds: 'false',
  },
  // Three of the centre.
  {
    as: 'sender',
    says: 'finds whom to tell that something has ended',
    given: endedNow,
    tries: readers,
    finds: '3',
    even: ['whose affiliation has ended', 'who has ended', 'whose agency has ended'],
  },
  { as: 'sender', says: 'finds whom to tell that nothing has ended', tries: readers, finds: '0' },
  { as: 'stranger', says: 'finds whom to tell', given: endedNow, tries: readers, finds: 'refused' },
  ...(
    [
      ['of what was taken back', 'update bundles set withdrawn_at = now()'],
      [
        'of what is over',
        `update bundles set sent_at = now() - interval '2 days', until = now() - interval '1 day'`,
      ],
      ['of what ended before', `update bundle_items set ended_at = now() - interval '1 second'`],
    ] as const
  ).map(
    ([says, given]): RequestAttempt => ({
      as: 'sender',
      says: `finds whom to tell ${says}`,
      given: `${endedNow}; ${given}`,
      tries: readers,
      finds: '0',
    }),
  ),
  {
    as: 'sender',
    says: 'finds whom to tell of another bundle',
    given: `${second}; ${endedNow}; update bundles set withdrawn_at = now() where id = <bundle>`,
    tries: readers,
    finds: '0',
  },
  {
    as: 'sender',
    says: 'finds whom to tell of another case',
    given: `${endedNow}; insert into cases select (jsonb_populate_record(k, jsonb_build_object('id', ${anotherBundle}, 'number', 'L-x'))).* from cases k where id = <case>;
      update bundles set case_id = ${anotherBundle}`,
    tries: readers,
    finds: '0',
  },
  {
    as: 'jobs',
    says: 'sees what a withdrawn ground had carried end, and nothing else',
    given: `${second}; ${noGround}`,
    tries: 'select 1',
    finds: '1',
    leaves: `select count(*) > 0 and bool_and(ended_at = now()) from bundle_items where bundle_id in (<bundle>, ${anotherBundle}) and data_class = 'social'`,
  },
  {
    as: 'jobs',
    says: 'sees what another case’s ground does not carry stay when a ground of this one ends',
    given: `insert into cases select (jsonb_populate_record(k, jsonb_build_object('id', ${anotherBundle}, 'number', 'L-x'))).* from cases k where id = <case>;
      ${second}; update bundles set case_id = ${anotherBundle} where id = ${anotherBundle}; ${noGround}`,
    tries: 'select 1',
    finds: '1',
    leaves: `select (select count(*) = 0 from bundle_items where bundle_id = ${anotherBundle} and ended_at is not null)
      and (select count(*) > 0 from bundle_items where bundle_id = <bundle> and ended_at = now())`,
  },
  {
    as: 'jobs',
    says: 'sees what goes to one’s own agency, too, stay when another ground ends',
    given: `update bundle_items set agency_ids = agency_ids || <home>;
      update grounds set valid = tstzrange(lower(valid), now() - interval '1 second') where case_id = <case> and to_agency_id <> <hospital>`,
    tries: 'select 1',
    finds: '1',
    leaves: 'select count(*) = 0 from bundle_items where ended_at is not null',
  },
  {
    as: 'jobs',
    says: 'sees what is carried stay when another ground ends',
    given: `update grounds set valid = tstzrange(lower(valid), now() - interval '1 second') where case_id = <case> and to_agency_id <> <hospital>`,
    tries: 'select 1',
    finds: '1',
    leaves: 'select count(*) = 0 from bundle_items where ended_at is not null',
  },
  {
    as: 'jobs',
    says: 'sees what had ended before keep its moment',
    given: `update bundle_items set ended_at = now() - interval '1 hour'; ${noGround}`,
    tries: 'select 1',
    finds: '1',
    leaves: 'select count(*) = 0 from bundle_items where ended_at = now()',
  },
];

export const bundleAttempts: readonly RequestAttempt[] = [
  ...sent,
  ...hidden,
  ...inSigned,
  ...read,
  ...received,
  ...over,
];
