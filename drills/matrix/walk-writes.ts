// Tries every statement of the table of writes as everybody, each in a transaction that is rolled back.
import type { World } from '../../server/testing/open-world.ts';
import { everybody, type Who } from './cast.ts';
import { joiningAttempts } from './joining-rules.ts';
import { openingAttempts } from './opening-rules.ts';
import { type Attempt, ownAttempts } from './own-rules.ts';
import type { Region } from './people.ts';
import { type PlacedForWrites, placeOwn } from './place-own.ts';
import { createTally, look, type Tally } from './tally.ts';
import { placeForRoutes } from './walk-routes.ts';
import { attempts } from './write-rules.ts';

export const allAttempts: readonly Attempt[] = [
  ...attempts,
  ...ownAttempts,
  ...joiningAttempts,
  ...openingAttempts,
];

/** True when the database did it: at least one row, and no error. */
const tryIt = async (
  world: World,
  region: Region,
  placed: PlacedForWrites,
  who: Who,
  { statement, values, beyond }: Attempt,
): Promise<boolean> => {
  const client = await world.pools.app.connect();
  const { id, affiliationId } = region.people[who];
  try {
    await client.query('begin');
    await client.query(`select set_config('app.person', $1, true), set_config('app.affiliation', $2, true)`, [
      id,
      affiliationId ?? '',
    ]);
    const { rowCount } = await client.query(statement, values(placed, region, who));
    const open = beyond === undefined ? 0 : Number((await world.superuser(beyond)).rows[0]?.['count']);
    return (rowCount ?? 0) > open;
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

/**
 * @param enough stops after an attempt that differs from the table
 * @param among those of the attempts that are made; all unless said
 */
export const walkWrites = async (
  world: World,
  region: Region,
  placed: PlacedForWrites,
  { enough = false, among = allAttempts }: { enough?: boolean; among?: readonly Attempt[] } = {},
): Promise<Tally> => {
  const tally = createTally();
  for (const attempt of among) {
    for (const who of attempt.asked ?? everybody) {
      const done = await tryIt(world, region, placed, who, attempt);
      look(tally, attempt.may.includes(who), done, () => `${who} ${attempt.says}`);
    }
    if (enough && tally.mismatches > 0) break;
  }
  return tally;
};
