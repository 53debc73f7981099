// Failed sign-ins delay the next try, counted per name AND device (or address): nobody can lock out somebody else.
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DB } from '../platform/db/tables.ts';
import { Refusal } from '../platform/http/refusal.ts';

const freeTries = 5;
const longestSeconds = 15 * 60;

/** @param from a device that this person has used before, else the network address */
export const failureKey = (name: string, from: string): Buffer =>
  createHash('sha256').update(`${name.toLowerCase()}\n${from}`).digest();

/** @throws Refusal `sign-in-delayed` with the seconds to wait */
export const requireNoDelay = async (db: Kysely<DB>, key: Buffer, at: Date): Promise<void> => {
  const row = await db
    .selectFrom('sign_in_failures')
    .select('blocked_until')
    .where('key_hash', '=', key)
    .executeTakeFirst();
  if (!row?.blocked_until || row.blocked_until <= at) return;
  const seconds = Math.ceil((row.blocked_until.getTime() - at.getTime()) / 1000);
  throw new Refusal('sign-in-delayed', { seconds }, seconds);
};

export const countFailure = async (db: Kysely<DB>, key: Buffer, at: Date): Promise<void> => {
  const row = await db
    .insertInto('sign_in_failures')
    .values({ key_hash: key, failures: 1, updated_at: at })
    .onConflict((c) =>
      c
        .column('key_hash')
        .doUpdateSet((eb) => ({ failures: eb('sign_in_failures.failures', '+', 1), updated_at: at })),
    )
    .returning('failures')
    .executeTakeFirstOrThrow();
  if (row.failures < freeTries) return;
  const seconds = Math.min(longestSeconds, 15 * 2 ** (row.failures - freeTries));
  await db
    .updateTable('sign_in_failures')
    .set({ blocked_until: new Date(at.getTime() + seconds * 1000) })
    .where('key_hash', '=', key)
    .execute();
};

export const forgetFailures = async (db: Kysely<DB>, key: Buffer): Promise<void> => {
  await db.deleteFrom('sign_in_failures').where('key_hash', '=', key).execute();
};
