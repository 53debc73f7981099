// Acts on a request whose refusal needs more than a place in it and a state: who is on both sides, whom it is given to, what they
// leave behind. Asked of the database alone.
import type { RequestAttempt } from './request-attempt.ts';

const step = (act: string, on = '<claimed>', target = 'null', message = 'null', ground = 'null') =>
  `select access.step_consultation(${on}, '${act}', 'x', ${target}, ${message}, ${ground})`;
const ground = `'{"kind": "joint-contact", "statute": null, "evidence": "x", "covers": ["education"]}'`;
const inService = (who: string, service = 'service', role = 'lead') =>
  `insert into service_members (service_id, person_id, affiliation_id, role, starts_at, set_by)
   values (<${service}>, <${who}>, <${who}@>, '${role}', now() - interval '1 minute', <holder@>)`;
const ended = (table: string, where: string) =>
  `update ${table} set ends_at = now() - interval '1 second' where ${where}`;
const personEnded = (who: string) =>
  `update people set ended_at = now() - interval '1 second' where id = <${who}>`;
/** Where an update had lost the row that it is about, others would have changed. */
const othersStay = `(select state = 'sent' and changed_at <> now() from consultations where id = <sent>)`;

const answeringActs = (
  'begin-triage claim release hand-on ask-more answer pass-on take-back-passing accept-passed decline-passed invite-expert ' +
  'accept-invitation decline-invitation advise propose-times note-talk'
).split(' ');
/** Whoever asks never answers themselves, in whichever role they are in the service. */
const ofBothSides: readonly RequestAttempt[] = answeringActs.flatMap((act) =>
  (['sent', 'claimed', 'claimed passed on', 'answered'] as const).map(
    (on): RequestAttempt => ({
      as: 'asker',
      says: `does to their own question as one of the service: ${act}, ${on}`,
      given: `${inService('asker')}; ${inService('asker', 'passed service')};
          update consultation_experts set person_id = <as>, affiliation_id = <as@>${act === 'accept-invitation' ? ', answered_at = null, accepted = null' : ''}
            where consultation_id = <${on}> and person_id = <expert>;
          ${on === 'sent' ? '' : `update consultations set holder_id = <as>, holder_affiliation_id = <as@> where id = <${on}>`}`,
      tries: step(
        act,
        `<${on}>`,
        act === 'hand-on'
          ? '<on call@>'
          : act === 'invite-expert'
            ? '<member of another service@>'
            : act === 'pass-on'
              ? '<passed service>'
              : 'null',
      ),
      finds: 'refused',
    }),
  ),
);
const halfPlaces: readonly RequestAttempt[] = [
  ...(
    [
      ['asker_id', 'asker_affiliation_id', 'tell-more'],
      ['deputy_id', 'deputy_affiliation_id', 'tell-more'],
    ] as const
  ).flatMap(([person, affiliation, act]): RequestAttempt[] => [
    {
      as: 'stranger',
      says: `does ${act} where only the ${person} is theirs`,
      given: `update consultations set ${person} = <as> where id = <claimed>`,
      tries: step(act),
      finds: 'refused',
    },
    {
      as: 'stranger',
      says: `does ${act} where only the ${affiliation} is theirs`,
      given: `update consultations set ${affiliation} = <as@> where id = <claimed>`,
      tries: step(act),
      finds: 'refused',
    },
  ]),
  {
    as: 'member',
    says: 'gives back what they have in another affiliation',
    given: `update consultations set holder_id = <as> where id = <claimed>`,
    tries: step('release'),
    finds: 'refused',
  },
  {
    as: 'member',
    says: 'gives back what somebody else has in their affiliation',
    given: `update consultations set holder_affiliation_id = <as@> where id = <claimed>`,
    tries: step('release'),
    finds: 'refused',
  },
  {
    as: 'member',
    says: 'takes a request where their affiliation stands for somebody else',
    given: `update service_members set person_id = <stranger> where affiliation_id = <as@>`,
    tries: step('claim', '<sent>'),
    finds: 'refused',
  },
  { as: 'member', says: 'takes a request', tries: step('claim', '<sent>'), finds: 'done' },
  ...(['former member', 'member of another service'] as const).map(
    (as): RequestAttempt => ({
      as,
      says: 'takes a request',
      tries: step('claim', '<sent>'),
      finds: 'refused',
    }),
  ),
  {
    as: 'member',
    says: 'takes what was answered by one who has left',
    given: ended('service_members', 'affiliation_id = <holder@>'),
    tries: step('claim', '<answered>'),
    finds: 'refused',
  },
  {
    as: 'member',
    says: 'passes on what nobody has',
    tries: step('pass-on', '<sent>', '<passed service>'),
    finds: 'refused',
  },
  {
    as: 'member',
    says: 'passes on what nobody has, as the lead of another service',
    given: inService('member', 'passed service'),
    tries: step('pass-on', '<sent>', '<empty service>'),
    finds: 'refused',
  },
  {
    as: 'holder',
    says: 'gives back what they have as one of another service',
    given: 'update service_members set service_id = <passed service> where affiliation_id = <as@>',
    tries: step('release'),
    finds: 'refused',
  },
  {
    as: 'member of another service',
    says: 'takes what is passed to a service in which they are not',
    tries: step('accept-passed', '<claimed passed on>'),
    finds: 'refused',
  },
  {
    as: 'expert who declined',
    says: 'holds the request',
    tries: 'select access.hold_consultation(<claimed>)',
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'tells more to one who has left, who has it all the same',
    given: ended('service_members', 'affiliation_id = <holder@>'),
    tries: step('tell-more'),
    finds: 'done',
    leaves:
      'select holder_id = <holder> and holder_affiliation_id = <holder@> from consultations where id = <claimed>',
  },
  {
    as: 'holder',
    says: 'gives it back',
    tries: step('release'),
    finds: 'done',
    leaves: `select ${othersStay}`,
  },
  { as: 'asker', says: 'tells more', tries: step('tell-more'), finds: 'done' },
  { as: 'deputy', says: 'tells more', tries: step('tell-more'), finds: 'done' },
  { as: 'expert', says: 'advises', tries: step('advise'), finds: 'done' },
  {
    as: 'expert',
    says: 'advises on a request to which they are not invited',
    given: 'delete from consultation_experts where consultation_id = <claimed>',
    tries: step('advise'),
    finds: 'refused',
  },
  {
    as: 'expert',
    says: 'advises where only their affiliation is invited',
    given: `update consultation_experts set person_id = <stranger> where consultation_id = <claimed> and person_id = <as>`,
    tries: step('advise'),
    finds: 'refused',
  },
  {
    as: 'expert',
    says: 'advises where they are invited in another affiliation',
    given: `update consultation_experts set affiliation_id = <stranger@> where consultation_id = <claimed> and person_id = <as>`,
    tries: step('advise'),
    finds: 'refused',
  },
  ...(
    [
      ['member', 'withdrawn'],
      ['lead', 'withdrawn'],
      ['holder', 'withdrawn'],
      ['expert', 'withdrawn'],
      ['expert', 'closed'],
    ] as const
  ).map(
    ([as, on]): RequestAttempt => ({
      as,
      says: `holds a request that is ${on}`,
      given: `update consultations set holder_id = <holder>, holder_affiliation_id = <holder@> where id = <${on}>`,
      tries: `select access.hold_consultation(<${on}>)`,
      finds: 'refused',
    }),
  ),
  {
    as: 'asker',
    says: 'holds their request',
    tries: 'select access.hold_consultation(<claimed>)',
    finds: 'done',
  },
  {
    as: 'stranger',
    says: 'holds a request',
    tries: 'select access.hold_consultation(<claimed>)',
    finds: 'refused',
  },
];

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

