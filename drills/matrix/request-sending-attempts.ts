// Sending a draft, naming an anonymous request and taking a named one into a case: what must be so of the service, the ground, the deputy
// and the case, and what is left behind. Asked of the database alone.
import type { RequestAttempt } from './request-attempt.ts';

const send = (draft: string, rev = 1) =>
  `select access.send_consultation(<${draft}>, ${rev}, 'K-2026-' || left(gen_random_uuid()::text, 13), '2030-01-01')`;
const fields = (draft: string, path: string, value: string) =>
  `update consultation_drafts set fields = jsonb_set(fields, '{${path}}', ${value}) where id = <${draft}>`;
const ended = (table: string, where: string) =>
  `update ${table} set ends_at = now() - interval '1 second' where ${where}`;
const deputy = (who: string) => fields('draft', 'deputyAffiliationId', `to_jsonb(<${who}@>)`);
/** The request that was just sent, and what it says. */
const made = (says: string) => `select ${says} from consultations c where c.received_at = now()`;
const noGround = fields('named draft', 'child,ground', "'null'");
const ofSchool = 'update services set agency_id = <school> where id = <service>';

const sent: readonly RequestAttempt[] = [
  {
    as: 'asker',
    says: 'sends an anonymous draft',
    tries: send('draft'),
    finds: 'done',
    leaves: `${made('anonymous and child_name is null and service_id = <service>')}
      and (select count(*) = 0 from consultation_drafts where id = <draft>)
      and (select count(*) = 1 from consultation_drafts where id = <named draft>)
      and (select count(*) = 1 from consultation_attachments where draft_id = <named draft>)
      and (select count(*) = 0 from disclosure_log where object_kind = 'consultation' and at = now())`,
  },
  {
    as: 'asker',
    says: 'sends a named draft',
    tries: send('named draft'),
    finds: 'done',
    leaves: `${made(`child_name = 'Aino Virtanen' and (select consultation_id = c.id and draft_id is null from consultation_attachments where id = <draft file>)
        and (select array_agg(to_agency_id) = array[<protection>] and min(cardinality(ground_ids)) = 1
          from disclosure_log where object_id = c.id and from_agency_id = <school>)
        and (select count(*) = 1 from consultation_grounds where consultation_id = c.id and service_id = <service>)`)}`,
  },
  {
    as: 'asker',
    says: 'sends an anonymous draft in which a child was named before',
    given: fields(
      'draft',
      'child',
      `'{"name": "Aino", "ground": {"kind": "joint-contact", "evidence": "x", "covers": ["education"]}}'`,
    ),
    tries: send('draft'),
    finds: 'done',
    leaves: made(
      'child_name is null and (select count(*) = 0 from consultation_grounds g where g.consultation_id = c.id)',
    ),
  },
  {
    as: 'asker',
    says: 'sends an anonymous draft in which a child was named before, on no ground',
    given: fields('draft', 'child', `'{"name": "Aino", "ground": null}'`),
    tries: send('draft'),
    finds: 'done',
  },
  { as: 'asker', says: 'sends a draft as it was before', tries: send('draft', 2), finds: 'refused' },
  { as: 'deputy', says: 'sends the asker’s draft', tries: send('draft'), finds: 'refused' },
  {
    as: 'deputy',
    says: 'sends a draft that is another’s in the deputy’s affiliation',
    given: 'update consultation_drafts set affiliation_id = <as@> where id = <draft>',
    tries: send('draft'),
    finds: 'refused',
  },
  {
    as: 'deputy',
    says: 'sends a draft of theirs in another affiliation',
    given: 'update consultation_drafts set person_id = <as> where id = <draft>',
    tries: send('draft'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'sends to a service that has ended',
    given: 'update services set ended_at = now() where id = <service>',
    tries: send('draft'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'sends an anonymous one where none are taken',
    given: 'update services set takes_anonymous = false where id = <service>',
    tries: send('draft'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'sends a named one where anonymous ones are not taken',
    given: 'update services set takes_anonymous = false where id = <service>',
    tries: send('named draft'),
    finds: 'done',
  },
  {
    as: 'asker',
    says: 'sends a named one where none are taken',
    given: 'update services set takes_named = false where id = <service>',
    tries: send('named draft'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'sends an anonymous one where named ones are not taken',
    given: 'update services set takes_named = false where id = <service>',
    tries: send('draft'),
    finds: 'done',
  },
  {
    as: 'asker',
    says: 'sends a named one to another agency without a ground',
    given: noGround,
    tries: send('named draft'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'sends a named one to their own agency without a ground',
    given: `${noGround}; ${ofSchool}`,
    tries: send('named draft'),
    finds: 'done',
    leaves: made('(select count(*) = 0 from consultation_grounds g where g.consultation_id = c.id)'),
  },
  {
    as: 'asker',
    says: 'sends a named one to a standing team of their own agency without a ground',
    given: `${noGround}; ${ofSchool}; update services set kind = 'standing-team' where id = <service>`,
    tries: send('named draft'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'sends a named one to a standing team of another agency',
    given: `update services set kind = 'standing-team' where id = <service>`,
    tries: send('named draft'),
    finds: 'done',
  },
  {
    as: 'asker',
    says: 'sends an anonymous one with files',
    given: `update consultation_attachments set draft_id = <draft> where id = <draft file>`,
    tries: send('draft'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'sends with a colleague as deputy',
    given: deputy('asker’s colleague'),
    tries: send('draft'),
    finds: 'done',
    leaves: made('deputy_id = <asker’s colleague> and deputy_affiliation_id = <asker’s colleague@>'),
  },
  ...(
    [
      ['somebody of another agency', deputy('stranger')],
      [
        'one whose affiliation has ended',
        `${deputy('asker’s colleague')}; ${ended('affiliations', 'id = <asker’s colleague@>')}`,
      ],
      [
        'themselves in another place of theirs',
        `${deputy('asker in another affiliation')}; update affiliations set agency_id = <school> where id = <asker in another affiliation@>`,
      ],
    ] as const
  ).map(
    ([whom, given]): RequestAttempt => ({
      as: 'asker',
      says: `sends with ${whom} as deputy`,
      given,
      tries: send('draft'),
      finds: 'done',
      leaves: made('deputy_id is null and deputy_affiliation_id is null'),
    }),
  ),
];

const named = (changes = '', until = 'null', agencies = 'array[<protection>]', on = '<claimed>') =>
  `select access.name_consultation(${on}, (select jsonb_build_object('question', 'x', 'area', 'other', 'urgency', 'ordinary', 'language', 'fi',
     'supports', '[]'::jsonb, 'absenceHours', '[]'::jsonb, 'consent', '', 'serviceId', <service>, 'anonymous', false,
     'child', '{"name": "Aino", "ground": {"kind": "joint-contact", "evidence": "x", "covers": ["education"]}}'::jsonb) || '{${changes}}'),
     ${until}, 'K-2026-' || left(gen_random_uuid()::text, 13), '2030-01-01', ${agencies})`;
const naming = (of: string, by = 'named') =>
  `insert into consultation_namings (named_id, anonymous_id, person_id, affiliation_id) values (<${by}>, <${of}>, <asker>, <asker@>)`;
const today = `(now() at time zone 'Europe/Helsinki')::date`;
const anotherGround = `insert into consultation_grounds (consultation_id, service_id, kind, evidence, covers, at, person_id)
  values (<named>, <service>, 'joint-contact', 'x', '{education}', now(), <asker>)`;
const newcomer = `insert into service_members (service_id, person_id, affiliation_id, role, starts_at, set_by)
  values (<service>, <expert>, <expert@>, 'expert', now() - interval '1 minute', <holder@>)`;
const agencies =
  'select count(*) from access.naming_readers(<claimed>, <service>) where affiliation_id is null';
const people =
  'select array_agg(affiliation_id order by affiliation_id)::text = array[<holder@>]::text from access.naming_readers(<claimed>, <service>) where affiliation_id is not null';
const naturally: readonly RequestAttempt[] = [
  { as: 'asker', says: 'names it', tries: named(), finds: 'done' },
  { as: 'deputy', says: 'names it', tries: named(), finds: 'refused' },
  {
    as: 'asker',
    says: 'names it and says that it is anonymous',
    tries: named('"anonymous": true'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'names one that is named',
    tries: named('', 'null', 'array[<protection>]', '<named>'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'names one that was withdrawn',
    tries: named('', 'null', 'array[<protection>]', '<withdrawn>'),
    finds: 'refused',
  },
  { as: 'asker', says: 'names it twice', given: naming('claimed'), tries: named(), finds: 'refused' },
  {
    as: 'asker',
    says: 'names it while another is named',
    given: naming('sent'),
    tries: named(),
    finds: 'done',
  },
  {
    as: 'asker',
    says: 'names it again after the named one was withdrawn',
    given: `${naming('claimed')}; update consultations set state = 'withdrawn' where id = <named>`,
    tries: named(),
    finds: 'done',
  },
  {
    as: 'asker',
    says: 'names it for fewer readers than there are',
    given: newcomer,
    tries: named(),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'names it on a ground for another class',
    tries: named(
      '"child": {"name": "Aino", "ground": {"kind": "joint-contact", "evidence": "x", "covers": ["health"]}}',
    ),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'names it on a ground for the class of another agency than they are in now',
    given: 'update affiliations set agency_id = <clinic> where id = <as@>',
    tries: named(),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'names it on a ground that is over',
    tries: named('', `${today} - 1`),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'names it on a ground that ends today',
    given: anotherGround,
    tries: named('', today),
    finds: 'done',
    leaves: `select count(*) filter (where until = ${today}) = 1 and count(*) filter (where consultation_id = <named> and until is null) = 1
      from consultation_grounds where at = now()`,
  },
  {
    as: 'asker',
    says: 'names it without a ground for their own agency',
    given: ofSchool,
    tries: named(
      '"child": {"name": "Aino", "ground": null}',
      `${today} - 1`,
      'array[<protection>, <school>]',
    ),
    finds: 'done',
  },
  { as: 'asker', says: 'is shown whose agencies will read', tries: agencies, finds: '1' },
  { as: 'deputy', says: 'is shown whose agencies will read', tries: agencies, finds: 'refused' },
  {
    as: 'asker',
    says: 'is shown the readers of a named one',
    tries: agencies.replace('<claimed>', '<named>'),
    finds: 'refused',
  },
  { as: 'asker', says: 'is shown that another agency came in', given: newcomer, tries: agencies, finds: '2' },
  {
    as: 'asker',
    says: 'is shown an agency whose only place belongs to an ended affiliation',
    given: `${newcomer}; ${ended('affiliations', 'id = <expert@>')}`,
    tries: agencies,
    finds: '1',
  },
  {
    as: 'asker',
    says: 'is shown an agency whose only one has ended',
    given: `${newcomer}; update people set ended_at = now() - interval '1 second' where id = <expert>`,
    tries: agencies,
    finds: '1',
  },
  {
    as: 'asker',
    says: 'is named those whom they have met in this request',
    given: `insert into consultation_history (consultation_id, act, to_state, person_id, affiliation_id, at) values (<sent>, 'claim', 'claimed', <member>, <member@>, now());
      insert into consultation_messages (consultation_id, kind, side, person_id, affiliation_id, at, text) values (<sent>, 'answer', 'answering', <lead>, <lead@>, now(), 'x')`,
    tries: people,
    finds: 'true',
  },
];

export const requestSendingAttempts: readonly RequestAttempt[] = [...sent, ...naturally];
