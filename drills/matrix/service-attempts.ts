// Services, who is in them, and what they are told of themselves. Asked of the database alone.
import type { RequestAttempt } from './request-attempt.ts';

const administrator = 'administrator of the service';
const ended = (table: string, where: string) =>
  `update ${table} set ends_at = now() - interval '1 second' where ${where}`;
const put = (who: string, service = 'service', role = 'expert') =>
  `select access.set_service_member(<${service}>, <${who}@>, '${role}', null)`;
const current = `tstzrange(starts_at, ends_at) @> now() and (ends_at is null or ends_at > now())`;
const row = (
  who: string,
  service: string,
  starts = "now() - interval '1 minute'",
  ends = 'null',
  id = 'uuidv7()',
) =>
  `insert into service_members (id, service_id, person_id, affiliation_id, role, starts_at, ends_at, set_by)
   values (${id}, <${service}>, <${who}>, <${who}@>, 'expert', ${starts}, ${ends}, <holder@>)`;
const standing = `update services set kind = 'standing-team' where id = <service>`;

const members: readonly RequestAttempt[] = [
  {
    as: administrator,
    says: 'puts somebody into the service',
    given: `${row('stranger', 'empty service', "now() + interval '1 day'")}; ${row('member', 'empty service', "now() + interval '1 day'")}`,
    tries: put('stranger'),
    finds: 'done',
    leaves: `select (select count(*) = 1 from service_members where service_id = <service> and affiliation_id = <stranger@> and ${current})
      and (select count(*) = 4 from service_members where service_id = <service> and affiliation_id <> <stranger@> and ${current})
      and (select count(*) = 2 from service_members where service_id = <empty service>)`,
    even: ['in another affiliation'],
  },
  {
    as: administrator,
    says: 'gives somebody another role, from a later day too',
    given: `${row('stranger', 'service', "now() + interval '1 day'")}`,
    tries: put('member', 'service', 'lead'),
    finds: 'done',
    leaves: `select (select array_agg(role) = '{lead}' from service_members where service_id = <service> and affiliation_id = <member@> and ${current})
      and (select count(*) = 1 from service_members where affiliation_id = <stranger@>)
      and (select count(*) = 4 from service_members where service_id = <service> and starts_at <= now() and (ends_at is null or ends_at > now()))
      and (select count(*) = 1 from service_members where service_id = <service> and affiliation_id = <former member@> and ends_at < now())`,
    even: ['in another affiliation'],
  },
  {
    as: administrator,
    says: 'puts in again somebody who was in it, and is in another',
    given: row('former member', 'passed service'),
    tries: put('former member'),
    finds: 'done',
    leaves: `select (select count(*) = 2 and count(*) filter (where ends_at < now()) = 1 from service_members where service_id = <service> and affiliation_id = <former member@>)
      and (select ends_at is null from service_members where service_id = <passed service> and affiliation_id = <former member@>)`,
    even: ['in another affiliation'],
  },
  { as: 'lead', says: 'puts somebody into the service', tries: put('stranger'), finds: 'refused' },
  {
    as: 'administrator of the school',
    says: 'puts somebody into the service',
    tries: put('stranger'),
    finds: 'refused',
  },
  {
    as: administrator,
    says: 'puts somebody into a service that has ended',
    given: 'update services set ended_at = now() where id = <service>',
    tries: put('stranger'),
    finds: 'refused',
  },
  {
    as: administrator,
    says: 'puts in one whose affiliation has ended',
    given: ended('affiliations', 'id = <stranger@>'),
    tries: put('stranger'),
    finds: 'refused',
  },
  {
    as: administrator,
    says: 'puts in one who has ended',
    given: `update people set ended_at = now() - interval '1 second' where id = <stranger>`,
    tries: put('stranger'),
    finds: 'refused',
  },
  { as: administrator, says: 'puts themselves in', tries: put(administrator), finds: 'refused' },
  {
    as: administrator,
    says: 'puts in somebody of another agency',
    tries: put('member of another service'),
    finds: 'refused',
  },
  {
    as: administrator,
    says: 'puts in somebody of another agency, into a standing team',
    given: `${standing}; update consultations set service_id = <passed service> where id = <named and sent>`,
    tries: put('member of another service'),
    finds: 'done',
    // What names a child crosses with them; what does not, and what another service has, does not.
    leaves: `select array_agg(distinct object_id) = array[<named>] and bool_or(to_agency_id = <clinic>) from disclosure_log where object_kind = 'consultation' and at = now()`,
    even: ['in another affiliation'],
  },
  {
    as: administrator,
    says: 'puts somebody in who is logged with nothing of what was withdrawn, of people who were in it, or of themselves',
    given: `${standing}; update consultations set state = 'withdrawn', holder_id = null, holder_affiliation_id = null where id = <named and sent>;
      delete from consultation_experts where consultation_id = <named> and person_id <> <expert who declined>;
      ${row('member of the service it is passed to', 'service', "now() - interval '2 days'", "now() - interval '1 day'")};
      ${row('deputy', 'service')}`,
    tries: put('stranger'),
    finds: 'done',
    leaves: `select array_agg(to_agency_id) = array[<protection>] and bool_and(object_id = <named>) from disclosure_log where object_kind = 'consultation' and at = now()`,
    even: ['in another affiliation'],
  },
];

