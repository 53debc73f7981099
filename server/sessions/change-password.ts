// Changes the own password: the present one is asked for again, and whoever guesses at it is slowed down as at sign-in.
import { type Actor, actingAs } from '../access/actor.ts';
import type { Call } from '../access/command.ts';
import { command } from '../access/command.ts';
import type { Context } from '../context.ts';
import { asPerson } from '../platform/db/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { hashPassword, passwordMatches, requireStrong } from './passwords.ts';
import { endSessions } from './session.ts';
import { countTry, failureKey, forgetFailures } from './sign-in-delay.ts';

const readOwn = ({ app, clock }: Context, actor: Actor) =>
  asPerson(app, actingAs(actor), clock.imposed(), 'read committed', (tx) =>
    tx
      .selectFrom('people as p')
      .innerJoin('credentials as c', 'c.person_id', 'p.id')
      .select(['p.sign_in_name', 'c.password_hash'])
      .where('p.id', '=', actor.personId)
      .executeTakeFirst(),
  );

/** @throws Refusal `wrong-credentials`, `sign-in-delayed`, `password-too-weak` */
export const changePassword = async (
  context: Context,
  call: Call,
  current: string,
  next: string,
): Promise<{ ended: number }> => {
  const { personId, sessionId } = call.actor;
  const at = context.clock.now();
  const key = failureKey(personId, sessionId);
  await countTry(context.app, key, at);
  const own = await readOwn(context, call.actor);
  // Whoever came by a one-time link has none to change.
  if (!own || !(await passwordMatches(own.password_hash, current))) {
    throw new Refusal('wrong-credentials');
  }
  await forgetFailures(context.app, key);
  requireStrong(next, own.sign_in_name);
  if (next === current) throw new Refusal('password-too-weak', { reason: 'same' });
  const hash = await hashPassword(next);
  return command(context, call, async ({ tx, at: now, tell }) => {
    await tx
      .updateTable('credentials')
      .set({ password_hash: hash, must_change: false, changed_at: now })
      .where('person_id', '=', personId)
      .execute();
    const ended = await endSessions(tx, personId, { except: sessionId }, now);
    for (const id of ended) tell(personId, { kind: 'session.ended', sessionId: id });
    return { ended: ended.length };
  });
};
