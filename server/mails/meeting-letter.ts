// Whether a waiting mail about a meeting still has something to say when it is sent, and what.
import { sql } from 'kysely';
import type { Tx } from '../platform/db/transaction.ts';
import type { Envelope } from './envelope.ts';
import type { MeetingLetter } from './meeting-text.ts';
import type { SkipReason } from './outcomes.ts';
import type { MeetingRow } from './row.ts';

const isOvertaken = async (tx: Tx, row: MeetingRow): Promise<boolean> => {
  const later = await tx
    .selectFrom('mails')
    .select('id')
    .where('calendar_uid', '=', row.calendar_uid)
    .where('calendar_sequence', '>', row.calendar_sequence)
    .limit(1)
    .executeTakeFirst();
  return later !== undefined;
};

/**
 * What this person was told last of this meeting, or may have been: a mail is untold for certain only if it was left out the first
 * time that somebody took it. A cancelling too many harms nobody; one too few leaves a meeting in a calendar.
 */
const lastTold = async (tx: Tx, row: MeetingRow): Promise<string | undefined> => {
  const { rows } = await sql<{ stage: string }>`
    select stage from mails where calendar_uid = ${row.calendar_uid} and calendar_sequence < ${row.calendar_sequence}
      and not (skipped_at is not null and attempts = 1)
    order by calendar_sequence desc limit 1`.execute(tx);
  return rows[0]?.stage;
};

export const meetingLetter = async (
  tx: Tx,
  row: MeetingRow,
  envelope: Envelope,
  at: Date,
): Promise<MeetingLetter | SkipReason> => {
  if (row.ends_at.getTime() <= at.getTime()) return 'over';
  if (await isOvertaken(tx, row)) return 'overtaken';
  const isKnown = (await lastTold(tx, row)) === 'meeting-invitation';
  if (row.stage === 'meeting-cancelled' && !isKnown) return 'untold';
  return {
    ...envelope,
    about: 'meeting',
    stage: row.stage === 'meeting-invitation' && isKnown ? 'meeting-updated' : row.stage,
    uid: row.calendar_uid,
    sequence: row.calendar_sequence,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    kind: row.meeting_kind,
    saidAt: row.at,
  };
};
