// How the family was heard in a discussion: asked of those who know of it, read by nobody else, counted for the team (decision 35).
import { sql } from 'kysely';
import type { OwnHeard } from '../../shared/heard.ts';
import type { Actor } from '../access/actor.ts';
import { type Call, command } from '../access/command.ts';
import { logView } from '../access/logs.ts';
import { type Rights, read, rightsIn } from '../access/reading.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';

type Row = { case_id: string; item_id: string; discussed_at: Date; rating: number | null; open: boolean };

const isFamily = ({ viewer }: Rights): boolean => !viewer.professional && viewer.affiliationId === null;

/** @throws Refusal `not-found`; a professional of the case is asked about nothing */
export const listOwnHeard = (
  server: Server,
  actor: Actor,
  caseId: string,
): Promise<{ discussions: OwnHeard[] }> =>
  read(server.context, actor, async (tx, at) => {
    if (!isFamily(await rightsIn(tx, server.facts, actor, caseId, at))) return { discussions: [] };
    const { rows } = await sql<Row>`select * from access.own_heard(${caseId})
      order by discussed_at desc, item_id`.execute(tx);
    await logView(tx, actor, at, { kind: 'heard', caseId, objectId: null, purpose: 'meeting' });
    return {
      discussions: rows.map((row) => ({
        itemId: row.item_id,
        discussedAt: row.discussed_at.toISOString(),
        rating: row.rating,
        open: row.open,
      })),
    };
  });

/** Somebody of the family reads no agenda: which case an item is of, where they are asked about it. */
const findOwn = async (tx: Tx, itemId: string): Promise<Row | undefined> => {
  const { rows } = await sql<Row>`select * from access.own_heard_of(${itemId})`.execute(tx);
  return rows[0];
};

/**
 * Nothing is told to anybody: no event, no activity.
 * @param rating from 0 to 10; null takes the answer away
 * @throws Refusal `not-found`, `already-done` where its time is over
 */
export const rateHeard = (
  server: Server,
  call: Call,
  itemId: string,
  rating: number | null,
): Promise<{ id: string }> =>
  command(server.context, call, async ({ tx, actor, at }) => {
    const own = await findOwn(tx, itemId);
    if (!own) throw notFound();
    if (!isFamily(await rightsIn(tx, server.facts, actor, own.case_id, at))) throw notFound();
    if (!own.open) throw new Refusal('already-done');
    await sql`select access.rate_heard(${itemId}, ${rating}::int)`.execute(tx);
    return { id: itemId };
  });
