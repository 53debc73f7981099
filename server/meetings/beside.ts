// Whom a change in a meeting concerns, each in the affiliation by which it does, and the hint that the meeting moved. Whoever has just
// lost sight of it (a visitor whose item is over) is told that something of theirs is another, and not what.
import { sql } from 'kysely';
import type { Command } from '../access/command.ts';
import { documentAccessChanged } from '../documents/index.ts';
import type { Named } from '../people/index.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { memoSection } from './memo-section-kind.ts';

/** Nobody, where the actor is nothing to the meeting. */
export const besideMeeting = async (tx: Tx, meetingId: string): Promise<Named[]> => {
  const { rows } = await sql<Named>`
    select person_id as "personId", affiliation_id as "affiliationId" from access.beside_meeting(${meetingId})`.execute(
    tx,
  );
  return rows;
};

const nameOf = ({ personId, affiliationId }: Named): string => `${personId} ${affiliationId}`;

/**
 * Everybody beside it, once what changes is written.
 * @param before who stood there until now
 */
export const tellBesideMeeting = async (
  { tx, tell }: Pick<Command, 'tx' | 'tell'>,
  meetingId: string,
  before: readonly Named[],
): Promise<void> => {
  const now = await besideMeeting(tx, meetingId);
  for (const { personId, affiliationId } of now)
    tell(personId, { kind: 'meeting.changed', meetingId, affiliationId });
  const see = new Set(now.map(nameOf));
  for (const personId of new Set(before.filter((one) => !see.has(nameOf(one))).map((one) => one.personId)))
    tell(personId, { kind: 'meetings.changed' });
};

/** Who may read and write in the memo follows the room: asked anew after every act on it. */
export const sectionsMoved = async (
  scope: Pick<Command, 'tx' | 'alsoWake'>,
  meetingId: string,
): Promise<void> => {
  const { rows } = await sql<{
    id: string;
  }>`select access.memo_sections_beside(null, ${meetingId}) as id`.execute(scope.tx);
  if (rows.length > 0)
    await documentAccessChanged(
      scope,
      memoSection,
      rows.map(({ id }) => id),
    );
};
