// Coming in by a link: the link's secret and the code told by telephone, together and once. A link that was never made,
// was used, has ended or expired is answered alike.
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { tellPeople } from '../access/outbox.ts';
import { record } from '../access/receipt.ts';
import type { Context } from '../context.ts';
import { asPerson, type Tx } from '../platform/db/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { hashToken } from '../platform/http/secrets.ts';
import { countTry, failureKey, findSession, forgetFailures, startSession } from '../sessions/index.ts';
import { hashCode } from './link-code.ts';

const asNobody = <T>({ app, clock }: Context, work: (tx: Tx, at: Date) => Promise<T>): Promise<T> =>
  asPerson(app, null, clock.imposed(), 'read committed', work);

/** Whose link it is. Its maker, on an open page, sees that it was opened. @throws Refusal `link-not-valid` */
export const lookAtLink = async (context: Context, secret: string): Promise<string> => {
  const found = await asNobody(context, async (tx, at) => {
    const { rows } = await sql<{ person_id: string; opened_for: string | null }>`
      select * from access.look_at_guest_link(${hashToken(secret)})`.execute(tx);
    const [link] = rows;
    if (link?.opened_for) await tellPeople(tx, at, [[link.opened_for, { kind: 'today.changed' }]]);
    return link;
  });
  if (!found) throw new Refusal('link-not-valid');
  if (found.opened_for) context.wake([found.opened_for]);
  return found.person_id;
};

type Used = {
  outcome: 'used';
  link_id: string;
  person_id: string;
  affiliation_id: string;
  case_id: string;
  contribution_id: string;
  made_by: string;
};
type Tried = Used | { outcome: 'wrong'; tries_left: number; made_by: string } | { outcome: 'ended' };

const beginSession = async (context: Context, tx: Tx, at: Date, used: Used): Promise<string> => {
  // From here on the transaction is the guest's own.
  await sql`select set_config('app.person', ${used.person_id}, true),
    set_config('app.affiliation', ${used.affiliation_id}, true)`.execute(tx);
  const { id, token } = await startSession(tx, used.person_id, used.affiliation_id, at);
  const known = await findSession(tx, token, context.clock.now());
  if (known) {
    const call = { actor: known.actor, operation: 'enter-as-guest', idempotencyKey: null };
    record(tx, call, at, used.case_id, { id: used.link_id });
  }
  return known ? token : Promise.reject(new Error(`session ${id} does not hold`));
};

const tryCode = async (context: Context, secret: string, code: string) => {
  const result = await asNobody(context, async (tx, at) => {
    const { rows } = await sql<Tried>`
      select * from access.use_guest_link(${hashToken(secret)}, ${hashCode(context.secrets, secret, code)})`.execute(
      tx,
    );
    const [tried] = rows;
    if (tried === undefined || tried.outcome === 'ended') return { tried: undefined, token: '', woken: [] };
    const token = tried.outcome === 'used' ? await beginSession(context, tx, at, tried) : '';
    // Whoever made the link sees it opened, or locked, on an open page.
    await tellPeople(tx, at, [[tried.made_by, { kind: 'today.changed' }]]);
    return { tried, token, woken: [tried.made_by] };
  });
  context.wake(result.woken);
  return result;
};

/**
 * @param from the network address whose failures are counted, for this person: it delays nobody else
 * @throws Refusal `link-not-valid`, `wrong-code` with the tries left, `sign-in-delayed`, and `not-allowed` while somebody
 * else is signed in in the same browser
 */
export const enterByLink = async (
  context: Context,
  given: { secret: string; code: string },
  from: string,
  present: Actor | null,
): Promise<{ token: string; caseId: string; contributionId: string }> => {
  const personId = await lookAtLink(context, given.secret);
  if (present && present.personId !== personId) throw new Refusal('not-allowed', { reason: 'other-session' });
  const key = failureKey(`guest ${personId}`, from);
  await countTry(context.app, key, context.clock.now());
  const { tried, token } = await tryCode(context, given.secret, given.code);
  if (!tried) throw new Refusal('link-not-valid');
  if (tried.outcome === 'wrong') throw new Refusal('wrong-code', { left: tried.tries_left });
  await forgetFailures(context.app, key);
  return { token, caseId: tried.case_id, contributionId: tried.contribution_id };
};