const memberId = `'00000000-0000-7000-8000-000000000005'::uuid`;
const end = `select access.end_service_member(${memberId})`;
const known = (who: string) =>
  `update service_members set id = ${memberId} where service_id = <service> and affiliation_id = <${who}@>`;
const leaving: readonly RequestAttempt[] = [
  {
    as: administrator,
    says: 'ends a place',
    given: known('member'),
    tries: end,
    finds: 'done',
    leaves: `select count(*) = 1 and bool_and(id = ${memberId}) from service_members where ends_at = now()`,
    even: ['in another affiliation'],
  },
  {
    as: administrator,
    says: 'ends a place that has ended',
    given: known('former member'),
    tries: end,
    finds: 'refused',
  },
  {
    as: 'administrator of the school',
    says: 'ends a place',
    given: known('member'),
    tries: end,
    finds: 'refused',
  },
  { as: 'lead', says: 'ends a place', given: known('member'), tries: end, finds: 'refused' },
  {
    as: administrator,
    says: 'ends a place in another agency’s service',
    given: `update service_members set id = ${memberId} where affiliation_id = <member of another service@>`,
    tries: end,
    finds: 'refused',
  },
];

const endService = (service = 'empty service') => `select access.end_service(<${service}>)`;
const elsewhere = `update consultations set service_id = <passed service>, offered_service_id = null, offered_at = null, offer_reason = null`;
const concluded = (id: string, kind = 'concluded') =>
  `insert into welfare_notification_steps (notification_id, kind, verdict, words, person_id, affiliation_id, at)
   values (${id}, '${kind}', ${kind === 'concluded' ? "'joined-case'" : 'null'}, 'x', <lead>, <lead@>, now())`;
const anotherNotification = `'00000000-0000-7000-8000-000000000006'::uuid`;
const secondNotification = (service: string) =>
  `insert into welfare_notifications select (jsonb_populate_record(n, jsonb_build_object('id', ${anotherNotification}, 'number', 'I-x', 'service_id', <${service}>))).*
   from welfare_notifications n where id = <notification>`;
const ending: readonly RequestAttempt[] = [
  {
    as: administrator,
    says: 'ends a service',
    tries: endService(),
    finds: 'true',
    leaves: `select count(*) = 1 and bool_and(id = <empty service>) from services where ended_at is not null`,
    even: ['in another affiliation'],
  },
  { as: 'lead', says: 'ends a service', tries: endService(), finds: 'refused' },
  { as: 'administrator of the school', says: 'ends a service', tries: endService(), finds: 'refused' },
  {
    as: administrator,
    says: 'ends a service that has ended',
    given: `update services set ended_at = now() where id = <empty service>`,
    tries: endService(),
    finds: 'refused',
  },
  { as: administrator, says: 'ends a service with requests', tries: endService('service'), finds: 'false' },
  {
    as: administrator,
    says: 'ends a service to which one is being passed',
    given: `update consultations set offered_service_id = <empty service>, offered_at = now(), offer_reason = '' where id = <claimed>`,
    tries: endService(),
    finds: 'false',
  },
  {
    as: administrator,
    says: 'ends a service with nothing but what is closed',
    given: `update consultations set service_id = <empty service> where id = <closed>`,
    tries: endService(),
    finds: 'true',
    even: ['in another affiliation'],
  },
  {
    as: administrator,
    says: 'ends a service with a notification under way',
    given: `${elsewhere}; ${concluded('<notification>', 'received')}; ${secondNotification('passed service')}; ${concluded(anotherNotification)}`,
    tries: endService('service'),
    finds: 'false',
  },
  {
    as: administrator,
    says: 'ends a service whose notifications are concluded',
    given: `${elsewhere}; ${concluded('<notification>')}; ${secondNotification('passed service')}`,
    tries: endService('service'),
    finds: 'true',
    even: ['in another affiliation'],
  },
];

const add = (agency: string, endedAt = 'null') =>
  `insert into services (agency_id, kind, name_fi, name_sv, advises_fi, advises_sv, areas, languages, takes_anonymous, takes_named, checklist,
     days_ordinary, days_soon, days_urgent, added_at, ended_at)
   values (<${agency}>, 'psychiatry', 'x', 'x', 'x', 'x', '{other}', '{fi}', true, true, 'none', 5, 3, 1, now(), ${endedAt})`;
