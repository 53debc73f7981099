// Who is told that a request moved, what nobody takes, and what begins or ends by the clock. Asked of the database alone.
import type { RequestAttempt } from './request-attempt.ts';

const ended = (table: string, where: string) =>
  `update ${table} set ends_at = now() - interval '1 second' where ${where}`;
const beside = (on: string) => `select count(*) from access.sides_beside(<${on}>)`;
const history = (who: string, affiliation = `${who}@`, on = 'claimed', at = 'now()') =>
  `insert into consultation_history (consultation_id, act, to_state, person_id, affiliation_id, at)
   values (<${on}>, 'claim', 'claimed', <${who}>, <${affiliation}>, ${at})`;
/** The asker, the deputy, who stands in for the asker; four of the service and two who stand in; two experts. */
const sides: readonly RequestAttempt[] = [
  ...(
    [
      ['claimed', '11'],
      ['claimed passed on', '12'],
      ['closed', '9'],
      ['withdrawn', '3'],
    ] as const
  ).map(
    ([on, finds]): RequestAttempt => ({
      as: 'asker',
      says: `finds who is beside it, ${on}`,
      tries: beside(on),
      finds,
    }),
  ),
  {
    as: 'asker',
    says: 'finds who is beside it without experts, while others have some',
    given: 'delete from consultation_experts where consultation_id = <claimed>',
    tries: beside('claimed'),
    finds: '9',
  },
  { as: 'stranger', says: 'finds who is beside it', tries: beside('claimed'), finds: '0' },
  {
    as: 'asker',
    says: 'finds who is beside it after one affiliation has ended',
    given: ended('affiliations', 'id = <member@>'),
    tries: beside('claimed'),
    finds: '10',
  },
  {
    as: 'asker',
    says: 'finds who is beside it after one has ended',
    given: `update people set ended_at = now() - interval '1 second' where id = <member>`,
    tries: beside('claimed'),
    finds: '10',
  },
  {
    as: 'asker',
    says: 'finds who is beside it after an agency has ended',
    given: `update agencies set ended_at = now() - interval '1 second' where id = <clinic>`,
    tries: beside('claimed'),
    finds: '9',
  },
  {
    as: 'asker',
    says: 'finds who is beside it after whoever is away is back',
    given: `update absences set ends_at = now() - interval '1 second', starts_at = now() - interval '1 hour' where affiliation_id = <asker@>`,
    tries: beside('claimed'),
    finds: '10',
  },
  {
    as: 'stranger',
    says: 'finds whom to tell of what they just did',
    given: history('stranger'),
    tries: beside('claimed'),
    finds: '11',
  },
  {
    as: 'stranger',
    says: 'finds whom to tell of what they did before',
    given: history('stranger', 'stranger@', 'claimed', "now() - interval '1 second'"),
    tries: beside('claimed'),
    finds: '0',
  },
  {
    as: 'stranger',
    says: 'finds whom to tell of what they did to another',
    given: history('stranger', 'stranger@', 'sent'),
    tries: beside('claimed'),
    finds: '0',
  },
  {
    as: 'stranger',
    says: 'finds whom to tell of what another did in their affiliation',
    given: history('member', 'stranger@'),
    tries: beside('claimed'),
    finds: '0',
  },
  {
    as: 'stranger',
    says: 'finds whom to tell of what they did in another affiliation',
    given: history('stranger', 'member@'),
    tries: beside('claimed'),
    finds: '0',
  },
  ...(
    [
      ['one that they have', 'claimed', '', 'true'],
      ['one that they do not have', 'sent', '', 'false'],
      [
        'one that was closed long ago',
        'closed',
        `update consultations set changed_at = now() - interval '1 year' where id = <closed>`,
        'false',
      ],
    ] as const
  ).map(
    ([says, on, given, finds]): RequestAttempt => ({
      as: 'holder',
      says: `finds whom their absence is about, of ${says}`,
      given,
      tries: `select count(*) > 0 from access.sides_beside_absent(<as@>) where consultation_id = <${on}>`,
      finds,
      // As in cases, an absence is arranged by whoever has the affiliation.
      ...(finds === 'true' && { even: ['who has ended', 'whose agency has ended'] }),
    }),
  ),
  {
    as: 'stranger',
    says: 'finds whom another’s absence is about',
    tries: 'select count(*) from access.sides_beside_absent(<holder@>)',
    finds: 'refused',
  },
];

/** Waiting for two hours, and urgent; nothing else is. */
const urgent = `update consultations set urgency = case when id in (<sent>, <named and sent>) then 'urgent' else 'ordinary' end;
  delete from consultation_history where consultation_id in (<sent>, <named and sent>);
  insert into consultation_history (consultation_id, act, to_state, person_id, affiliation_id, at) values
    (<sent>, 'send', 'sent', <asker>, <asker@>, now() - interval '70 minutes'), (<sent>, 'tell-more', 'sent', <asker>, <asker@>, now()),
    (<named and sent>, 'send', 'sent', <asker>, <asker@>, now())`;
const escalate = 'select count(*) > 0 from access.escalate()';
const mailed = `(select array_agg(person_id order by person_id) from mails where stage = 'urgent-request' and at = now())`;
const these = (...who: string[]) =>
  `(select array_agg(x order by x) from unnest(array[${who.map((one) => `<${one}>`).join(', ')}]) x)`;
