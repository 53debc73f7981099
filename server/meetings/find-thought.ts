// A hypothesis of an item, for whoever is to do something with it.
import { actingAs } from '../access/actor.ts';
import type { CaseCommand } from '../access/command.ts';
import { mayRead } from '../access/rules.ts';
import { audienceOf, type EntryRow } from '../entries/index.ts';
import { notFound } from '../platform/http/refusal.ts';

/** @throws Refusal `not-found` also for one that the actor may not read */
export const requireThought = async (c: CaseCommand, itemId: string, entryId: string): Promise<EntryRow> => {
  const row = await c.tx
    .selectFrom('entries')
    .selectAll()
    .where('id', '=', entryId)
    .where('agenda_item_id', '=', itemId)
    .where('kind', '=', 'hypothesis')
    .where('state', '=', 'shared')
    .executeTakeFirst();
  if (!row || !mayRead(c.facts, actingAs(c.actor), audienceOf(c.facts, row), c.at.getTime()))
    throw notFound();
  return row;
};