const proposal = (id: string, on: string) =>
  `insert into consultation_messages (id, consultation_id, kind, side, person_id, affiliation_id, at, text, way, times)
   values ('${id}', <${on}>, 'times-proposed', 'answering', <holder>, <holder@>, now(), '', 'video', '[{"from": "2030-01-01T10:00:00Z", "to": "2030-01-01T11:00:00Z"}]')`;
const firstId = 'ffffffff-0000-7000-8000-000000000001';
const secondId = 'ffffffff-0000-7000-8000-000000000002';
const choose = (about: string, chosen = 0) =>
  step(
    'choose-time',
    '<claimed>',
    'null',
    `'{"kind": "time-chosen", "text": "", "about": "${about}", "chosen": ${chosen}}'`,
  );
const times: readonly RequestAttempt[] = [
  {
    as: 'asker',
    says: 'chooses a time',
    given: proposal(firstId, 'claimed'),
    tries: choose(firstId),
    finds: 'done',
  },
  {
    as: 'asker',
    says: 'chooses of an earlier proposal',
    given: `${proposal(firstId, 'claimed')}; ${proposal(secondId, 'claimed')}`,
    tries: choose(firstId),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'chooses, while something was proposed later in another request',
    given: `${proposal(firstId, 'claimed')}; ${proposal(secondId, 'sent')}`,
    tries: choose(firstId),
    finds: 'done',
  },
  {
    as: 'asker',
    says: 'chooses, while something else was said later',
    given: `${proposal(firstId, 'claimed')}; ${proposal(secondId, 'claimed')};
      update consultation_messages set kind = 'asked-more' where id = '${secondId}'`,
    tries: choose(firstId),
    finds: 'done',
  },
  {
    as: 'asker',
    says: 'chooses a time that was not proposed',
    given: proposal(firstId, 'claimed'),
    tries: choose(firstId, 1),
    finds: 'refused',
  },
  {
    as: 'asker',
    says: 'chooses twice',
    given: `${proposal(firstId, 'claimed')};
      insert into consultation_messages (consultation_id, kind, side, person_id, affiliation_id, at, text, about, chosen)
      values (<claimed>, 'time-chosen', 'asking', <as>, <as@>, now(), '', '${firstId}', 0)`,
    tries: choose(firstId),
    finds: 'refused',
  },
];

