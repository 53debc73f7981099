// `npm run drill -- matrix`: the whole authorization matrix, both rings and each alone, against the real database, app and
// sockets. `npm test` walks the same with fewer events.
import type { Given, Outcome } from '../bench/outcome.ts';
import { openWorld, type World } from '../server/testing/open-world.ts';
import { copyDatabase, type RunDatabase, startRunDatabase } from '../server/testing/run-database.ts';
import { openRingTwo } from './matrix/open-ring-two.ts';
import { registerRegion } from './matrix/people.ts';
import { tablesWithAudience } from './matrix/row-kinds.ts';
import { stateNames } from './matrix/states.ts';
import { createTally, type Tally } from './matrix/tally.ts';
import { walkDoor } from './matrix/walk-door.ts';
import { walkHeads } from './matrix/walk-heads.ts';
import { prepare, walkAsked, walkFrames, walkTables } from './matrix/walk-reading.ts';
import { walkRoutes } from './matrix/walk-routes.ts';
import { asked, walkRules } from './matrix/walk-rules.ts';
import { walkTelling } from './matrix/walk-telling.ts';
import { walkViewing } from './matrix/walk-viewing.ts';
import { placeForWrites, walkWrites } from './matrix/walk-writes.ts';
import type { MatrixOptions } from './options.ts';

type Walk = readonly [name: string, walk: () => Promise<Tally>];

/** Opens a world on a fresh copy, works in it and takes everything down. */
export const inFreshWorld = async <T>(run: RunDatabase, work: (world: World) => Promise<T>): Promise<T> => {
  const database = await copyDatabase(run);
  const ends: (() => Promise<void>)[] = [];
  const world = await openWorld(database, {}, (end) => void ends.push(end));
  try {
    return await work(world);
  } finally {
    for (const end of ends.reverse()) await end();
    await database.drop();
  }
};

export const drillMatrix = async ({ sample, say }: Given<MatrixOptions>): Promise<Outcome> => {
  const { run, stop } = await startRunDatabase('a drill');
  const sum = createTally();
  const walkAll = async (walks: readonly Walk[]): Promise<void> => {
    for (const [name, walk] of walks) {
      const { cells, mismatches, examples } = await walk();
      say(`${name}: ${cells} cells, ${mismatches} mismatches`);
      sum.cells += cells;
      sum.mismatches += mismatches;
      sum.examples.push(...examples.slice(0, 3));
    }
  };
  const many = sample ? 'some' : 'all';
  try {
    await inFreshWorld(run, async (world) => {
      const address = await world.listen();
      const prepared = await prepare(world);
      const tables = await tablesWithAudience(world);
      await walkAll([
        ['ring 1 asked directly', async () => walkRules(await asked(prepared))],
        ['ring 2 alone, every table', () => walkTables(prepared, tables)],
        ['ring 2 alone, the case and who takes part', () => walkHeads(prepared)],
        ['both rings, snapshot', () => walkAsked(prepared, 'snapshot')],
        ['both rings, version', () => walkAsked(prepared, 'version')],
        ['both rings, as somebody else', () => walkViewing(prepared)],
        ['both rings, pdf', () => walkAsked(prepared, 'pdf')],
        ...stateNames.map(
          (state): Walk => [`both rings, frames, ${state}`, () => walkFrames(prepared, address, state, many)],
        ),
      ]);
      await openRingTwo(world);
      await walkAll([
        ['ring 1 alone, snapshot', () => walkAsked(prepared, 'snapshot')],
        ['ring 1 alone, version', () => walkAsked(prepared, 'version')],
        ['ring 1 alone, as somebody else', () => walkViewing(prepared)],
        ['ring 1 alone, frames', () => walkFrames(prepared, address, 'agreed', many)],
      ]);
    });
    await inFreshWorld(run, async (world) => {
      const region = await registerRegion(world);
      const placed = await placeForWrites(world, region);
      await walkAll([
        // First: the routes let some of the cast into other cases, where they get to know of more people.
        ['ring 2 alone, writing', () => walkWrites(world, region, placed)],
        ['who comes to the door', () => walkDoor(world, region, placed)],
        ['both rings, routes', () => walkRoutes(world, region, 'agreed')],
        ['both rings, routes of a closed case', () => walkRoutes(world, region, 'closed')],
        ...(['agreed', 'hidden', 'hiddenButTold'] as const).map(
          (state): Walk => [
            `where the child is, in texts, ${state}`,
            () => walkTelling(world, region, state),
          ],
        ),
      ]);
    });
    await inFreshWorld(run, async (world) => {
      const region = await registerRegion(world);
      await openRingTwo(world);
      await walkAll([['ring 1 alone, routes', () => walkRoutes(world, region, 'agreed')]]);
    });
  } finally {
    await stop();
  }
  const { cells, mismatches, examples } = sum;
  return { ok: mismatches === 0 && cells > 0, cells, mismatches, ...(examples.length > 0 && { examples }) };
};
