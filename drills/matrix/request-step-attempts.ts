// Acts on a request whose refusal needs more than a place in it and a state: who is on both sides, or on one only by half, and what they
// leave behind. Asked of the database alone.

import type { RequestAttempt } from './request-attempt.ts';
import { ended, inService, othersStay, personEnded, step } from './request-step-sql.ts';

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
  ...times,
  ...doors,
];
