// The answer that several write and the text in which they write it: rows that belong together only by half, and what becomes of it
// when it is kept. Asked of the database alone.
import type { RequestAttempt } from './request-attempt.ts';

const client = (person: string, affiliation: string, id = 99, document = 'joint document') =>
  `insert into document_clients (document_id, client_id, person_id, affiliation_id, at)
   values (<${document}>, ${id}, <${person}>, <${affiliation}>, now())`;
const update = (person: string, affiliation: string, id = 99, document = 'joint document') =>
  `insert into document_updates (document_id, seq, client_id, person_id, affiliation_id, bytes, at)
   values (<${document}>, 99, ${id}, <${person}>, <${affiliation}>, '\\x00', now())`;
const other = `'00000000-0000-7000-8000-000000000002'::uuid`;
/** A second text beside the first one: of another answer, of another kind, or of nothing. */
const anotherText = (kind: string, scope: string, frozen = 'null') =>
  `insert into documents (id, scope_kind, scope_id, created_at, frozen_at) values (${other}, '${kind}', ${scope}, now(), ${frozen})`;

/** The answer was sent: whoever wrote in it reads it on. */
const sent = `update consultations set state = 'answered', answered_at = now() where id = <joint request>`;
const writing: readonly RequestAttempt[] = [
  {
    as: 'expert',
    says: 'takes a number in a text that is read only by now',
    given: sent,
    tries: client('as', 'as@'),
    finds: 'refused',
  },
  {
    as: 'expert',
    says: 'takes a number in a finished text',
    given: 'update documents set frozen_at = now() where id = <joint document>',
    tries: client('as', 'as@'),
    finds: 'refused',
  },
  {
    as: 'expert',
    says: 'takes a number in a text that is not theirs, while one of theirs is open',
    given: anotherText('joint-answer', 'uuidv7()'),
    tries: `insert into document_clients (document_id, client_id, person_id, affiliation_id, at) values (${other}, 99, <as>, <as@>, now())`,
    finds: 'refused',
  },
  {
    as: 'expert',
    says: 'writes in a text that is read only by now',
    given: `${client('as', 'as@')}; ${sent}`,
    tries: update('as', 'as@'),
    finds: 'refused',
  },
  { as: 'expert', says: 'writes under a number of theirs', tries: client('as', 'as@'), finds: 'done' },
  {
    as: 'expert',
    says: 'takes a number in another’s name',
    tries: client('holder', 'as@'),
    finds: 'refused',
  },
  {
    as: 'expert',
    says: 'takes a number in another affiliation',
    tries: client('as', 'holder@'),
    finds: 'refused',
  },
  {
    as: 'expert',
    says: 'writes',
    given: client('as', 'as@'),
    tries: update('as', 'as@'),
    finds: 'done',
  },
  {
    as: 'expert',
    says: 'writes in another’s name',
    given: client('holder', 'as@'),
    tries: update('holder', 'as@'),
    finds: 'refused',
  },
  {
    as: 'expert',
    says: 'writes in another affiliation',
    given: client('as', 'holder@'),
    tries: update('as', 'holder@'),
    finds: 'refused',
  },
  {
    as: 'expert',
    says: 'writes under the number of another',
    given: client('as', 'as@'),
    tries: update('as', 'as@', 7),
    finds: 'refused',
  },
  {
    as: 'expert',
    says: 'writes under a number that is theirs in another text alone',
    given: `${client('holder', 'holder@')}; ${anotherText('joint-answer', '<joint>')};
      insert into document_clients values (${other}, 99, <as>, <as@>, now())`,
    tries: update('as', 'as@'),
    finds: 'refused',
  },
  {
    as: 'expert',
    says: 'writes under a number of another in their affiliation',
    given: client('holder', 'as@'),
    tries: update('as', 'as@'),
    finds: 'refused',
  },
  {
    as: 'expert',
    says: 'writes under a number that is theirs in another affiliation',
    given: client('as', 'holder@'),
    tries: update('as', 'as@'),
    finds: 'refused',
  },
  {
    as: 'expert',
    says: 'writes in what is finished, while another text of it is not',
    given: `${client('as', 'as@')}; ${anotherText('joint-answer', '<joint>')};
      update documents set frozen_at = now() where id = <joint document>`,
    tries: update('as', 'as@'),
    finds: 'refused',
  },
  {
    as: 'expert',
    says: 'writes in a text that is not theirs, while one of theirs is open',
    given: `${anotherText('joint-answer', 'uuidv7()')};
      insert into document_clients values (${other}, 99, <as>, <as@>, now())`,
    tries: `insert into document_updates (document_id, seq, client_id, person_id, affiliation_id, bytes, at)
      values (${other}, 99, 99, <as>, <as@>, '\\x00', now())`,
    finds: 'refused',
  },
  {
    as: 'expert',
    says: 'reads who writes in a text that is not theirs',
    given: `${anotherText('joint-answer', 'uuidv7()')};
      insert into document_clients values (${other}, 99, <holder>, <holder@>, now())`,
    tries: `select count(*) from document_clients where document_id = ${other}`,
    finds: '0',
  },
  {
    as: 'expert',
    says: 'reads who writes in it',
    tries: 'select count(*) from document_clients where document_id = <joint document>',
    finds: '1',
  },
];