const nobody = (role: string) => `update service_members set role = 'expert' where role = '${role}'`;
const told = (on: string, to: string, step = 1) =>
  `insert into consultation_escalations (consultation_id, since, step, told, at)
   select <${on}>, max(at), ${step}, '${to}', now() from consultation_history where consultation_id = <${on}> and act = 'send'`;
const escalated: readonly RequestAttempt[] = [
  {
    as: 'jobs',
    says: 'tells the lead of what nobody takes',
    given: urgent,
    tries: escalate,
    finds: 'true',
    leaves: `select (select array_agg(told) = '{lead}' and bool_and(consultation_id = <sent>) from consultation_escalations where at = now())
      and ${mailed} = ${these('lead', 'stands in for the lead')} and (select count(*) > 0 from events where stream_id = <asker> and at = now())`,
  },
  {
    as: 'jobs',
    says: 'tells whoever is on call where there is no lead',
    given: `${urgent}; ${nobody('lead')}; update service_members set role = 'lead' where affiliation_id = <member of another service@>`,
    tries: escalate,
    finds: 'true',
    leaves: `select ${mailed} = ${these('on call')} and (select array_agg(told) = '{on-call}' from consultation_escalations where at = now())`,
  },
  {
    as: 'jobs',
    says: 'tells everybody where there is neither',
    given: `${urgent}; ${nobody('lead')}; ${nobody('on-call')}`,
    tries: escalate,
    finds: 'true',
    leaves: `select ${mailed} = ${these('member', 'holder', 'lead', 'on call', 'stands in for the holder', 'stands in for the lead')}`,
  },
  {
    as: 'jobs',
    says: 'tells whoever is on call when the lead has been told',
    given: `${urgent}; ${told('sent', 'lead')}; update consultation_history set at = at - interval '1 hour' where consultation_id = <sent> and act = 'send';
      update consultation_escalations set since = since - interval '1 hour'`,
    tries: escalate,
    finds: 'true',
    leaves: `select ${mailed} = ${these('on call')}`,
  },
  {
    as: 'jobs',
    says: 'tells everybody when whoever is on call has been told',
    given: `${urgent}; ${told('sent', 'on-call')}; update consultation_history set at = at - interval '1 hour' where consultation_id = <sent> and act = 'send';
      update consultation_escalations set since = since - interval '1 hour'`,
    tries: escalate,
    finds: 'true',
    leaves: `select cardinality(${mailed}) = 6`,
  },
  {
    as: 'jobs',
    says: 'tells whoever is on call, who was told of another request or before it came back',
    given: `${urgent}; ${nobody('lead')}; ${told('named and sent', 'on-call')}; ${told('sent', 'on-call', 2)};
      update consultation_escalations set since = case when consultation_id = <sent> then since - interval '1 day'
        else (select at from consultation_history where consultation_id = <sent> and act = 'send') end`,
    tries: escalate,
    finds: 'true',
    leaves: `select ${mailed} = ${these('on call')}`,
  },
  {
    as: 'jobs',
    says: 'tells whoever is on call, while only the lead was told on a step before',
    given: `${urgent}; ${nobody('lead')}; ${told('sent', 'lead', 2)}`,
    tries: escalate,
    finds: 'true',
    leaves: `select ${mailed} = ${these('on call')}`,
  },
  {
    as: 'jobs',
    says: 'tells no lead who asked, nor the deputy',
    given: `${urgent}; update consultations set asker_id = <lead> where id = <sent>; update consultations set deputy_id = <stands in for the lead> where id = <sent>`,
    tries: escalate,
    finds: 'true',
    leaves: `select ${mailed} is null`,
  },
  ...(
    [
      ['that is not urgent', `update consultations set urgency = 'soon' where id = <sent>`],
      ['that is answered', `update consultations set state = 'closed' where id = <sent>`],
      [
        'that somebody has',
        `update consultations set state = 'claimed', holder_id = <holder>, holder_affiliation_id = <holder@> where id = <sent>`,
      ],
      ['that has just come', `update consultation_history set at = now() where consultation_id = <sent>`],
      ['of which the lead has been told', told('sent', 'lead')],
    ] as const
  ).map(
    ([says, given]): RequestAttempt => ({
      as: 'jobs',
      says: `tells of one ${says}`,
      given: `${urgent}; ${given}`,
      tries: escalate,
      finds: 'false',
    }),
  ),
  ...(
    [
      [
        'of which the lead was told when it had come before',
        `${told('sent', 'lead')}; update consultation_escalations set since = since - interval '1 day'`,
      ],
      [
        'while the lead was told of another',
        `${told('sent', 'lead')}; update consultation_escalations set consultation_id = <claimed>`,
      ],
      ['of which only the next step was taken', told('sent', 'on-call', 2)],
    ] as const
  ).map(
    ([says, given]): RequestAttempt => ({
      as: 'jobs',
      says: `tells of one ${says}`,
      given: `${urgent}; ${given}`,
      tries: escalate,
      finds: 'true',
    }),
  ),
];

export const besideAttempts: readonly RequestAttempt[] = [...sides, ...escalated];
