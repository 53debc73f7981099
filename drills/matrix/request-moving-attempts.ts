// A request that is handed to somebody, a deputy who is named, an expert who is asked in, a request that is passed on: to whom, on what
// ground, and what is left behind. Asked of the database alone.

import type { RequestAttempt } from './request-attempt.ts';
import { ended, ground, inService, personEnded, step } from './request-step-sql.ts';

const handedOn: readonly RequestAttempt[] = [
  {
    as: 'holder',
    says: 'hands it to one of the service',
    tries: step('hand-on', '<claimed>', '<on call@>'),
    finds: 'done',
    leaves:
      'select holder_id = <on call> and holder_affiliation_id = <on call@> from consultations where id = <claimed>',
  },
  ...(
    [
      ['somebody of another service', 'member of another service', ''],
      ['somebody who was in the service', 'former member', ''],
      ['one whose affiliation has ended', 'on call', ended('affiliations', 'id = <on call@>')],
      ['the asker, who is in the service', 'asker', inService('asker')],
      ['the deputy, who is in the service', 'deputy', inService('deputy')],
    ] as const
  ).map(
    ([whom, name, given]): RequestAttempt => ({
      as: 'holder',
      says: `hands it to ${whom}`,
      given,
      tries: step('hand-on', '<claimed>', `<${name}@>`),
      finds: 'refused',
    }),
  ),
];
const deputies: readonly RequestAttempt[] = [
  {
    as: 'asker',
    says: 'names a colleague as deputy',
    tries: step('set-deputy', '<claimed>', '<asker’s colleague@>'),
    finds: 'done',
    leaves:
      'select deputy_id = <asker’s colleague> and deputy_affiliation_id = <asker’s colleague@> from consultations where id = <claimed>',
  },
  {
    as: 'asker',
    says: 'names nobody as deputy',
    tries: step('set-deputy'),
    finds: 'done',
    leaves: 'select deputy_id is null from consultations where id = <claimed>',
  },
  ...(
    [
      ['somebody of another agency', 'stranger@', ''],
      [
        'one whose affiliation has ended',
        'asker’s colleague@',
        ended('affiliations', 'id = <asker’s colleague@>'),
      ],
      [
        'themselves in another place of theirs',
        'asker in another affiliation@',
        'update affiliations set agency_id = <school> where id = <asker in another affiliation@>',
      ],
    ] as const
  ).map(
    ([whom, name, given]): RequestAttempt => ({
      as: 'asker',
      says: `names ${whom} as deputy`,
      given,
      tries: step('set-deputy', '<claimed>', `<${name}>`),
      finds: 'refused',
    }),
  ),
];
const another = 'member of another service';
/** Whom somebody may be asked in from another agency: what is so, who, whether. */
const candidates: readonly (readonly [says: string, who: string, given: string, may: boolean])[] = [
  ['somebody of a service of another agency', another, '', true],
  ['one whose affiliation has ended', another, ended('affiliations', `id = <${another}@>`), false],
  ['one who has ended', another, personEnded(another), false],
  ['one of the same agency', 'stranger', inService('stranger', 'passed service'), false],
  ['the asker', 'asker', inService('asker', 'passed service'), false],
  ['the deputy', 'deputy', inService('deputy', 'passed service'), false],
  ['somebody of no service', 'principal', '', false],
  [
    'one whose place in the other service has ended',
    another,
    ended('service_members', `affiliation_id = <${another}@>`),
    false,
  ],
  ['one who is in this service, too', another, inService(another), false],
  [
    'one who was in this service',
    another,
    `${inService(another)}; ${ended('service_members', `affiliation_id = <${another}@> and service_id = <service>`)}`,
    true,
  ],
  ['one who is invited already', 'expert', inService('expert', 'passed service'), false],
  [
    'one who is invited to another request',
    'expert',
    `${inService('expert', 'passed service')}; delete from consultation_experts where consultation_id = <claimed>`,
    true,
  ],
  ['one who declined', 'expert who declined', inService('expert who declined', 'passed service'), true],
];
const invited: readonly RequestAttempt[] = candidates.flatMap(([says, who, given, may]): RequestAttempt[] => [
  {
    as: 'holder',
    says: `asks in ${says}`,
    given,
    tries: step('invite-expert', '<claimed>', `<${who}@>`),
    finds: may ? 'done' : 'refused',
    ...(may && {
      leaves: `select count(*) = 1 from consultation_experts where consultation_id = <claimed> and person_id = <${who}>
        and affiliation_id = <${who}@> and accepted is null and invited_at = now()`,
    }),
  },
  {
    as: 'holder',
    says: `is offered to ask in ${says}`,
    given,
    tries: `select count(*) = 1 from access.invitable_experts(<claimed>) where affiliation_id = <${who}@>`,
    finds: String(may),
  },
]);
const invitedMore: readonly RequestAttempt[] = [
  {
    as: 'member',
    says: 'is told who could be asked in to what another has',
    tries: 'select count(*) from access.invitable_experts(<claimed>)',
    finds: 'refused',
  },
  {
    as: 'holder',
    says: 'is offered somebody whose only service has ended',
    given: `update services set ended_at = now() where id = (select service_id from service_members where affiliation_id = <${another}@>)`,
    tries: `select count(*) = 1 from access.invitable_experts(<claimed>) where affiliation_id = <${another}@>`,
    finds: 'false',
  },
  {
    as: 'invited expert',
    says: 'accepts',
    given: `insert into consultation_experts (consultation_id, person_id, affiliation_id, words, invited_by, invited_at)
      values (<claimed>, <as>, <stranger@>, 'x', <holder@>, now())`,
    tries: step('accept-invitation'),
    finds: 'done',
    leaves: `select (select accepted from consultation_experts where consultation_id = <claimed> and affiliation_id = <as@>)
      and (select count(*) = 0 from consultation_experts where answered_at = now() and not (consultation_id = <claimed> and affiliation_id = <as@>))`,
  },
];
const passedOn: readonly RequestAttempt[] = [
  {
    as: 'holder',
    says: 'passes it on',
    tries: step('pass-on', '<claimed>', '<passed service>'),
    finds: 'done',
    leaves: 'select offered_service_id = <passed service> from consultations where id = <claimed>',
  },
  ...(
    [
      ['to the service that has it', 'service', ''],
      [
        'to a service that has ended',
        'passed service',
        'update services set ended_at = now() where id = <passed service>',
      ],
      [
        'to a service that takes no anonymous ones',
        'passed service',
        'update services set takes_anonymous = false where id = <passed service>',
      ],
    ] as const
  ).map(
    ([says, service, given]): RequestAttempt => ({
      as: 'holder',
      says: `passes it on ${says}`,
      given,
      tries: step('pass-on', '<claimed>', `<${service}>`),
      finds: 'refused',
    }),
  ),
  {
    as: 'holder',
    says: 'passes on what names a child',
    given: `insert into consultation_grounds (consultation_id, service_id, kind, evidence, covers, at, person_id)
      values (<named and sent>, <passed service>, 'joint-contact', 'x', '{education}', now() - interval '1 day', <asker>)`,
    tries: step('pass-on', '<named>', '<passed service>', 'null', ground),
    finds: 'done',
    leaves: `select (select count(*) = 1 from consultation_grounds where consultation_id = <named> and service_id = <passed service> and at = now())
      -- Of the clinic there is whoever was invited before, too: on no ground of theirs here.
      and (select count(*) = 3 and bool_and(object_id = <named> and data_class = 'education' and from_agency_id = <school>)
        and count(*) filter (where to_agency_id = <protection> and ground_ids = '{}') = 1
        and count(*) filter (where to_agency_id = <clinic> and cardinality(ground_ids) = 1) = 1
        from disclosure_log where object_kind = 'consultation' and at = now())`,
  },
  {
    as: 'holder',
    says: 'passes on what names a child, without a ground',
    tries: step('pass-on', '<named>', '<passed service>'),
    finds: 'refused',
  },
  {
    as: 'holder',
    says: 'passes on what names a child to a service that takes no named ones',
    given: 'update services set takes_named = false where id = <passed service>',
    tries: step('pass-on', '<named>', '<passed service>', 'null', ground),
    finds: 'refused',
  },
  {
    as: 'holder',
    says: 'passes on what names a child to the asker’s own agency, without a ground',
    given: 'update services set agency_id = <school> where id = <passed service>',
    tries: step('pass-on', '<named>', '<passed service>'),
    finds: 'done',
  },
  {
    as: 'holder',
    says: 'passes on what names a child to the agency in which the asker is now, without a ground',
    given: 'update affiliations set agency_id = <clinic> where id = <asker@>',
    tries: step('pass-on', '<named>', '<passed service>'),
    finds: 'done',
  },
  {
    as: 'holder',
    says: 'passes on what names a child to a standing team of the asker’s own agency, without a ground',
    given: `update services set agency_id = <school>, kind = 'standing-team' where id = <passed service>`,
    tries: step('pass-on', '<named>', '<passed service>'),
    finds: 'refused',
  },
  {
    as: 'holder',
    says: 'gives back what names a child, with a ground that goes nowhere',
    tries: step('release', '<named>', 'null', 'null', ground),
    finds: 'done',
  },
  {
    as: 'lead',
    says: 'takes back what is being passed on',
    tries: step('take-back-passing', '<claimed passed on>'),
    finds: 'done',
    leaves: 'select offered_service_id is null from consultations where id = <claimed passed on>',
  },
  {
    as: 'member of the service it is passed to',
    says: 'declines what is being passed on',
    tries: step('decline-passed', '<claimed passed on>'),
    finds: 'done',
    leaves:
      'select offered_service_id is null and service_id = <service> from consultations where id = <claimed passed on>',
  },
  {
    as: 'member of the service it is passed to',
    says: 'takes what is being passed on',
    tries: step('accept-passed', '<claimed passed on>'),
    finds: 'done',
    leaves: `select offered_service_id is null and service_id = <passed service> and holder_id = <as> and holder_affiliation_id = <as@>
      from consultations where id = <claimed passed on>`,
  },
  {
    as: 'asker',
    says: 'tells more while it is being passed on',
    tries: step('tell-more', '<claimed passed on>'),
    finds: 'done',
    leaves: 'select offered_service_id = <passed service> from consultations where id = <claimed passed on>',
  },
  {
    as: 'holder',
    says: 'answers while it is being passed on',
    tries: step('answer', '<claimed passed on>'),
    finds: 'done',
    leaves:
      'select offered_service_id is null and answered_at = now() from consultations where id = <claimed passed on>',
  },
  {
    as: 'asker',
    says: 'opens again what its holder still has',
    tries: step('reopen', '<answered>'),
    finds: 'claimed',
    leaves: 'select holder_id = <holder> from consultations where id = <answered>',
  },
  {
    as: 'asker',
    says: 'opens again what nobody has any more',
    given: ended('service_members', 'affiliation_id = <holder@>'),
    tries: step('reopen', '<answered>'),
    finds: 'triage',
    leaves:
      'select holder_id is null and holder_affiliation_id is null from consultations where id = <answered>',
  },
];

export const requestMovingAttempts: readonly RequestAttempt[] = [
  ...handedOn,
  ...deputies,
  ...invited,
  ...invitedMore,
  ...passedOn,
];
