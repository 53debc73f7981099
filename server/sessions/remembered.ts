// Sessions that were looked up a short while ago. Routes that open one transaction anyway do not wait for the look-up:
// they begin in the remembered name and ask in the transaction's first message whether the session still holds. So a
// session that has ended opens nothing, from the moment of its end on, just as if nothing were remembered.
import { ask as inTransaction, type Tx } from '../platform/db/transaction.ts';
import { Again } from '../platform/http/again.ts';
import { hashToken } from '../platform/http/secrets.ts';
import { holdsAt, type Known, rowOf } from './session.ts';

/** After this, what a session is (its agency, its profession) is read anew. */
const longestMs = 60_000;
const most = 10_000;

type Remembered = { readonly known: Known; readonly at: number };

export const createRemembered = () => {
  const sessions = new Map<string, Remembered>();
  const keyOf = (token: string): string => hashToken(token).toString('base64');

  return {
    remember: (token: string, known: Known, at: Date): void => {
      const key = keyOf(token);
      sessions.delete(key);
      if (known.mustChange) return;
      sessions.set(key, { known, at: at.getTime() });
      if (sessions.size > most) sessions.delete(sessions.keys().next().value ?? key);
    },
    /** What was known, with a question to ask before anything is done with it. `renew` looks the session up after all. */
    recall: (token: string, at: Date, renew: () => Promise<void>): Known | null => {
      const key = keyOf(token);
      const found = sessions.get(key);
      const age = at.getTime() - (found?.at ?? 0);
      if (!found || age < 0 || age > longestMs) return null;
      const { known } = found;
      const question = { asked: false, ask };
      async function ask(tx: Tx): Promise<void> {
        const [row] = await inTransaction(tx, rowOf({ hash: hashToken(token) }));
        const { id = null } = known.actor.affiliation ?? {};
        const same =
          row?.id === known.actor.sessionId && row.affiliation_id === id && row.must_change !== true;
        if (same && holdsAt(row, at) && (row.ends_at === null || row.ends_at > at)) {
          question.asked = true;
          return;
        }
        sessions.delete(key);
        throw new Again(renew);
      }
      return { ...known, actor: { ...known.actor, remembered: question } };
    },
  };
};
