// The page on which broken glass is reviewed: what was opened, and who has looked in vain.
import { sql } from 'kysely';
import type { z } from 'zod';
import { type listBreakGlass as contract, VainLooks } from '../../shared/break-glass.ts';
import { type Actor, reviewsGlass } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';
import { readUses } from './read-uses.ts';

type Answer = z.output<typeof contract.response>;

const rememberedDays = 30;

/** In the own agency alone; what was typed is not kept. */
const readVain = async (tx: Tx, actor: Actor, at: Date): Promise<Answer['vain']> => {
  if (!reviewsGlass(actor)) return [];
  const rows = await tx
    .selectFrom('break_glass_attempts as x')
    .innerJoin('people as p', 'p.id', 'x.person_id')
    .select((eb) => [
      'x.person_id as personId',
      'p.name',
      eb.fn.countAll<number>().as('looks'),
      eb.fn.max('x.at').as('lastAt'),
    ])
    .where('x.agency_id', '=', actor.affiliation?.agencyId ?? null)
    .where('x.outcome', '<>', 'found')
    .where('x.at', '>', sql<Date>`${at}::timestamptz - make_interval(days => ${rememberedDays})`)
    .groupBy(['x.person_id', 'p.name'])
    .orderBy('looks', 'desc')
    .orderBy('x.person_id')
    .execute();
  return rows.map((row) => VainLooks.parse({ ...row, lastAt: new Date(row.lastAt).toISOString() }));
};

export const listBreakGlass = ({ context }: Server, actor: Actor): Promise<Answer> =>
  read(context, actor, async (tx, at) => {
    const uses = await readUses(tx, actor);
    const vain = await readVain(tx, actor, at);
    await logView(tx, actor, at, {
      kind: 'break-glass-uses',
      caseId: null,
      objectId: null,
      purpose: 'review',
      detail: { uses: uses.length },
    });
    return { uses, vain, reviews: reviewsGlass(actor) };
  });
