// Child welfare notifications: to whom and from what they may be made, and rows that are one's own only by half. Asked of the database
// alone.
import type { RequestAttempt } from './request-attempt.ts';

const fields = `'{"phone": "", "childName": "Aino", "whereabouts": "", "guardians": "", "observed": "x", "observedWhen": "", "worry": "x",
  "urgency": "soon", "familyKnows": "yes", "familyWords": ""}'`;
const send = (service = '<service>', from = 'null') =>
  `select access.send_welfare_notification('I-' || uuidv7(), '2030-01-01', ${service}, ${from}, ${fields})`;
const crossed = (from: string, to: string) =>
  `(select count(*) = 1 from disclosure_log where object_kind = 'welfare-notification' and at = now() and from_agency_id = <${from}> and to_agency_id = <${to}>)`;

const made: readonly RequestAttempt[] = [
  {
    as: 'asker',
    says: 'makes one',
    tries: send(),
    finds: 'done',
    leaves: `select ${crossed('school', 'protection')} and (select count(*) = 1 from welfare_notification_origins)`,
    even: ['in another affiliation'],
  },
  {
    as: 'asker',
    says: 'makes one from their request',
    tries: send('<service>', '<claimed>'),
    finds: 'done',
    leaves: 'select count(*) = 1 from welfare_notification_origins where consultation_id = <claimed>',
  },
  {
    as: 'stranger',
    says: 'makes one to their own agency, and nothing crosses',
    tries: send(),
    finds: 'done',
    leaves: `select count(*) = 0 from disclosure_log where object_kind = 'welfare-notification' and at = now()`,
    even: ['in another affiliation'],
  },
  { as: 'guardian', says: 'makes one', tries: send(), finds: 'refused' },
  {
    as: 'deputy',
    says: 'makes one from another’s request',
    tries: send('<service>', '<claimed>'),
    finds: 'refused',
  },
  {
    as: 'deputy',
    says: 'makes one from a request that is another’s in the deputy’s affiliation',
    given: 'update consultations set asker_affiliation_id = <as@> where id = <claimed>',
    tries: send('<service>', '<claimed>'),
    finds: 'refused',
  },
  {
    as: 'deputy',
    says: 'makes one from a request of theirs in another affiliation',
    given: 'update consultations set asker_id = <as> where id = <claimed>',
    tries: send('<service>', '<claimed>'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'makes one from a request that is not theirs, while others are',
    given:
      'update consultations set asker_id = <stranger>, asker_affiliation_id = <stranger@> where id = <claimed>',
    tries: send('<service>', '<claimed>'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'makes one to a service of another kind',
    tries: send('<passed service>'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'makes one to a service in which nobody is',
    tries: send('<empty service>'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'makes one to a service that has ended',
    given: 'update services set ended_at = now() where id = <service>',
    tries: send(),
    finds: 'refused',
  },
];

const another = `'00000000-0000-7000-8000-000000000007'::uuid`;
const second = `insert into welfare_notifications select (jsonb_populate_record(n, jsonb_build_object('id', ${another}, 'number', 'I-x', 'service_id', <passed service>))).*
   from welfare_notifications n where id = <notification>`;
const received = (id: string) =>
  `insert into welfare_notification_steps (notification_id, kind, words, person_id, affiliation_id, at) values (${id}, 'received', 'x', <lead>, <lead@>, now())`;
const reads = 'select count(*) from welfare_notifications where id = <notification>';
const steps = `select count(*) from welfare_notification_steps where notification_id = ${another}`;
const handling =
  'select received_at is not null and began_at is null from access.welfare_handling(array[<notification>])';
const people = 'select count(*) from access.people_beside_notification(<notification>)';
const half = (person: string, affiliation: string) =>
  `update welfare_notifications set notifier_id = <${person}>, notifier_affiliation_id = <${affiliation}@>;
   update welfare_notification_origins set person_id = <${person}>, affiliation_id = <${affiliation}@>`;
const halves = [
  ['that another made in their affiliation', half('asker', 'stranger')],
  ['that they made in another affiliation', half('stranger', 'asker')],
] as const;
const seen: readonly RequestAttempt[] = [
  { as: 'asker', says: 'reads it', tries: reads, finds: '1' },
  { as: 'member', says: 'reads it', tries: reads, finds: '1' },
  {
    as: 'asker',
    says: 'reads from what it came',
    tries: 'select count(*) from welfare_notification_origins',
    finds: '1',
  },
  {
    as: 'asker',
    says: 'is told that it was received',
    given: received('<notification>'),
    tries: handling,
    finds: 'true',
  },
  {
    as: 'asker',
    says: 'is told what is not known to have been received',
    given: received('<notification>')
      .replace("'received', 'x'", "'urgency-judged', 'x'")
      .replace('kind, words', 'kind, verdict, words')
      .replace("'urgency-judged', ", "'urgency-judged', 'urgent', "),
    tries:
      'select received_at is null and began_at is not null from access.welfare_handling(array[<notification>])',
    finds: 'true',
  },
  {
    as: 'asker',
    says: 'is told of another that was received',
    given: 'update welfare_notifications set notifier_id = <stranger>, notifier_affiliation_id = <stranger@>',
    tries: 'select count(*) from access.welfare_handling(array[<notification>])',
    finds: '0',
  },
  {
    as: 'asker',
    says: 'is told of one only of those that they ask about',
    given: second,
    tries: 'select count(*) from access.welfare_handling(array[<notification>])',
    finds: '1',
  },
  {
    as: 'asker',
    says: 'finds who is beside it, who made another, too',
    given: second,
    tries: people,
    finds: '7',
  },
  // Whoever made it, four of the service and two who stand in.
  { as: 'member', says: 'finds who is beside it', given: second, tries: people, finds: '7' },
  {
    as: 'member',
    says: 'reads what another service did',
    given: `${second}; ${received(another)}`,
    tries: steps,
    finds: '0',
  },
  {
    as: 'asker',
    says: 'reads what the service did with theirs',
    given: received('<notification>'),
    tries: 'select count(*) from welfare_notification_steps where notification_id = <notification>',
    finds: '0',
  },
  {
    as: 'member of the service it is passed to',
    says: 'reads what their service did',
    given: `${second}; ${received(another)}`,
    tries: steps,
    finds: '1',
  },
  ...halves.flatMap(([says, given]): RequestAttempt[] => [
    { as: 'stranger', says: `reads one ${says}`, given, tries: reads, finds: '0' },
    {
      as: 'stranger',
      says: `reads from what one came ${says}`,
      given,
      tries: 'select count(*) from welfare_notification_origins',
      finds: '0',
    },
    {
      as: 'stranger',
      says: `is told that one was received ${says}`,
      given: `${given}; ${received('<notification>')}`,
      tries: 'select count(*) from access.welfare_handling(array[<notification>])',
      finds: '0',
    },
    { as: 'stranger', says: `finds who is beside one ${says}`, given, tries: people, finds: '0' },
  ]),
];

const step = (count = 0, id = '<notification>') =>
  `select access.step_welfare_notification(${id}, ${count}, 'received', null, '')`;
const stepped: readonly RequestAttempt[] = [
  { as: 'member', says: 'has it', tries: step(), finds: 'true' },
  {
    as: 'member',
    says: 'has nothing',
    tries: step(0, `'00000000-0000-7000-8000-00000000000f'`),
    finds: 'refused',
  },
  { as: 'member', says: 'has it on a page that is behind', tries: step(1), finds: 'false' },
  {
    as: 'member',
    says: 'has it while another was received',
    given: `${second}; ${received(another)}`,
    tries: step(),
    finds: 'true',
  },
  {
    as: 'asker',
    says: 'has it as one of the service',
    given: `insert into service_members (service_id, person_id, affiliation_id, role, starts_at, set_by)
      values (<service>, <as>, <as@>, 'lead', now() - interval '1 minute', <holder@>)`,
    tries: step(),
    finds: 'refused',
  },
];

export const welfareAttempts: readonly RequestAttempt[] = [...made, ...seen, ...stepped];
