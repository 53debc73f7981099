// Puts what is said of a meeting into the queue of mails, in the transaction that says it.
import type { MeetingKind } from '../../shared/meeting.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { canSignIn } from './can-sign-in.ts';
import { type MeetingGuest, meetingStageOf } from './meeting-stages.ts';
import type { Repeats } from './repeats.ts';

/** Nothing in it says who the child is, who else comes, or where. */
export type QueuedEntry = {
  readonly personId: string;
  /** Where the link leads, from the installation's origin on. */
  readonly path: string;
  /** Drawn once for this meeting and this person, 16 to 200 characters; calendars know the meeting by it from then on. */
  readonly uid: string;
  /** Rises with each change and with the cancelling. Counted for this person alone: one count for all would tell of the others. */
  readonly sequence: number;
  /** `request` invites and changes, `cancel` takes the meeting out of the calendar. */
  readonly method: 'request' | 'cancel';
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly kind: MeetingKind;
  /** Of a series: how it repeats. The times are those of its first occasion. */
  readonly repeats?: Repeats | undefined;
  /** Of one occasion of a series that was said before: when it was planned to begin. */
  readonly occasionAt?: Date | undefined;
};
export type QueuedInvitation = Omit<QueuedEntry, 'path' | 'repeats' | 'occasionAt'> & {
  readonly meetingId: string;
};

/**
 * One mail with a calendar entry. What was said before and has not gone yet does not go any more; a change of what nobody was told is
 * new to them.
 * @param as whoever visits for a case answers; whoever is of the team or of the case says so only if they cannot come
 * @throws where this sequence of this uid is queued already, or the meeting does not end after it begins
 */
export const queueEntry = async (tx: Tx, as: MeetingGuest, entry: QueuedEntry, at: Date): Promise<void> => {
  await tx
    .insertInto('mails')
    .values({
      person_id: entry.personId,
      stage: meetingStageOf(as, entry.method),
      path: entry.path,
      calendar_uid: entry.uid,
      calendar_sequence: entry.sequence,
      starts_at: entry.startsAt,
      ends_at: entry.endsAt,
      meeting_kind: entry.kind,
      repeats: entry.repeats === undefined ? null : JSON.stringify(entry.repeats),
      occasion_at: entry.occasionAt ?? null,
      at,
      next_at: at,
    })
    .execute();
};

/** To whoever can sign in, also if they are signed in now: a calendar does not look at the page in front of them. */
export const queueInvitation = async (
  tx: Tx,
  { meetingId, ...invitation }: QueuedInvitation,
  at: Date,
): Promise<void> => {
  if (!(await canSignIn(tx, invitation.personId))) return;
  await queueEntry(tx, 'visitor', { ...invitation, path: `/meetings/${meetingId}` }, at);
};
