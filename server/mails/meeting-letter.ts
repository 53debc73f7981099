// Whether a waiting mail about a meeting still has something to say when it is sent, and what.
import { sql } from 'kysely';
import type { Tx } from '../platform/db/transaction.ts';
import type { Envelope } from './envelope.ts';
import { guestOf, meetingStageOf, methodOf, type QueuedMeetingStage } from './meeting-stages.ts';
import type { MeetingLetter } from './meeting-text.ts';
import type { SkipReason } from './outcomes.ts';
import { Repeats } from './repeats.ts';
import type { MeetingRow } from './row.ts';

/** What is said later of the same, or that the whole series has gone. */
const isOvertaken = async (tx: Tx, row: MeetingRow): Promise<boolean> => {
  const { rows } = await sql`
    select from mails where calendar_uid = ${row.calendar_uid} and calendar_sequence > ${row.calendar_sequence}
      and (occasion_at is not distinct from ${row.occasion_at} or (occasion_at is null and stage = ${meetingStageOf('team', 'cancel')}))
    limit 1`.execute(tx);
  return rows.length > 0;
};

/**
 * What this person was told last of this meeting, or may have been: a mail is untold for certain only if it was left out the first
 * time that somebody took it. A cancelling too many harms nobody; one too few leaves a meeting in a calendar. Whoever was told of a
 * series was told of its occasions.
 */
const lastTold = async (tx: Tx, row: MeetingRow): Promise<QueuedMeetingStage | undefined> => {
  const { rows } = await sql<{ stage: QueuedMeetingStage }>`
    select stage from mails where calendar_uid = ${row.calendar_uid} and calendar_sequence < ${row.calendar_sequence}
      and (occasion_at is null or occasion_at = ${row.occasion_at}) and not (skipped_at is not null and attempts = 1)
    order by calendar_sequence desc limit 1`.execute(tx);
  return rows[0]?.stage;
};

/** Of a series: when its last occasion is over, and never where no end is known. */
const overAt = ({ starts_at, ends_at }: MeetingRow, repeats: Repeats | null): number => {
  if (repeats === null) return ends_at.getTime();
  const length = ends_at.getTime() - starts_at.getTime();
  return repeats.lastAt === null ? Number.POSITIVE_INFINITY : Date.parse(repeats.lastAt) + length;
};

export const meetingLetter = async (
  tx: Tx,
  row: MeetingRow,
  envelope: Envelope,
  at: Date,
): Promise<MeetingLetter | SkipReason> => {
  const repeats = row.repeats === null ? null : Repeats.parse(row.repeats);
  const method = methodOf(row.stage);
  const isOver = overAt(row, repeats) <= at.getTime();
  // Of a series that is known its end is told also when nothing of it is to come: calendars would go on with it.
  if (isOver && !(repeats && method === 'request')) return 'over';
  if (await isOvertaken(tx, row)) return 'overtaken';
  const told = await lastTold(tx, row);
  const isKnown = told !== undefined && methodOf(told) === 'request';
  if (method === 'cancel' && !isKnown) return 'untold';
  if (isOver && !isKnown) return 'over';
  return {
    ...envelope,
    about: 'meeting',
    as: guestOf(row.stage),
    says: method === 'cancel' ? 'cancelled' : isKnown ? 'updated' : 'new',
    uid: row.calendar_uid,
    sequence: row.calendar_sequence,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    kind: row.meeting_kind,
    saidAt: row.at,
    repeats,
    occasionAt: row.occasion_at,
  };
};
