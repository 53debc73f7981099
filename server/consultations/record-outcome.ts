// What came of a request, by either side; and what helped, by who asked.
import { sql } from 'kysely';
import type { z } from 'zod';
import type * as contract from '../../shared/consultation-outcomes.ts';
import type { Call } from '../access/command.ts';
import type { Server } from '../server.ts';
import { consultationCommand, requireSame } from './consultation-command.ts';
import { requireUnidentifying } from './require-unidentifying.ts';

type Body<R extends { body?: z.ZodType }> = z.output<NonNullable<R['body']>>;
type Ref = Promise<{ id: string }>;

export const recordOutcome = (
  server: Server,
  call: Call,
  id: string,
  { kinds, words, checked }: Body<typeof contract.recordOutcome>,
): Ref =>
  consultationCommand(server, call, id, 'record-outcome', async ({ tx, found, to }) => {
    if (found.row.anonymous) requireUnidentifying([{ path: 'words', text: words }], checked);
    const { rows } = await sql<{ state: string }>`
      select access.record_consultation_outcome(${id}, ${[...new Set(kinds)]}::text[], ${words}) as state`.execute(
      tx,
    );
    requireSame(rows[0]?.state, to);
  });

export const followUp = (
  server: Server,
  call: Call,
  id: string,
  { helped, words, checked }: Body<typeof contract.followUp>,
): Ref =>
  consultationCommand(server, call, id, 'follow-up', async ({ tx, found, to }) => {
    if (found.row.anonymous) requireUnidentifying([{ path: 'words', text: words }], checked);
    const { rows } = await sql<{ state: string }>`
      select access.follow_up_consultation(${id}, ${helped}, ${words}) as state`.execute(tx);
    requireSame(rows[0]?.state, to);
  });
