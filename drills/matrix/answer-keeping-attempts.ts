// What becomes of the text that several write when it is kept as the answer. Asked of the database alone.
import type { RequestAttempt } from './request-attempt.ts';

const other = `'00000000-0000-7000-8000-000000000002'::uuid`;
const anotherText = (kind: string, scope: string, frozen = 'null') =>
  `insert into documents (id, scope_kind, scope_id, created_at, frozen_at) values (${other}, '${kind}', ${scope}, now(), ${frozen})`;

const messageId = `'ffffffff-0000-7000-8000-000000000001'::uuid`;
/** As the holder has just answered with it; another text beside it, in which somebody else wrote. */
const answered = `update documents set frozen_at = now() where id = <joint document>;
  update consultations set state = 'answered', answered_at = now() where id = <joint request>;
  insert into consultation_messages (id, consultation_id, kind, side, person_id, affiliation_id, at, text)
    values (${messageId}, <joint request>, 'answer', 'answering', <holder>, <holder@>, now(), 'x');
  ${anotherText('joint-answer', 'uuidv7()', 'now()')};
  insert into document_clients values (${other}, 8, <expert>, <expert@>, now());
  insert into joint_answers (consultation_id, service_id, begun_by, begun_at) values (<sent>, <service>, <holder@>, now())`;
const keep = `select access.keep_joint_answer(<joint>, '[]')`;
export const answerKeepingAttempts: readonly RequestAttempt[] = [
  {
    as: 'holder',
    says: 'keeps it as the answer',
    given: answered,
    tries: keep,
    finds: 'done',
    leaves: `select (select message_id = ${messageId} from joint_answers where id = <joint>)
      and (select array_agg(person_id) = array[<holder>] from joint_answer_authors where message_id = ${messageId})`,
  },
  { as: 'member', says: 'keeps it as the answer', given: answered, tries: keep, finds: 'refused' },
  {
    as: 'holder',
    says: 'keeps nothing',
    given: answered,
    tries: `select access.keep_joint_answer(<claimed>, '[]')`,
    finds: 'refused',
  },
  ...(
    [
      [
        'that is kept already',
        `update joint_answers set message_id = (select id from consultation_messages where consultation_id = <joint request> order by id limit 1) where id = <joint>`,
      ],
      [
        'of a request that is not answered',
        `update consultations set state = 'claimed' where id = <joint request>`,
      ],
      [
        'while another request was answered',
        `update consultations set state = 'claimed' where id = <joint request>; update consultations set answered_at = now() where id = <answered>`,
      ],
      [
        'of what was answered before',
        `update consultations set answered_at = now() - interval '1 hour' where id = <joint request>`,
      ],
      [
        'of another service',
        `update consultations set service_id = <passed service> where id = <joint request>;
         insert into service_members (service_id, person_id, affiliation_id, role, starts_at, set_by)
         values (<passed service>, <holder>, <holder@>, 'expert', now(), <holder@>)`,
      ],
      ['that is written on', `update documents set frozen_at = null where id = <joint document>`],
      [
        'of which only a text of another kind is finished',
        `update documents set frozen_at = null where id = <joint document>;
         update documents set scope_kind = 'memo', scope_id = <joint> where id = ${other}`,
      ],
      [
        'while the answer is another request’s',
        `update consultation_messages set consultation_id = <claimed> where id = ${messageId}`,
      ],
      [
        'while only advice was given',
        `update consultation_messages set kind = 'advice' where id = ${messageId}`,
      ],
      [
        'while another gave the answer',
        `update consultation_messages set affiliation_id = <member@> where id = ${messageId}`,
      ],
      [
        'while the answer was given before',
        `update consultation_messages set at = now() - interval '1 hour' where id = ${messageId}`,
      ],
    ] as const
  ).map(
    ([says, given]): RequestAttempt => ({
      as: 'holder',
      says: `keeps one ${says}`,
      given: `${answered}; ${given}`,
      tries: keep,
      finds: 'refused',
    }),
  ),
];
