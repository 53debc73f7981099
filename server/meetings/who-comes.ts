// Who is expected in a planned meeting, who cannot come, and saying so oneself. For those who are expected; a visitor answers their
// invitation instead.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { sayComing as contract } from '../../shared/meetings.ts';
import type { Call, Command } from '../access/command.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { type Found, isOfCase } from './find-meeting.ts';
import { meetingCommand, requireState } from './meeting-command.ts';

type Input = z.output<NonNullable<typeof contract.body>>;
export type Comer = {
  readonly person_id: string;
  readonly affiliation_id: string;
  readonly regrets: boolean;
  readonly note: string | null;
  readonly away_from: Date | null;
  readonly away_until: Date | null;
};

/** In the team whose meeting it is, or in the home team of the case: whoever only has a case on the agenda is not. */
const isExpected = ({ inTeam, caseFacts, who, at }: Found): boolean =>
  who.affiliationId !== null && (inTeam || isOfCase(caseFacts, who, at.getTime()));

export const readComers = async (found: Found, tx: Tx): Promise<Comer[]> => {
  if (found.state !== 'planned' || !isExpected(found)) return [];
  const { rows } = await sql<Comer>`select * from access.who_comes(${found.row.id})`.execute(tx);
  return rows;
};

/** @throws Refusal `not-found`, `not-allowed` for whoever is not expected, `meeting-state` once it has begun */
export const sayComing = (
  server: Server,
  call: Call,
  meetingId: string,
  { comes, note }: Input,
): Promise<{ id: string }> =>
  meetingCommand(server, call, meetingId, async ({ tx, found }) => {
    if (!isExpected(found)) throw new Refusal('not-allowed', { reason: 'not-expected' });
    requireState(found, 'planned');
    await sql`select access.say_coming(${meetingId}, ${comes}, ${note || null})`.execute(tx);
    return { id: meetingId };
  });

/** Whoever has a planned meeting open in which somebody is away by an absence that this command records or ends. */
export const tellOfAway = async (
  { tx, tell }: Pick<Command, 'tx' | 'tell'>,
  affiliationId: string,
): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    select access.beside_absence_now(${affiliationId}) as id`.execute(tx);
  for (const { id } of rows) tell(id, { kind: 'meetings.changed' });
};
