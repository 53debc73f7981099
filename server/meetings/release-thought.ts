// Giving a hypothesis to the family: of itself it is the team's, and only the responsible worker gives it further, whoever wrote it (domain,
// section 5: not released by default, the responsible worker may).
import { sql } from 'kysely';
import { actingAs } from '../access/actor.ts';
import type { Call, CaseCommand } from '../access/command.ts';
import { mayRead } from '../access/rules.ts';
import { audienceOf, type EntryRow, moveEntry, noteShared } from '../entries/index.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { itemCommand } from './item-command.ts';

const findThought = (c: CaseCommand, itemId: string, entryId: string): Promise<EntryRow | undefined> =>
  c.tx
    .selectFrom('entries')
    .selectAll()
    .where('id', '=', entryId)
    .where('agenda_item_id', '=', itemId)
    .where('kind', '=', 'hypothesis')
    .where('state', '=', 'shared')
    .executeTakeFirst();

/** @throws Refusal `not-found`, `not-allowed`, `already-done`, `case-closed` */
export const releaseThought = (
  server: Server,
  call: Call,
  itemId: string,
  { entryId, given }: { entryId: string; given: boolean },
): Promise<{ id: string; version: number }> =>
  itemCommand(server, call, itemId, 'team', async (c) => {
    const row = await findThought(c, itemId, entryId);
    const audience = row && audienceOf(c.facts, row);
    if (!row || !audience || !mayRead(c.facts, actingAs(c.actor), audience, c.at.getTime())) throw notFound();
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
      const found = await findThought(c, itemId, entryId);
      if (!found) throw notFound();
      return found;
    });
    await noteShared(c, row, moved);
    return { id: moved.id, version: moved.version };
  });
