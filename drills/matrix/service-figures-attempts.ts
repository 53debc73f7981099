// What a service is told of itself: its figures. Asked of the database alone.
import type { RequestAttempt } from './request-attempt.ts';

const row = (
  who: string,
  service: string,
  starts = "now() - interval '1 minute'",
  ends = 'null',
  id = 'uuidv7()',
) =>
  `insert into service_members (id, service_id, person_id, affiliation_id, role, starts_at, ends_at, set_by)
   values (${id}, <${service}>, <${who}>, <${who}@>, 'expert', ${starts}, ${ends}, <holder@>)`;

const counted = `insert into consultations select (jsonb_populate_record(c, jsonb_build_object('id', ('00000000-0000-7000-8000-0000000001' || lpad(g::text, 2, '0'))::uuid,
      'number', 'K-x-' || g, 'service_id', <empty service>, 'area', case when g = 6 then 'school-attendance' else 'other' end,
      'received_at', now() - case when g = 8 then interval '2 years' else interval '10 days' end,
      'answered_at', now() - case when g = 8 then interval '2 years' - interval '90 hours' else interval '10 days' - interval '4 hours' end,
      'state', case when g = 7 then 'withdrawn' else 'answered' end))).* from consultations c, generate_series(1, 8) g where c.id = <answered>;
  insert into consultation_history (consultation_id, act, to_state, person_id, affiliation_id, at)
    select c.id, a.act, 'claimed', <holder>, <holder@>, c.received_at + make_interval(mins => a.mins)
    from consultations c, (values ('claim', 90), ('ask-more', 5)) a (act, mins) where c.number like 'K-x-%';
  insert into consultation_history (consultation_id, act, to_state, person_id, affiliation_id, at)
    values (<claimed>, 'claim', 'claimed', <holder>, <holder@>, now() - interval '3 years');
  insert into consultation_messages (consultation_id, kind, side, person_id, affiliation_id, at, text)
    select c.id, a.kind, a.side, <holder>, <holder@>, c.received_at + make_interval(mins => a.mins), 'x'
    from consultations c, (values ('answer', 'answering', 150), ('told-more', 'asking', 5)) a (kind, side, mins) where c.number like 'K-x-%';
  insert into consultation_messages (consultation_id, kind, side, person_id, affiliation_id, at, text)
    values (<claimed>, 'answer', 'answering', <holder>, <holder@>, now() - interval '3 years', 'x');
  ${row('member', 'empty service')}`;
const outcomes = (
  only: string,
) => `insert into consultation_outcomes (consultation_id, kind, words, person_id, affiliation_id, at)
  select c.id, 'advice-was-enough', '', <asker>, <asker@>, now() from consultations c where c.number like 'K-x-%' and ${only}`;
const figures = (of: string) => `select access.service_figures(<empty service>) ->> '${of}'`;
export const serviceFigureAttempts: readonly RequestAttempt[] = [
  ...(
    [
      ['requests', '6'],
      ['seenHours', '2'],
      ['firstReplyHours', '3'],
      ['answerHours', '4'],
      ['byArea', '[{"area": "other", "requests": 5}]'],
    ] as const
  ).map(
    ([of, finds]): RequestAttempt => ({
      as: 'member',
      says: `is told of ${of}`,
      given: counted,
      tries: figures(of),
      finds,
    }),
  ),
  {
    as: 'member',
    says: 'is told a share with fewer than five on one side of it',
    given: `${counted}; ${outcomes('true')}`,
    tries: `select coalesce(access.service_figures(<empty service>) ->> 'adviceAlonePercent', 'none')`,
    finds: 'none',
  },
  {
    as: 'member',
    says: 'is told a share with fewer than five on the other side of it',
    given: `${counted}; ${outcomes('true')};
      insert into consultation_outcomes (consultation_id, kind, words, person_id, affiliation_id, at)
        select c.id, 'no-action', '', <asker>, <asker@>, now() from consultations c where c.number like 'K-x-%' and right(number, 1) > '1'`,
    tries: `select coalesce(access.service_figures(<empty service>) ->> 'adviceAlonePercent', 'none')`,
    finds: 'none',
  },
  {
    as: 'member',
    says: 'is told a share with five on both sides of it',
    given: `${counted}; update consultations set state = 'answered', received_at = now() - interval '1 day' where number like 'K-x-%';
      insert into consultations select (jsonb_populate_record(c, jsonb_build_object('id', uuidv7(), 'number', 'K-x-1' || g))).*
        from consultations c, generate_series(1, 2) g where c.number = 'K-x-1';
      ${outcomes("right(number, 1) in ('1', '2', '3', '4')")};
      insert into consultation_outcomes (consultation_id, kind, words, person_id, affiliation_id, at)
        select c.id, 'no-action', '', <asker>, <asker@>, now() from consultations c where c.number like 'K-x-%' and right(number, 1) > '4'
        union all select c.id, 'no-action', '', <asker>, <asker@>, now() from consultations c where c.number = 'K-x-1';
      insert into consultation_outcomes (consultation_id, kind, words, person_id, affiliation_id, at)
        select c.id, 'no-action', '', <asker>, <asker@>, now() from consultations c where c.number not like 'K-x-%'`,
    tries: figures('adviceAlonePercent'),
    finds: '50',
  },
  {
    as: 'lead',
    says: 'is told of a service in which they are not',
    given: counted,
    tries: figures('requests'),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'is told how long it takes',
    given: counted,
    tries: 'select hours from access.service_speeds() where service_id = <empty service>',
    finds: '4',
    even: ['in another affiliation'],
  },
  {
    as: 'asker',
    says: 'is told how long it took long ago',
    given: `${counted}; update consultations set received_at = received_at - interval '2 years', answered_at = answered_at - interval '2 years' where number like 'K-x-%'`,
    tries: 'select hours from access.service_speeds() where service_id = <empty service>',
    finds: 'nothing',
  },
];