const inService = `insert into service_members (service_id, person_id, affiliation_id, role, starts_at, set_by)
  values (<service>, <asker>, <asker@>, 'lead', now(), <holder@>)`;
const begin = 'select access.begin_joint_answer(<joint request>)';
const rights: readonly RequestAttempt[] = [
  { as: 'member', says: 'begins it', tries: begin, finds: 'done' },
  {
    as: 'asker',
    says: 'begins the answer to themselves as one of the service',
    given: inService,
    tries: begin,
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'reads the answer to themselves as one of the service',
    given: inService,
    tries: 'select count(*) from joint_answers where id = <joint>',
    finds: '0',
  },
  { as: 'member', says: 'begins it where it is begun', tries: `${begin} = <joint>`, finds: 'true' },
  {
    as: 'member',
    says: 'begins another after it was sent',
    given: `update joint_answers set message_id = (select id from consultation_messages where consultation_id = <joint request> order by id limit 1)
      where id = <joint>`,
    tries: `${begin} <> <joint>`,
    finds: 'true',
  },
  {
    as: 'member',
    says: 'begins another to another request',
    tries: 'select access.begin_joint_answer(<claimed>) <> <joint>',
    finds: 'true',
  },
  {
    as: 'member of the service it is passed to',
    says: 'begins another of their own service',
    given: 'update consultations set service_id = <passed service> where id = <joint request>',
    tries: `${begin} <> <joint>`,
    finds: 'true',
  },
  {
    as: 'member of the service it is passed to',
    says: 'reads what the service before them began',
    given: 'update consultations set service_id = <passed service> where id = <joint request>',
    tries: 'select count(*) from joint_answers where id = <joint>',
    finds: '0',
  },
  {
    as: 'member',
    says: 'reads an answer to a request of another service, while they have one',
    given: `update consultations set service_id = <passed service> where id = <joint request>;
      update joint_answers set service_id = <passed service> where id = <joint>`,
    tries: 'select count(*) from joint_answers where id = <joint>',
    finds: '0',
  },
];

const changed = (scopes = '<joint>') =>
  `select count(*) from access.document_access_changed('joint-answer', array[${scopes}])`;
