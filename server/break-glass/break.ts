// Opens a case for somebody who does not take part in it. Those who review it learn of it in the same transaction.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { breakGlass as contract } from '../../shared/break-glass.ts';
import { breaksGlass } from '../access/actor.ts';
import { type Call, command } from '../access/command.ts';
import { toldJoined } from '../cases/index.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { tellWatchers } from './tell.ts';

type Input = z.output<typeof contract.body & z.ZodType>;
type Answer = z.output<typeof contract.response>;

/** A case of another register, one that they take part in, and none at all look the same. */
const refused = (error: unknown): never => {
  if ((error as { code?: unknown }).code === '42501') throw notFound();
  throw error;
};

/** @throws Refusal `not-allowed`, `not-found` */
export const breakGlass = (server: Server, call: Call, caseId: string, input: Input): Promise<Answer> =>
  command(server.context, call, async (c): Promise<Answer> => {
    const { tx, actor } = c;
    if (!breaksGlass(actor)) throw new Refusal('not-allowed');
    await c.changeAccessIn([caseId]);
    const { rows } = await sql<{ id: string; until: Date; place: unknown }>`
      select * from access.break_glass(${caseId}, ${actor.affiliation?.id ?? null}, ${input.reason.trim()}, ${input.minutes})`
      .execute(tx)
      .catch(refused);
    const [use] = rows;
    if (!use) throw new Error('a broken glass left no row');
    const { event, aclKey } = toldJoined(use.place);
    c.publishIn(caseId, event, aclKey);
    c.tell(actor.personId, { kind: 'today.changed' });
    await tellWatchers(c, use.id);
    return { id: use.id, until: use.until.toISOString() };
  });
