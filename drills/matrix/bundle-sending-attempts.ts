// What goes along with a request: what must be so of the request, the case, the text and the ground when it goes. Asked of the database
// alone.
import {
  agencies,
  anotherBundle,
  asWritten,
  audience,
  child,
  ended,
  entry,
  narrative,
  noGround,
  send,
  text,
} from './bundle-sql.ts';
import type { RequestAttempt } from './request-attempt.ts';

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

export const bundleSendingAttempts: readonly RequestAttempt[] = [...sent, ...hidden, ...read];
