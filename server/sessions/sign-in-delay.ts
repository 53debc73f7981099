// Failed sign-ins delay the next try, counted per name AND device (or address): nobody can lock out somebody else.
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { DB } from '../platform/db/tables.ts';
import { Refusal } from '../platform/http/refusal.ts';

const freeTries = 5;
const longestSeconds = 15 * 60;

/** @param from a device that this person has used before, else the network address */
export const failureKey = (name: string, from: string): Buffer =>
  createHash('sha256').update(`${name.toLowerCase()}\n${from}`).digest();

/**
 * Counts a try as failed before the password is looked at; `forgetFailures` takes it back. So of many tries at once no
 * more get through than one after another.
 * @throws Refusal `sign-in-delayed` with the seconds to wait
 */
export const countTry = async (db: Kysely<DB>, key: Buffer, at: Date): Promise<void> => {
  const { rows } = await sql`
    insert into sign_in_failures as f (key_hash, failures, updated_at) values (${key}, 1, ${at})
    on conflict (key_hash) do update set failures = f.failures + 1, updated_at = ${at},
      blocked_until = case when f.failures + 1 >= ${freeTries}
        then ${at}::timestamptz + least(${longestSeconds}, 15 * 2 ^ least(f.failures + 1 - ${freeTries}, 10)) * interval '1 second' end
    where f.blocked_until is null or f.blocked_until <= ${at}
    returning failures`.execute(db);
  if (rows.length > 0) return;
  const row = await db
    .selectFrom('sign_in_failures')
    .select('blocked_until')
    .where('key_hash', '=', key)
    .executeTakeFirst();
  const seconds = Math.max(1, Math.ceil(((row?.blocked_until?.getTime() ?? 0) - at.getTime()) / 1000));
  throw new Refusal('sign-in-delayed', { seconds }, seconds);
};

export const forgetFailures = async (db: Kysely<DB>, key: Buffer): Promise<void> => {
  await db.deleteFrom('sign_in_failures').where('key_hash', '=', key).execute();
};
