// Giving a hypothesis to the family: of itself it is the team's, and only the responsible worker gives it further, whoever wrote it (domain,
// section 5: not released by default, the responsible worker may).
import { sql } from 'kysely';
import type { Call } from '../access/command.ts';
import { audienceOf, moveEntry, noteShared } from '../entries/index.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { requireThought } from './find-thought.ts';
import { itemCommand } from './item-command.ts';

/** @throws Refusal `not-found`, `not-allowed`, `already-done`, `case-closed` */
export const releaseThought = (
  server: Server,
  call: Call,
  itemId: string,
  { entryId, given }: { entryId: string; given: boolean },
): Promise<{ id: string; version: number }> =>
  itemCommand(server, call, itemId, 'team', async (c) => {
    const row = await requireThought(c, itemId, entryId);
    const audience = audienceOf(c.facts, row);
    if (!c.viewer.responsible) throw new Refusal('not-allowed');
    if ((audience.familyScope === 'all') === given) throw new Refusal('already-done');
    const { aclKey: _, ...was } = audience;
    const target = {
      ...was,
      scope: 'team' as const,
      familyScope: given ? ('all' as const) : ('none' as const),
      familyIds: [],
    };
    const moved = await moveEntry(c, row, target, 'shared', async (_c, _row, key) => {
      await sql`select access.release_thought(${entryId}, ${key})`.execute(c.tx);
      return requireThought(c, itemId, entryId);
    });
    await noteShared(c, row, moved);
    return { id: moved.id, version: moved.version };
  });
