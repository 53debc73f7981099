// Every predicate of ring 2 taken away, one at a time, with ring 1 off: plain queries and statements must notice each.
import type { World } from '../../server/testing/open-world.ts';
import type { PlacedForWrites } from '../matrix/place-own.ts';
import { tablesWithAudience } from '../matrix/row-kinds.ts';
import { headTables, walkHeads } from '../matrix/walk-heads.ts';
import { type Prepared, walkTables } from '../matrix/walk-reading.ts';
import { walkWrites } from '../matrix/walk-writes.ts';
import type { SqlMutant } from './sql-mutants.ts';

export type SqlVerdict = { readonly mutant: SqlMutant; readonly caught: string | null };

const deriveAnew = async (world: World): Promise<void> => {
  await world.superuser('select access.derive_case(id) from cases');
};

/**
 * The first cell that differs from the table; null when none does. Reading depends on the table of a policy, or, for what
 * is derived, on any table at all: all take it from the same place.
 */
const firstDifference = async (
  prepared: Prepared,
  placed: PlacedForWrites,
  tables: readonly string[],
  ofHeads: boolean,
): Promise<string | null> => {
  try {
    const walks = [
      () => walkTables(prepared, tables, true),
      () => walkWrites(prepared.world, prepared.region, placed, true),
      ...(ofHeads ? [() => walkHeads(prepared)] : []),
    ];
    for (const walk of walks) {
      const { examples } = await walk();
      if (examples[0] !== undefined) return examples[0];
    }
    return null;
  } catch (error) {
    return `broke: ${(error as Error).message}`;
  }
};

export const takePredicatesAway = async (
  prepared: Prepared,
  placed: PlacedForWrites,
  mutants: readonly SqlMutant[],
  say: (words: string) => void,
): Promise<SqlVerdict[]> => {
  const { world } = prepared;
  const tables = await tablesWithAudience(world);
  const verdicts: SqlVerdict[] = [];
  for (const mutant of mutants) {
    await world.superuser(mutant.apply);
    if (mutant.derives) await deriveAnew(world);
    const concerned = mutant.derives ? ['entries'] : tables.filter((table) => table === mutant.table);
    const ofHeads = mutant.derives || headTables.some((table) => table === mutant.table);
    const caught = await firstDifference(prepared, placed, concerned, ofHeads);
    await world.superuser(mutant.revert);
    if (mutant.derives) await deriveAnew(world);
    verdicts.push({ mutant, caught });
    say(`${caught === null ? 'NOT caught' : 'caught'}: ${mutant.name}${caught ? ` (${caught})` : ''}`);
  }
  return verdicts;
};