const answering = 'select count(*) from access.people_answering(<joint>)';
const told: readonly RequestAttempt[] = [
  // The four of the service, whoever stands in for two of them, the expert.
  { as: 'member', says: 'is told who writes', tries: answering, finds: '7' },
  { as: 'asker', says: 'is told who writes', tries: answering, finds: '0' },
  {
    as: 'member',
    says: 'is told who writes where nobody was asked in, while others have experts',
    given: 'delete from consultation_experts where consultation_id = <joint request>',
    tries: answering,
    finds: '6',
  },
  {
    as: 'member',
    says: 'is told who writes, while another service has one, too',
    given: `update consultations set service_id = <passed service> where id = <sent>;
      insert into joint_answers (consultation_id, service_id, begun_by, begun_at) values (<sent>, <passed service>, <holder@>, now())`,
    tries: answering,
    finds: '7',
  },
  {
    as: 'member',
    says: 'is told who writes, of whom one is the asker’s substitute',
    given: `insert into service_members (service_id, person_id, affiliation_id, role, starts_at, set_by)
      values (<service>, <stands in for the asker>, <stands in for the asker@>, 'expert', now(), <holder@>)`,
    tries: answering,
    finds: '7',
  },
  {
    as: 'member',
    says: 'is told who writes after one place has ended, and with it its substitute’s',
    given: `update service_members set ends_at = now() - interval '1 second' where affiliation_id = <lead@>`,
    tries: answering,
    finds: '5',
  },
  {
    as: 'member',
    says: 'is told who writes, while somebody of another service is away',
    given: `insert into absences (person_id, affiliation_id, substitute_id, substitute_affiliation_id, starts_at, ends_at, recorded_by, recorded_at)
      select <member of another service>, <member of another service@>, <stranger>, <stranger@>, now(), now() + interval '1 day', <holder@>, now()`,
    tries: answering,
    finds: '7',
  },
  {
    as: 'expert',
    says: 'says that it has changed who may write in it',
    given: `${anotherText('memo', '<joint>')};
      insert into documents (scope_kind, scope_id, created_at) values ('joint-answer', uuidv7(), now())`,
    tries: changed(),
    finds: '1',
    leaves: 'select count(*) = 1 from documents where access_epoch > 0',
    // It opens nothing: what was allowed before is asked for once more.
    even: [
      'whose affiliation has ended',
      'who has ended',
      'whose agency has ended',
      'in another affiliation',
      'in none',
      'in a borrowed one',
    ],
  },
  {
    as: 'member',
    says: 'finds the answers to it',
    tries: 'select count(*) from access.joint_answers_of(<joint request>)',
    finds: '1',
  },
  {
    as: 'member',
    says: 'finds the answers to another',
    tries: 'select count(*) from access.joint_answers_of(<claimed>)',
    finds: '0',
  },
  {
    as: 'stranger',
    says: 'finds the answers to it',
    tries: 'select count(*) from access.joint_answers_of(<joint request>)',
    finds: '0',
  },
  {
    as: 'administrator of the service',
    says: 'finds the answers of their service',
    tries: 'select count(*) > 0 from access.joint_answers_of_service(<service>)',
    finds: 'true',
    even: ['in another affiliation'],
  },
  {
    as: 'administrator of the service',
    says: 'finds the answers of another service of theirs',
    tries: 'select count(*) > 0 from access.joint_answers_of_service(<empty service>)',
    finds: 'false',
  },
  {
    as: 'administrator of the school',
    says: 'finds the answers of another agency’s service',
    tries: 'select count(*) > 0 from access.joint_answers_of_service(<service>)',
    finds: 'refused',
  },
  ...(['asker', 'holder'] as const).map(
    (as): RequestAttempt => ({
      as,
      says: 'finds the answers that their absence is about',
      tries: `select count(*) > 0 from access.joint_answers_of_absent(<as@>) j where j = <joint>`,
      finds: 'true',
      // An absence is arranged by whoever has the affiliation, as in cases.
      even: ['who has ended', 'whose agency has ended'],
    }),
  ),
  {
    as: 'principal',
    says: 'finds the answers that their absence is about',
    tries: `select count(*) > 0 from access.joint_answers_of_absent(<as@>) j where j = <joint>`,
    finds: 'false',
  },
  {
    as: 'stranger',
    says: 'finds the answers that another’s absence is about',
    tries: 'select count(*) > 0 from access.joint_answers_of_absent(<holder@>)',
    finds: 'refused',
  },
];

export const togetherAttempts: readonly RequestAttempt[] = [...writing, ...rights, ...told];