const rename = `update services set name_fi = name_fi where id = <service>`;
const lists = 'select count(*) > 0 from service_members where service_id = <service>';
const directory: readonly RequestAttempt[] = [
  {
    as: administrator,
    says: 'adds a service',
    tries: add('protection'),
    finds: 'done',
    even: ['in another affiliation'],
  },
  {
    as: administrator,
    says: 'adds a service that has ended',
    tries: add('protection', 'now()'),
    finds: 'refused',
  },
  { as: administrator, says: 'adds a service of another agency', tries: add('school'), finds: 'refused' },
  { as: 'lead', says: 'adds a service', tries: add('protection'), finds: 'refused' },
  {
    as: administrator,
    says: 'changes a service',
    tries: rename,
    finds: 'done',
    even: ['in another affiliation'],
  },
  { as: 'administrator of the school', says: 'changes a service', tries: rename, finds: 'nothing' },
  { as: 'lead', says: 'changes a service', tries: rename, finds: 'nothing' },
  {
    as: 'asker',
    says: 'reads the directory',
    tries: 'select count(*) > 0 from services',
    finds: 'true',
    even: ['in another affiliation'],
  },
  { as: 'guardian', says: 'reads the directory', tries: 'select count(*) > 0 from services', finds: 'false' },
  {
    as: administrator,
    says: 'reads who is in the service',
    tries: lists,
    finds: 'true',
    even: ['in another affiliation'],
  },
  { as: 'administrator of the school', says: 'reads who is in the service', tries: lists, finds: 'false' },
  {
    as: administrator,
    says: 'reads who is in another agency’s service',
    tries: 'select count(*) > 0 from service_members where service_id = <passed service>',
    finds: 'false',
  },
  {
    as: 'member',
    says: 'reads who is in their service',
    tries: `${lists} and affiliation_id = <holder@>`,
    finds: 'true',
  },
  {
    as: 'former member',
    says: 'reads who is in it',
    tries: `${lists} and affiliation_id = <holder@>`,
    finds: 'false',
  },
  {
    as: 'former member',
    says: 'reads their own place',
    tries: `${lists} and affiliation_id = <as@>`,
    finds: 'true',
    // Their own row, whatever has become of the affiliation that it names.
    even: ['whose affiliation has ended', 'who has ended', 'whose agency has ended'],
  },
  {
    as: 'former member',
    says: 'reads another’s place in their affiliation',
    given: `update service_members set person_id = <stranger> where affiliation_id = <as@>`,
    tries: `${lists} and affiliation_id = <as@>`,
    finds: 'false',
  },
  {
    as: administrator,
    says: 'administers',
    tries: 'select access.administers_agency(<protection>)',
    finds: 'true',
    even: ['in another affiliation'],
  },
  {
    as: administrator,
    says: 'administers another agency',
    tries: 'select access.administers_agency(<school>)',
    finds: 'false',
  },
  {
    as: 'member',
    says: 'administers',
    tries: 'select access.administers_agency(<protection>)',
    finds: 'false',
  },
];

const staffed = (service: string) => `select access.is_staffed(<${service}>)`;
const staff: readonly RequestAttempt[] = [
  {
    as: 'asker',
    says: 'is told that somebody is there',
    tries: staffed('service'),
    finds: 'true',
    even: ['in another affiliation'],
  },
  {
    as: 'asker',
    says: 'is told that somebody is in an empty service',
    tries: staffed('empty service'),
    finds: 'false',
  },
  {
    as: 'member',
    says: 'is told that somebody is there beside them',
    given: row('member', 'empty service'),
    tries: staffed('empty service'),
    finds: 'false',
  },
  {
    as: 'asker',
    says: 'is told that somebody is there whose place has ended',
    given: row('stranger', 'empty service', "now() - interval '2 days'", "now() - interval '1 day'"),
    tries: staffed('empty service'),
    finds: 'false',
  },
  {
    as: 'asker',
    says: 'is told that somebody is there whose affiliation has ended',
    given: `${row('stranger', 'empty service')}; ${ended('affiliations', 'id = <stranger@>')}`,
    tries: staffed('empty service'),
    finds: 'false',
  },
  {
    as: 'asker',
    says: 'is told that somebody is there who has ended',
    given: `${row('stranger', 'empty service')}; update people set ended_at = now() - interval '1 second' where id = <stranger>`,
    tries: staffed('empty service'),
    finds: 'false',
  },
];

/** Six that count and two that do not: each seen after two hours, replied to after three and answered after four; five of one area. */
export const serviceAttempts: readonly RequestAttempt[] = [
  ...members,
  ...leaving,
  ...ending,
  ...directory,
  ...staff,
];
