// Signing in with a name and a password. A name that does not exist, a wrong password and an ended person look the same.
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { firstAffiliation } from './acting-affiliation.ts';
import { passwordMatches } from './passwords.ts';
import { startSession } from './session.ts';
import { countTry, failureKey, forgetFailures } from './sign-in-delay.ts';

type Found = { id: string; password_hash: string; ended_at: Date | null };

/**
 * @param from the device or address whose failures are counted
 * @throws Refusal `wrong-credentials`, `sign-in-delayed`
 */
export const signInWithPassword = async (
  context: Context,
  name: string,
  password: string,
  from: string,
): Promise<{ actor: Actor; token: string }> => {
  const at = context.clock.now();
  const key = failureKey(name, from);
  await countTry(context.app, key, at);
  const { rows } =
    await sql<Found>`select id, password_hash, ended_at from access.person_by_sign_in_name(${name})`.execute(
      context.app,
    );
  const person = rows[0];
  const matches = await passwordMatches(person?.password_hash ?? null, password);
  if (!person || !matches || (person.ended_at !== null && person.ended_at <= at)) {
    throw new Refusal('wrong-credentials');
  }
  await forgetFailures(context.app, key);
  // The moment after the password was looked at: an affiliation that was made meanwhile has begun.
  const affiliation = await firstAffiliation(context.app, person.id, context.clock.now());
  const session = await startSession(context.app, person.id, affiliation?.id ?? null, at);
  return {
    token: session.token,
    actor: {
      personId: person.id,
      sessionId: session.id,
      family: !affiliation,
      affiliation,
    },
  };
};
