// The access log of live subscriptions: one row when it opens, in the transaction that authorized it and before anything
// is delivered, and one when it closes, with the range that was received.
import type { Actor } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import type { Context } from '../context.ts';
import { asPerson, type Tx } from '../platform/db/transaction.ts';

export type Range = { readonly from: number; readonly to: number; readonly events: number };

export const createSubscriptionLog = (context: Context) => {
  let waiting: { actor: Actor; caseId: string; at: Date; range: Range }[] = [];
  let writing: Promise<void> | undefined;

  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, 200);
      await asPerson(context.gateway, null, null, 'read committed', async (tx) => {
        await Promise.all(
          batch.map(({ actor, caseId, at, range }) =>
            logView(tx, actor, at, {
              kind: 'live-closed',
              caseId,
              objectId: caseId,
              purpose: 'case-work',
              detail: { ...range },
            }),
          ),
        );
      });
      waiting = waiting.slice(batch.length);
    }
  };
  const flush = async (): Promise<void> => {
    writing ??= write().finally(() => {
      writing = undefined;
    });
    await writing;
  };

  return {
    opened: (tx: Tx, actor: Actor, caseId: string, from: number): Promise<void> =>
      logView(tx, actor, context.clock.now(), {
        kind: 'live-opened',
        caseId,
        objectId: caseId,
        purpose: 'case-work',
        detail: { from },
      }),
    closed: (actor: Actor, caseId: string, range: Range): void => {
      waiting.push({ actor, caseId, at: context.clock.now(), range });
      // Written again by the next flush when the database is away.
      flush().catch(() => undefined);
    },
    flush,
  };
};
export type SubscriptionLog = ReturnType<typeof createSubscriptionLog>;
