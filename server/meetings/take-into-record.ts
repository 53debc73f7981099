// Taking a working hypothesis into the record: an explicit act of its writer, or of the responsible worker. From then on it ends by itself no more.
import { sql } from 'kysely';
import type { Call } from '../access/command.ts';
import { actingIn } from '../access/writing.ts';
import { audienceOf, presentAudience, presentEntry } from '../entries/index.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { requireThought } from './find-thought.ts';
import { itemCommand } from './item-command.ts';

/** @throws Refusal `not-found`, `not-allowed`, `already-done` */
export const takeIntoRecord = (
  server: Server,
  call: Call,
  itemId: string,
  entryId: string,
): Promise<{ id: string; version: number }> =>
  itemCommand(server, call, itemId, 'team', async (c) => {
    const row = await requireThought(c, itemId, entryId);
    const acting = actingIn(c.facts, c.actor, c.at);
    if (!row.author_ids.includes(c.actor.personId) && acting?.role !== 'responsible')
      throw new Refusal('not-allowed');
    if (row.expires_at === null) throw new Refusal('already-done');
    await sql`select access.take_into_record(${entryId})`.execute(c.tx);
    const taken = await requireThought(c, itemId, entryId);
    const entry = presentEntry(taken, presentAudience(audienceOf(c.facts, taken)));
    c.publish({ kind: 'entry.changed', entry }, taken.acl_key);
    c.note({ kind: 'hypothesis-recorded', aclKey: taken.acl_key, objectId: entryId });
    return { id: entryId, version: taken.version };
  });
