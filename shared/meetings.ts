// Meetings: planning them, building the agenda, the room, the memo's sections. Who may what: decision 29.
import { z } from 'zod';
import { Ref } from './entries.ts';
import {
  FamilyStance,
  MeetingHead,
  MeetingKind,
  MeetingPlace,
  MeetingRoom,
  MeetingSeries,
  OwnVisit,
  VisitAnswer,
} from './meeting.ts';
import { route } from './route.ts';
import { DateOnly, Id, Instant, LongText } from './vocabulary.ts';

export const meetingParams = z.strictObject({ meetingId: Id });
export const itemParams = z.strictObject({ itemId: Id });
const visitParams = z.strictObject({ visitId: Id });
const Note = z.string().trim().max(400);
const Minutes = z.int().min(5).max(240);

export const listMeetings = route({
  id: 'list-meetings',
  method: 'GET',
  path: '/api/meetings',
  summary:
    'The meetings of one’s teams and cases, four weeks back and twelve ahead; one’s own visits; the teams one is in',
  who: 'signed-in',
  response: z.strictObject({
    meetings: z.array(MeetingHead),
    visits: z.array(OwnVisit),
    teams: z.array(z.strictObject({ id: Id, name: z.string() })),
    series: z.array(MeetingSeries),
  }),
});
export const conveneMeeting = route({
  id: 'convene-meeting',
  method: 'POST',
  path: '/api/meetings',
  summary: 'Convene a meeting of one’s team, or of one case',
  who: 'professional',
  body: z.strictObject({
    of: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('team'), teamId: Id }),
      z.strictObject({ kind: z.literal('case'), caseId: Id }),
    ]),
    meeting: MeetingKind,
    startsAt: Instant,
    endsAt: Instant,
    ...MeetingPlace.shape,
  }),
  response: Ref,
  errors: ['not-found', 'case-closed'],
});
const seriesParams = z.strictObject({ seriesId: Id });
export const beginSeries = route({
  id: 'begin-series',
  method: 'POST',
  path: '/api/teams/:teamId/meeting-series',
  summary:
    'A meeting of one’s team every week or every few, by the clock of Helsinki; public holidays are passed over',
  who: 'professional',
  params: z.strictObject({ teamId: Id }),
  body: z.strictObject({
    /** 1 is Monday. */
    weekday: z.int().min(1).max(5),
    /** `HH:MM` in Helsinki. */
    time: z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/),
    minutes: z.int().min(10).max(480),
    everyWeeks: z.int().min(1).max(12),
    fromOn: DateOnly,
    untilOn: DateOnly.nullable(),
    ...MeetingPlace.shape,
  }),
  response: Ref,
  errors: ['not-found'],
});
export const endSeries = route({
  id: 'end-series',
  method: 'POST',
  path: '/api/meeting-series/:seriesId/end',
  summary: 'No more of it: what is still planned and has nothing on its agenda is cancelled',
  who: 'team',
  params: seriesParams,
  body: z.strictObject({}),
  response: Ref,
  errors: ['not-found', 'already-done'],
});
export const changeMeeting = route({
  id: 'change-meeting',
  method: 'PUT',
  path: '/api/meetings/:meetingId',
  summary: 'Another time or place, before it begins; visits move with it',
  who: 'team',
  params: meetingParams,
  body: z.strictObject({ version: z.int(), startsAt: Instant, endsAt: Instant, ...MeetingPlace.shape }),
  response: Ref,
  errors: ['not-found', 'version-conflict', 'meeting-state'],
});
export const getMeetingRoom = route({
  id: 'get-meeting-room',
  method: 'GET',
  path: '/api/meetings/:meetingId',
  summary: 'The meeting as one may know it: the agenda, who is there, where it stands',
  who: 'team',
  params: meetingParams,
  response: MeetingRoom,
  errors: ['not-found'],
});
export const putOnAgenda = route({
  id: 'put-on-agenda',
  method: 'POST',
  path: '/api/meetings/:meetingId/items',
  summary: 'Propose a case with the presenter’s question and why it is asked now',
  who: 'team',
  params: meetingParams,
  body: z.strictObject({
    caseId: Id,
    minutes: Minutes,
    /** Who presents it, by their membership of the case; null: oneself. */
    presenterMembershipId: Id.nullable(),
    familyStance: FamilyStance.nullable(),
    familyNote: Note.nullable(),
    question: LongText.min(1),
    whyNow: LongText,
  }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done', 'meeting-state', 'case-closed'],
});
export const changeItem = route({
  id: 'change-item',
  method: 'PUT',
  path: '/api/agenda-items/:itemId',
  summary: 'Another presenter, or what the family knows and thinks of the discussion',
  who: 'home-member',
  params: itemParams,
  body: z.strictObject({
    version: z.int(),
    /** Null: whoever presents it now. */
    presenterMembershipId: Id.nullable(),
    familyStance: FamilyStance.nullable(),
    familyNote: Note.nullable(),
  }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'version-conflict', 'meeting-state'],
});
export const orderAgenda = route({
  id: 'order-agenda',
  method: 'PUT',
  path: '/api/meetings/:meetingId/order',
  summary: 'The order and the minutes of what is still to come, every item of it named once',
  who: 'team',
  params: meetingParams,
  body: z.strictObject({ items: z.array(z.strictObject({ id: Id, minutes: Minutes })).max(40) }),
  response: Ref,
  errors: ['not-found', 'version-conflict', 'meeting-state'],
});
export const meetingActs = [
  'open',
  'cancel',
  'take-chair',
  'begin-item',
  'set-phase',
  'close-item',
  'postpone-item',
  'withdraw-item',
  'end',
] as const;
export const MeetingAct = z.enum(meetingActs);
export type MeetingAct = z.infer<typeof MeetingAct>;
export const moveMeeting = route({
  id: 'move-meeting',
  method: 'POST',
  path: '/api/meetings/:meetingId/moves',
  summary: 'Open it, take a case up, go on to another phase, close the case, end the meeting, take the chair',
  who: 'team',
  params: meetingParams,
  body: z.strictObject({
    act: MeetingAct,
    itemId: Id.nullable(),
    phase: z.int().min(0).max(19).nullable(),
    reason: Note.nullable(),
  }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'meeting-state', 'child-view-missing'],
});
export const sayComing = route({
  id: 'say-coming',
  method: 'POST',
  path: '/api/meetings/:meetingId/coming',
  summary:
    'Say that one cannot come, with a few words or without, or that one can after all; before it begins',
  who: 'team',
  params: meetingParams,
  body: z.strictObject({ comes: z.boolean(), note: z.string().trim().max(200).nullable() }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'meeting-state'],
});
export const inviteToItem = route({
  id: 'invite-to-item',
  method: 'POST',
  path: '/api/agenda-items/:itemId/visits',
  summary: 'Invite a member of the case who is not of its home team to this item alone, for a time',
  who: 'home-member',
  params: itemParams,
  body: z.strictObject({ membershipId: Id, fromAt: Instant, untilAt: Instant }),
  response: Ref,
  errors: ['not-found', 'already-done', 'visitors-unknown', 'meeting-state'],
});
export const changeVisit = route({
  id: 'change-visit',
  method: 'PUT',
  path: '/api/meeting-visits/:visitId',
  summary: 'Another time for a visit, or none any more',
  who: 'home-member',
  params: visitParams,
  body: z.strictObject({ fromAt: Instant, untilAt: Instant, withdraw: z.boolean() }),
  response: Ref,
  errors: ['not-found', 'meeting-state'],
});
export const answerVisit = route({
  id: 'answer-visit',
  method: 'POST',
  path: '/api/meeting-visits/:visitId/answer',
  summary: 'Say that one comes, does not, or writes instead; writing begins a text of one’s own',
  who: 'visitor',
  params: visitParams,
  body: z.strictObject({ answer: VisitAnswer }),
  response: z.strictObject({ id: Id, entryId: Id.nullable() }),
  errors: ['not-found', 'meeting-state'],
});
export const comeIn = route({
  id: 'come-in',
  method: 'POST',
  path: '/api/meetings/:meetingId/attendance',
  summary: 'Be in the room: the team in the whole of it, a visitor in their item',
  who: 'team',
  params: meetingParams,
  response: Ref,
  errors: ['not-found', 'meeting-state'],
});
export const goOut = route({
  id: 'go-out',
  method: 'POST',
  path: '/api/meetings/:meetingId/leaving',
  summary: 'Leave the room',
  who: 'signed-in',
  params: meetingParams,
  response: Ref,
});
export const beginSection = route({
  id: 'begin-section',
  method: 'POST',
  path: '/api/agenda-items/:itemId/sections',
  summary:
    'Begin a section of the memo, or find the one that was begun: of a phase, or the own part of one’s agency',
  who: 'team',
  params: itemParams,
  body: z.strictObject({ phase: z.string().max(40).nullable() }),
  response: z.strictObject({ id: Id, documentId: Id }),
  errors: ['not-found', 'not-allowed', 'meeting-state'],
});
export const roomNoteKinds = ['hypothesis', 'reflection', 'decision', 'child-view'] as const;
export const writeInRoom = route({
  id: 'write-in-room',
  method: 'POST',
  path: '/api/agenda-items/:itemId/notes',
  summary:
    'Begin a hypothesis, a reflection, a decision or the child’s voice: the team reads it as it is typed',
  who: 'home-member',
  params: itemParams,
  body: z.strictObject({ kind: z.enum(roomNoteKinds) }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'meeting-state'],
});
export const takeIntoRecord = route({
  id: 'take-into-record',
  method: 'POST',
  path: '/api/agenda-items/:itemId/record',
  summary: 'Take a working hypothesis into the record: it ends by itself no more, and stands in the memo',
  who: 'team',
  params: itemParams,
  body: z.strictObject({ entryId: Id }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done'],
});
export const releaseThought = route({
  id: 'release-thought',
  method: 'POST',
  path: '/api/agenda-items/:itemId/released',
  summary: 'Give a hypothesis of the team to the family, or take it back, as the responsible worker',
  who: 'team',
  params: itemParams,
  body: z.strictObject({ entryId: Id, given: z.boolean() }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done', 'case-closed'],
});
