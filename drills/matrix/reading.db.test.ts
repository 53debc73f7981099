// The authorization matrix of reading: every relation to the case × every audience × every state of its grounds, out of
// every way out that carries texts. Three times: both rings; ring 2 alone, a plain query as the person; ring 1 alone, in
// a database whose rows are open to everybody. The expectations come from a table in words (reading-rules.ts).
import { beforeAll, expect, test, vi } from 'vitest';
import { testWorld } from '../../server/testing/world.ts';
import { contracts } from '../../shared/contracts.ts';
import { openRingTwo } from './open-ring-two.ts';
import { tablesWithAudience } from './row-kinds.ts';
import { stateNames } from './states.ts';
import type { Tally } from './tally.ts';
import { walkHeads } from './walk-heads.ts';
import { type Prepared, prepare, walkAsked, walkFrames, walkTables } from './walk-reading.ts';
import { asked, walkRules } from './walk-rules.ts';
import { carrying, silent } from './ways-out.ts';

// Thousands of cells, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** Every second state: what differs between two neighbours is asked of both rings above, and of each in `rings.db.test.ts`. */
const everyTableIn = ['agreed', 'childDecides', 'noGuardian', 'vital', 'hiddenButTold'] as const;
/** Who is a reader is derived once for all tables, and some tables are enough to see it. The drill asks all in every state. */
const someTablesIn = ['over', 'forbidden'] as const;
const someTables = ['entries', 'grounds', 'version_parts'];
/** In every state ring 1 is asked directly, below; here it is seen that the routes ask it. */
const ringOneAlone = ['agreed', 'over', 'hiddenButTold', 'forbidden', 'childDecides'] as const;

const world = await testWorld();
const address = await world.listen();
let prepared: Prepared;
beforeAll(async () => {
  prepared = await prepare(world);
});

const expectAsTheTable = ({ cells, mismatches, examples }: Tally): void => {
  expect(examples).toEqual([]);
  expect(mismatches).toBe(0);
  expect(cells).toBeGreaterThan(0);
};

test('every route is known either to carry texts of a case or to carry none', () => {
  const ids = contracts.map((contract) => contract.id);
  expect(ids.filter((id) => !(id in carrying) && !silent.includes(id))).toEqual([]);
  expect([...Object.keys(carrying), ...silent].filter((id) => !ids.includes(id))).toEqual([]);
});

test('ring 1 asked directly, with the facts of each case', async () => {
  expectAsTheTable(walkRules(await asked(prepared)));
});

test('ring 2 alone: the case, and who takes part in it', async () => {
  expectAsTheTable(await walkHeads(prepared));
});

test('ring 2 alone: a plain query of every table, as the person', async () => {
  const tables = await tablesWithAudience(world);
  expectAsTheTable(await walkTables(prepared, tables, false, everyTableIn));
  expect(tables).toEqual(expect.arrayContaining(someTables));
  expectAsTheTable(await walkTables(prepared, someTables, false, someTablesIn));
});

// A version and its PDF are put together from what a snapshot is: a few states show that they are. The drill walks all.
test.each([
  ['snapshot', stateNames],
  ['version', ['agreed', 'hiddenButTold', 'forbidden', 'childDecides']],
  ['pdf', ['agreed']],
] as const)('both rings: %s', async (way, states) => {
  expectAsTheTable(await walkAsked(prepared, way, states));
});

test.each(['closed', 'forbidden'] as const)('both rings: frames and polls, %s', async (state) => {
  expectAsTheTable(await walkFrames(prepared, address, state, 'some'));
});

test('ring 1 alone: snapshot, version, frames and polls', async () => {
  await openRingTwo(world);
  expectAsTheTable(await walkAsked(prepared, 'snapshot', ringOneAlone));
  expectAsTheTable(await walkAsked(prepared, 'version', ['hiddenButTold']));
  expectAsTheTable(await walkFrames(prepared, address, 'agreed', 'some'));
});
