// What is queued about meetings: to whom, and whether it comes into the calendar or goes out of it. Whether what comes is new or a change
// is known when it is sent.
const stages = {
  visitor: { request: 'meeting-invitation', cancel: 'meeting-cancelled' },
  team: { request: 'team-meeting', cancel: 'team-meeting-cancelled' },
} as const;

/** Whoever comes for a case, or whoever is of the team or of the home team whose meeting it is. */
export type MeetingGuest = keyof typeof stages;
export type MeetingMethod = 'request' | 'cancel';
export type QueuedMeetingStage = (typeof stages)[MeetingGuest][MeetingMethod];

export const queuedMeetingStages: readonly QueuedMeetingStage[] = Object.values(stages).flatMap((of) =>
  Object.values(of),
);
export const meetingStageOf = (as: MeetingGuest, method: MeetingMethod): QueuedMeetingStage =>
  stages[as][method];
export const guestOf = (stage: QueuedMeetingStage): MeetingGuest =>
  stage === stages.team.request || stage === stages.team.cancel ? 'team' : 'visitor';
export const methodOf = (stage: QueuedMeetingStage): MeetingMethod =>
  stage === stages.team.cancel || stage === stages.visitor.cancel ? 'cancel' : 'request';
