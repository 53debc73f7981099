// The words of the other rooms: fetched with the first of them.
import {
  absenceReason,
  ageBand,
  consultationAct,
  dataClass,
  followUpAnswer,
  grade,
  groundKind,
  messageKind,
  outcomeKind,
  questionArea,
  support,
  talkWay,
  urgency,
} from '../../../shared/words/consultation-sv.ts';
import { meetingKind, meetingPhase } from '../../../shared/words/meeting-sv.ts';
import { trigger } from '../../../shared/words/sv.ts';
import { activity, familyActivity } from './activity.ts';
import { administration } from './administration.ts';
import { ask, findingCertain, findingLikely } from './ask.ts';
import { assessment } from './assessment.ts';
import { attachment, attachmentKind } from './attachment.ts';
import { bundle } from './bundle.ts';
import { cases } from './cases.ts';
import { consultation, consultationState, outcome, withOthers } from './consultation.ts';
import { custody } from './custody.ts';
import { capacity, capacityHint, dataClassHint } from './disclosure.ts';
import { family } from './family.ts';
import { glass } from './glass.ts';
import { guest } from './guest.ts';
import { jointAnswer } from './joint-answer.ts';
import { familyStance, meeting, meetingState, visitAnswer } from './meeting.ts';
import { meetingNews } from './meeting-news.ts';
import { meetingRoom, phaseQuestion } from './meeting-room.ts';
import { members } from './members.ts';
import { membership } from './membership.ts';
import { memo } from './memo.ts';
import { naming } from './naming.ts';
import { notes } from './notes.ts';
import { openCase } from './open-case.ts';
import { records } from './records.ts';
import { ring } from './ring.ts';
import { checklist, service, serviceKind, serviceRole } from './service.ts';
import { settings } from './settings.ts';
import { sharing } from './sharing.ts';
import { steps } from './steps.ts';
import { teamFigures } from './team-figures.ts';
import { phasePart, phasePartShort, teamMeetings } from './team-meetings.ts';
import { together } from './together.ts';
import { wall } from './wall.ts';
import {
  familyKnows,
  urgencyVerdict,
  welfare,
  welfareConclusion,
  welfareState,
  welfareUrgency,
  welfareUrgencyShort,
} from './welfare.ts';

export const rooms = {
  administration,
  assessment,
  bundle,
  cases,
  custody,
  dataClass,
  dataClassHint,
  family,
  capacity,
  capacityHint,
  glass,
  groundKind,
  guest,
  jointAnswer,
  familyStance,
  meeting,
  meetingKind,
  meetingNews,
  meetingState,
  visitAnswer,
  meetingPhase,
  memo,
  meetingRoom,
  members,
  membership,
  naming,
  notes,
  openCase,
  records,
  attachment,
  attachmentKind,
  phaseQuestion,
  ring,
  settings,
  sharing,
  steps,
  teamFigures,
  teamMeetings,
  phasePart,
  phasePartShort,
  together,
  trigger,
  wall,
  activity,
  familyActivity,
  absenceReason,
  ageBand,
  ask,
  checklist,
  consultation,
  consultationAct,
  consultationState,
  findingCertain,
  findingLikely,
  grade,
  messageKind,
  questionArea,
  service,
  serviceKind,
  serviceRole,
  support,
  talkWay,
  withOthers,
  followUpAnswer,
  outcome,
  outcomeKind,
  urgency,
  familyKnows,
  urgencyVerdict,
  welfare,
  welfareConclusion,
  welfareState,
  welfareUrgency,
  welfareUrgencyShort,
} as const;
