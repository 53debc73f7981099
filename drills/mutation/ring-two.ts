// Every predicate of ring 2 taken away, one at a time, with ring 1 off: plain queries and statements must notice each.
import type { World } from '../../server/testing/open-world.ts';
import { tablesWithAudience } from '../matrix/row-kinds.ts';
import type { Placed } from '../matrix/samples.ts';
import { type Prepared, walkTables } from '../matrix/walk-reading.ts';
import { walkWrites } from '../matrix/walk-writes.ts';
import type { SqlMutant } from './sql-mutants.ts';

export type SqlVerdict = { readonly mutant: SqlMutant; readonly caught: string | null };

const deriveAnew = async (world: World): Promise<void> => {
  await world.superuser('select access.derive_case(id) from cases');
};

/** The first cell that differs from the table; null when none does. */
const firstDifference = async (
  prepared: Prepared,
  placed: Placed,
  tables: readonly string[],
): Promise<string | null> => {
  try {
    const writes = await walkWrites(prepared.world, prepared.region, placed, true);
    if (writes.examples[0] !== undefined) return writes.examples[0];
    return (await walkTables(prepared, tables, true)).examples[0] ?? null;
  } catch (error) {
    return `broke: ${(error as Error).message}`;
  }
};

export const takePredicatesAway = async (
  prepared: Prepared,
  placed: Placed,
  mutants: readonly SqlMutant[],
  say: (words: string) => void,
): Promise<SqlVerdict[]> => {
  const { world } = prepared;
  const tables = await tablesWithAudience(world);
  const verdicts: SqlVerdict[] = [];
  for (const mutant of mutants) {
    await world.superuser(mutant.apply);
    if (mutant.derives) await deriveAnew(world);
    const caught = await firstDifference(prepared, placed, tables);
    await world.superuser(mutant.revert);
    if (mutant.derives) await deriveAnew(world);
    verdicts.push({ mutant, caught });
    say(`${caught === null ? 'NOT caught' : 'caught'}: ${mutant.name}${caught ? ` (${caught})` : ''}`);
  }
  return verdicts;
};