const nowhere = `'00000000-0000-7000-8000-00000000000f'::uuid`;
const doors: readonly RequestAttempt[] = [
  {
    as: 'asker',
    says: 'is told whose agencies are in the service',
    tries: 'select cardinality(access.bundle_agencies(<claimed>))',
    finds: '1',
  },
  ...[
    step('claim', nowhere),
    `select access.hold_consultation(${nowhere})`,
    `select access.begin_joint_answer(${nowhere})`,
    `select access.follow_up_consultation(${nowhere}, 'some', '')`,
    `select access.record_consultation_outcome(${nowhere}, '{no-action}', '')`,
    `select access.mark_consultation_transferred(${nowhere}, 'x')`,
    `select access.add_attachment(null, ${nowhere}, 'x.txt', 'text', 'x')`,
    `select count(*) from access.invitable_experts(${nowhere})`,
    `select count(*) from access.naming_readers(${nowhere}, <service>)`,
    `select access.name_consultation(${nowhere}, '{}', null, 'K-x', '2030-01-01', '{}')`,
    `select access.bundle_agencies(${nowhere})`,
  ].map(
    (tries): RequestAttempt => ({
      as: 'asker',
      says: 'comes to a door for nothing',
      tries,
      finds: 'refused',
    }),
  ),
  {
    as: 'asker',
    says: 'says what helped',
    tries: `select access.follow_up_consultation(<answered>, 'some', '')`,
    finds: 'done',
    leaves: `select ${othersStay} and (select state = 'followed-up' from consultations where id = <answered>)`,
  },
  {
    as: 'asker',
    says: 'says what came of it',
    tries: `select access.record_consultation_outcome(<answered>, '{no-action}', '')`,
    finds: 'done',
    leaves: `select ${othersStay}`,
  },
  {
    as: 'asker',
    says: 'says that nothing at all came of it',
    tries: `select access.record_consultation_outcome(<answered>, '{}', '')`,
    finds: 'refused',
  },
  {
    as: 'holder',
    says: 'marks it as taken',
    tries: `select access.mark_consultation_transferred(<answered>, 'x')`,
    finds: 'done',
  },
  {
    as: 'asker',
    says: 'is told that somebody has it',
    tries: 'select count(*) from access.held_consultations(array[<claimed>])',
    finds: '1',
  },
  {
    as: 'stranger',
    says: 'is told that somebody has it',
    tries: 'select count(*) from access.held_consultations(array[<claimed>])',
    finds: '0',
  },
  ...(
    [
      [
        'the holder is in another service only',
        `update service_members set service_id = <empty service> where affiliation_id = <holder@>`,
      ],
      [
        'the holder has the place in another affiliation',
        `update service_members set affiliation_id = <stranger@> where affiliation_id = <holder@>`,
      ],
      [
        'the place is somebody else’s',
        `update service_members set person_id = <stranger> where affiliation_id = <holder@>`,
      ],
      ['the holder’s place has ended', ended('service_members', 'affiliation_id = <holder@>')],
      ['the holder’s affiliation has ended', ended('affiliations', 'id = <holder@>')],
      ['the holder has ended', personEnded('holder')],
    ] as const
  ).map(
    ([says, given]): RequestAttempt => ({
      as: 'asker',
      says: `is told that somebody has it where ${says}`,
      given,
      tries: 'select count(*) from access.held_consultations(array[<claimed>])',
      finds: '0',
    }),
  ),
  {
    as: 'asker',
    says: 'is told who stands in for whom',
    tries: 'select count(*) from access.consultation_stand_ins(array[<claimed>])',
    finds: '2',
  },
  {
    as: 'stranger',
    says: 'is told who stands in for whom',
    tries: 'select count(*) from access.consultation_stand_ins(array[<claimed>])',
    finds: '0',
  },
  ...(
    [
      ['whose affiliation has ended', ended('affiliations', 'id = <stands in for the holder@>')],
      ['who has ended', personEnded('stands in for the holder')],
    ] as const
  ).map(
    ([says, given]): RequestAttempt => ({
      as: 'asker',
      says: `is told that somebody stands in ${says}`,
      given,
      tries: 'select count(*) from access.consultation_stand_ins(array[<claimed>])',
      finds: '1',
    }),
  ),
];

export const requestStepAttempts: readonly RequestAttempt[] = [
  ...ofBothSides,
  ...halfPlaces,
  ...handedOn,
  ...deputies,
  ...invited,
  ...invitedMore,
  ...passedOn,
  ...times,
  ...doors,
];
