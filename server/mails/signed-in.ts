// Is somebody signed in right now? Then the page in front of them tells more, and sooner, than a mail.
import type { Kysely } from 'kysely';
import type { DB } from '../platform/db/tables.ts';
import { idleMinutes } from '../sessions/index.ts';

export const isSignedIn = async (db: Kysely<DB>, personId: string, at: Date): Promise<boolean> => {
  const session = await db
    .selectFrom('sessions')
    .select('id')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .where('active_at', '>', new Date(at.getTime() - idleMinutes * 60_000))
    .limit(1)
    .executeTakeFirst();
  return session !== undefined;
};
