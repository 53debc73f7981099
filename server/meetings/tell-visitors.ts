// Whoever's visit an act has set, moved or ended hears of it: in their calendar by mail, and on an open page. Each of themselves alone.
import { sql } from 'kysely';
import { MeetingKind } from '../../shared/meeting.ts';
import type { Command } from '../access/command.ts';
import { queueInvitation } from '../mails/index.ts';

type Changed = {
  person_id: string;
  uid: string;
  sequence: number;
  from_at: Date;
  until_at: Date;
  withdrawn: boolean;
  /** Still in the case. */
  holds: boolean;
};

/** The last word of every act on a meeting: what it changed of visits is read from what it wrote. */
export const tellVisitors = async (
  { tx, tell, at }: Pick<Command, 'tx' | 'tell' | 'at'>,
  meetingId: string,
  kind: string,
): Promise<void> => {
  const { rows } = await sql<Changed>`select * from access.visits_changed_now(${meetingId})`.execute(tx);
  for (const visit of rows) {
    if (visit.holds) {
      tell(visit.person_id, { kind: 'today.changed' });
      tell(visit.person_id, { kind: 'meetings.changed' });
    }
    await queueInvitation(
      tx,
      {
        personId: visit.person_id,
        meetingId,
        uid: visit.uid,
        sequence: visit.sequence,
        method: visit.withdrawn ? 'cancel' : 'request',
        startsAt: visit.from_at,
        endsAt: visit.until_at,
        kind: MeetingKind.parse(kind),
      },
      at,
    );
  }
};

/** Those who read a part of a memo, which there is now that the meeting has ended. */
export const tellOfMemos = async (
  { tx, tell }: Pick<Command, 'tx' | 'tell'>,
  meetingId: string,
): Promise<void> => {
  const { rows } = await sql<{ id: string }>`select access.memo_readers(${meetingId}) as id`.execute(tx);
  for (const { id } of rows) tell(id, { kind: 'meetings.changed' });
};
