// Whether a broken glass was justified: said once, with a reason where it was not, and never by whoever broke it.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { reviewBreakGlass as contract } from '../../shared/break-glass.ts';
import { type Call, command } from '../access/command.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { readUse } from './read-uses.ts';

type Input = z.output<typeof contract.body & z.ZodType>;

/** @throws Refusal `not-found`, `not-allowed`, `already-done`, `invalid-input` without the reason that it needs */
export const reviewBreakGlass = (
  server: Server,
  call: Call,
  useId: string,
  { finding, note }: Input,
): Promise<{ id: string }> =>
  command(server.context, call, async ({ tx, actor, tell }) => {
    const use = await readUse(tx, actor, useId);
    if (!use) throw notFound();
    if (use.review) throw new Refusal('already-done');
    if (!use.can.includes('review')) throw new Refusal('not-allowed');
    if (finding !== 'justified' && note.trim() === '') throw new Refusal('invalid-input', { field: 'note' });
    const { rows } = await sql<{ person_id: string }>`
      select person_id from access.review_break_glass(${useId}, ${finding}, ${note.trim() || null})`
      .execute(tx)
      .catch((error: unknown) => {
        // Somebody else was first, at this moment.
        throw (error as { code?: unknown }).code === '42501' ? new Refusal('already-done') : error;
      });
    for (const personId of [actor.personId, ...rows.map((row) => row.person_id)])
      tell(personId, { kind: 'today.changed' });
    return { id: useId };
  });
