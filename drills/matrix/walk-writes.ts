// Tries every statement of the table of writes as everybody, each in a transaction that is rolled back.
import type { World } from '../../server/testing/open-world.ts';
import { everybody, type Who } from './cast.ts';
import { type Attempt, ownAttempts } from './own-rules.ts';
import type { Region } from './people.ts';
import { type PlacedForWrites, placeOwn } from './place-own.ts';
import { createTally, look, type Tally } from './tally.ts';
import { placeForRoutes } from './walk-routes.ts';
import { attempts } from './write-rules.ts';

export const allAttempts: readonly Attempt[] = [...attempts, ...ownAttempts];

/** True when the database did it: at least one row, and no error. */
const tryIt = async (
  world: World,
  region: Region,
  placed: PlacedForWrites,
  who: Who,
  { statement, values }: Attempt,
): Promise<boolean> => {
  const client = await world.pools.app.connect();
  const { id, affiliationId } = region.people[who];
  try {
    await client.query('begin');
    await client.query(`select set_config('app.person', $1, true), set_config('app.affiliation', $2, true)`, [
      id,
      affiliationId ?? '',
    ]);
    const { rows } = await client.query(statement, values(placed, region, who));
    return rows.length > 0;
  } catch (error) {
    // Refused by a policy or a door; anything else is a mistake of this table.
    if ((error as { code?: unknown }).code !== '42501') throw error;
    return false;
  } finally {
    await client.query('rollback');
    client.release();
  }
};

/** What the statements are about. */
export const placeForWrites = async (world: World, region: Region): Promise<PlacedForWrites> =>
  placeOwn(world, region, await placeForRoutes(world, region, 'agreed'));

export const walkWrites = async (
  world: World,
  region: Region,
  placed: PlacedForWrites,
  enough = false,
): Promise<Tally> => {
  const tally = createTally();
  for (const attempt of allAttempts) {
    for (const who of everybody) {
      const done = await tryIt(world, region, placed, who, attempt);
      look(tally, attempt.may.includes(who), done, () => `${who} ${attempt.says}`);
    }
    if (enough && tally.mismatches > 0) break;
  }
  return tally;
};
