// Every predicate of ring 2 taken away, one at a time, with ring 1 off: plain queries and statements must notice each.
import type { World } from '../../server/testing/open-world.ts';
import type { Attempt } from '../matrix/attempt.ts';
import type { PlacedForWrites } from '../matrix/place-own.ts';
import { tablesWithAudience } from '../matrix/row-kinds.ts';
import { stateNames } from '../matrix/states.ts';
import { createTally, type Tally } from '../matrix/tally.ts';
import { headTables, walkHeads } from '../matrix/walk-heads.ts';
import { type Prepared, walkTables } from '../matrix/walk-reading.ts';
import { allAttempts, walkWrites } from '../matrix/walk-writes.ts';
import type { SqlMutant } from './sql-mutants.ts';

export type SqlVerdict = { readonly mutant: SqlMutant; readonly caught: string | null };

const derive = async (world: World, caseIds: readonly string[]): Promise<void> => {
  for (const id of caseIds) await world.superuser('select access.derive_case($1)', [id]);
};

/** Who reads what of the case $1: as it was derived once, and as it would be now. */
const wereDerived = 'acl_members m join audiences d on d.acl_key = m.acl_key where d.case_id = $1';
const wouldBeDerived = 'access.derived($1) m';
const readersBy = async (world: World, from: string, caseId: string): Promise<unknown> => {
  const { rows } = await world.superuser(
    `select md5(string_agg(concat_ws(' ', m.acl_key, m.person_id, m.affiliation_id, m.valid), ','
       order by m.acl_key, m.person_id, m.affiliation_id, m.valid)) as readers from ${from}`,
    [caseId],
  );
  return rows[0]?.['readers'];
};

const casesOf = async (world: World): Promise<string[]> =>
  (await world.superuser('select id from cases order by id')).rows.map((row) => String(row['id']));

/** The first cell that differs, of walks of which the later ones are taken only where those before have noticed nothing. */
const firstOf = async (walks: readonly (() => Promise<Tally>)[]): Promise<string | null> => {
  for (const walk of walks) {
    const { examples } = await walk();
    if (examples[0] !== undefined) return examples[0];
  }
  return null;
};

/** What a mutant may have changed for somebody: the cases whose readers are to be derived anew as they were. */
type Noticed = { readonly caught: string | null; readonly derived: readonly string[] };

/**
 * The first cell that differs from the table; null when none does. What costs least is asked first: the statements that speak
 * of it, then what is read. Where readers are derived by it, one case is derived after another, and walked where they are others.
 */
const noticed = async (
  prepared: Prepared,
  placed: PlacedForWrites,
  tables: readonly string[],
  { about, tables: ofMutant, derives }: SqlMutant,
): Promise<Noticed> => {
  const { world, region, cases } = prepared;
  const speaksOfIt = ({ statement }: Attempt) => about.some((word) => statement.includes(word));
  const writes = (among: readonly Attempt[]) => () =>
    walkWrites(world, region, placed, { enough: true, among });
  const derived: string[] = [];
  /** Derives anew. Where the same would come out, everybody reads what they read: there is nothing to walk. */
  const changes = async (caseId: string): Promise<boolean> => {
    const [were, would] = [
      await readersBy(world, wereDerived, caseId),
      await readersBy(world, wouldBeDerived, caseId),
    ];
    if (would === were) return false;
    derived.push(caseId);
    await derive(world, [caseId]);
    return true;
  };
  const deriving = stateNames.map(
    (name) => async () =>
      (await changes(cases[name].caseId)) ? walkTables(prepared, ['entries'], true, [name]) : createTally(),
  );
  const others = async () => {
    const walked = stateNames.map((name) => cases[name].caseId);
    for (const id of await casesOf(world)) if (!walked.includes(id)) await changes(id);
    return derived.length > 0 ? walkHeads(prepared) : createTally();
  };
  const concerned = tables.filter((table) => ofMutant.includes(table));
  const walks = [
    writes(allAttempts.filter(speaksOfIt)),
    ...(derives ? [...deriving, others] : [() => walkTables(prepared, concerned, true)]),
    ...(headTables.some((table) => ofMutant.includes(table)) ? [() => walkHeads(prepared)] : []),
    writes(allAttempts.filter((attempt) => !speaksOfIt(attempt))),
  ];
  const caught = await firstOf(walks).catch((error: Error) => `broke: ${error.message}`);
  return { caught, derived };
};

/** @param goesOn asked before each but the control and the one after it: what is left then is not done */
export const takePredicatesAway = async (
  prepared: Prepared,
  placed: PlacedForWrites,
  mutants: readonly SqlMutant[],
  goesOn: () => boolean,
  say: (words: string) => void,
): Promise<SqlVerdict[]> => {
  const { world } = prepared;
  const tables = await tablesWithAudience(world);
  const verdicts: SqlVerdict[] = [];
  for (const mutant of mutants) {
    if (verdicts.length > 1 && !goesOn()) break;
    const unmade = await world.superuser(mutant.apply).then(
      () => null,
      (error: Error) => error.message,
    );
    // The database itself does not take a function without that part: nothing is left to be noticed.
    if (unmade !== null) {
      verdicts.push({ mutant, caught: `not made: ${unmade}` });
      say(`not made: ${mutant.name} (${unmade})`);
      continue;
    }
    const { caught, derived } = await noticed(prepared, placed, tables, mutant);
    await world.superuser(mutant.revert);
    await derive(world, derived);
    verdicts.push({ mutant, caught });
    say(`${caught === null ? 'NOT caught' : 'caught'}: ${mutant.name}${caught ? ` (${caught})` : ''}`);
  }
  return verdicts;
};
