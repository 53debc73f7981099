// One statement, spoken to the database directly as somebody of the cast: does it do it?
import pg from 'pg';
import type { World } from '../../server/testing/open-world.ts';
import type { Attempt } from './attempt.ts';
import type { Who } from './cast.ts';
import type { Acting } from './disguises.ts';
import type { Region } from './people.ts';
import type { PlacedForWrites } from './place-own.ts';

/** Past every rule, until it takes a role. One connection: whatever is refused in it, it stays. */
export type Behind = Pick<pg.Client, 'query'>;

export const withBehind = async <T>(world: World, work: (behind: Behind) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: world.database.superuserUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Whatever is done meanwhile is rolled back. */
export const rolledBack = async (behind: Behind, work: () => Promise<void>): Promise<void> => {
  await behind.query('begin');
  try {
    await work();
  } finally {
    await behind.query('rollback');
  }
};

/**
 * True when the database did it: at least one row, and no error. Inside `rolledBack`; leaves nothing behind.
 * @param as in whose name; whoever tries it, in a disguise or not
 */
export const tryStatement = async (
  behind: Behind,
  region: Region,
  placed: PlacedForWrites,
  as: Acting,
  who: Who,
  { given, statement, values, beyond }: Attempt,
): Promise<boolean> => {
  await behind.query('savepoint attempt');
  try {
    for (const [sql, ...of] of given?.(placed, region) ?? []) await behind.query(sql, of);
    await behind.query(
      `select set_config('app.person', $1, true), set_config('app.affiliation', $2, true), set_config('role', 'rinki_app', true)`,
      [as.id, as.affiliationId ?? ''],
    );
    const { rowCount } = await behind.query(statement, values(placed, region, who));
    if (beyond === undefined) return (rowCount ?? 0) > 0;
    await behind.query('reset role');
    return (rowCount ?? 0) > Number((await behind.query(beyond)).rows[0]?.['count']);
  } catch (error) {
    // Refused by a policy or a door; anything else is a mistake of this table.
    if ((error as { code?: unknown }).code !== '42501') throw error;
    return false;
  } finally {
    await behind.query('rollback to attempt');
    await behind.query('release attempt');
  }
};
