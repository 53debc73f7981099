// That it is in the own system now, by the own side. Nothing of the request moves, and only the own side gets a hint: the other is
// not to learn of it.
import { sql } from 'kysely';
import { moveOf } from '../../shared/consultation-moves.ts';
import { type Call, command } from '../access/command.ts';
import { readStanding } from '../access/standing.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';
import { readTeam } from '../services/index.ts';
import { sidesBeside, tellOf } from './beside.ts';
import { refuse, requireSame } from './consultation-command.ts';
import { type Found, findConsultation } from './find-consultation.ts';

/** Their open pages; whoever stands in for one of them reads it with their next reading. */
const ownSide = async (tx: Tx, { row, sides }: Found, me: string, at: Date): Promise<Set<string | null>> => {
  if (sides.includes('asking')) return new Set([me, row.asker_affiliation_id, row.deputy_affiliation_id]);
  if (!sides.includes('answering')) return new Set([me]);
  return new Set([me, ...(await readTeam(tx, row.service_id, at)).map((one) => one.affiliationId)]);
};

/** @throws Refusal `not-found`, `not-allowed`, `consultation-state` */
export const markTransferred = (
  server: Server,
  call: Call,
  id: string,
  system: string,
): Promise<{ id: string }> =>
  command(server.context, call, async ({ tx, actor, at, tell }) => {
    const standing = await readStanding(tx, actor, at);
    await findConsultation(tx, standing, id);
    await sql`select access.hold_consultation(${id})`.execute(tx);
    const found = await findConsultation(tx, standing, id);
    const move = moveOf('mark-transferred', found.parts, found.facts);
    if ('refused' in move) throw await refuse(tx, move.refused, found);
    const { rows } = await sql<{ state: string }>`
      select access.mark_consultation_transferred(${id}, ${system}) as state`.execute(tx);
    requireSame(rows[0]?.state, move.to);
    const own = await ownSide(tx, found, actor.affiliation?.id ?? '', at);
    const beside = await sidesBeside(tx, id);
    tellOf(
      { tell },
      id,
      beside.filter(({ affiliationId }) => own.has(affiliationId)),
    );
    return { id };
  });
