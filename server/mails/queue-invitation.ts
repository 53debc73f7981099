// Puts what is said of a meeting into the queue of mails, in the transaction that says it.
import type { MeetingKind } from '../../shared/meeting.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { canSignIn } from './can-sign-in.ts';
import type { queuedMeetingStages } from './meeting-texts.ts';

type QueuedStage = (typeof queuedMeetingStages)[number];
const stages: { readonly [M in QueuedInvitation['method']]: QueuedStage } = {
  request: 'meeting-invitation',
  cancel: 'meeting-cancelled',
};

/** Nothing in it says who the child is, who else comes, or where. */
export type QueuedInvitation = {
  readonly personId: string;
  readonly meetingId: string;
  /** Drawn once for this meeting and this person, 16 to 200 characters; calendars know the meeting by it from then on. */
  readonly uid: string;
  /** Rises with each change and with the cancelling. Counted for this person alone: one count for all would tell of the others. */
  readonly sequence: number;
  /** `request` invites and changes, `cancel` takes the meeting out of the calendar. */
  readonly method: 'request' | 'cancel';
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly kind: MeetingKind;
};

/**
 * One mail with a calendar entry, to whoever can sign in, also if they are signed in now: a calendar does not look at the page in
 * front of them. What was said before and has not gone yet does not go any more; a change of what nobody was told is an invitation.
 * @throws where this sequence of this uid is queued already, or the meeting does not end after it begins
 */
export const queueInvitation = async (tx: Tx, invitation: QueuedInvitation, at: Date): Promise<void> => {
  const { personId, meetingId, uid, sequence, method, startsAt, endsAt, kind } = invitation;
  if (!(await canSignIn(tx, personId))) return;
  await tx
    .insertInto('mails')
    .values({
      person_id: personId,
      stage: stages[method],
      path: `/meetings/${meetingId}`,
      calendar_uid: uid,
      calendar_sequence: sequence,
      starts_at: startsAt,
      ends_at: endsAt,
      meeting_kind: kind,
      at,
      next_at: at,
    })
    .execute();
};
