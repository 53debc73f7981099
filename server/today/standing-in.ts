// Who stands in for whom, and how many children a responsible worker has.
import { sql } from 'kysely';
import type { Today } from '../../shared/today.ts';
import { countCovered, readAbsences } from '../absences/index.ts';
import type { Actor } from '../access/actor.ts';
import { type Counted, levelOf, loadOf, readLimit } from '../handovers/index.ts';
import type { Tx } from '../platform/db/transaction.ts';

/** The own, and those of the colleagues that one stands in for. */
export const readOwnAbsences = async (tx: Tx, actor: Actor, at: Date): Promise<Today['absences']> => {
  if (actor.affiliation === null) return [];
  const absences = await readAbsences(tx, actor, at);
  const covered = await countCovered(tx, actor, at);
  return absences
    .filter((one) => one.personId === actor.personId || one.substituteId === actor.personId)
    .map((one) => ({ ...one, mine: one.personId === actor.personId, cases: covered.get(one.id) ?? 0 }));
};

/** Null for whoever is responsible for no child, in their own right or as a substitute. */
export const readOwnLoad = async (tx: Tx, actor: Actor, at: Date): Promise<Today['load']> => {
  if (actor.affiliation?.agencyKind !== 'child-protection') return null;
  const limit = await readLimit(tx, at);
  const load = await loadOf(tx, actor.affiliation.id, limit);
  return load.children + load.asSubstitute === 0 ? null : { ...load, source: limit.source };
};

/** The heaviest first. */
export const readTeamLoads = async (tx: Tx, actor: Actor, at: Date): Promise<Today['teamLoads']> => {
  if (actor.affiliation?.profession !== 'consultant-social-worker') return [];
  const limit = await readLimit(tx, at);
  const { rows } = await sql<Counted & { affiliation_id: string; name: string }>`
    select * from access.team_loads()`.execute(tx);
  return rows
    .toSorted((a, b) => b.children - a.children || (a.name < b.name ? -1 : 1))
    .map((row) => ({ affiliationId: row.affiliation_id, name: row.name, load: levelOf(row, limit) }));
};
