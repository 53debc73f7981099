// The receipt of a command: its row in the command log and, under the request's key, the result that a retry gets again.
import type { Tx } from '../platform/db/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Actor } from './actor.ts';

export type Call = {
  readonly actor: Actor;
  readonly operation: string;
  readonly idempotencyKey: string | null;
};
export type Result = Record<string, unknown>;

/** What the same request answered before; null for a new one. */
export const firstResult = async (tx: Tx, call: Call): Promise<Result | null> => {
  if (call.idempotencyKey === null) return null;
  const row = await tx
    .selectFrom('idempotency_keys')
    .select(['operation', 'result'])
    .where('key', '=', call.idempotencyKey)
    .executeTakeFirst();
  if (!row) return null;
  if (row.operation !== call.operation) throw new Refusal('invalid-input');
  return row.result as Result;
};

export const record = async (
  tx: Tx,
  call: Call,
  at: Date,
  caseId: string | null,
  result: Result,
): Promise<void> => {
  const objectId = typeof result.id === 'string' ? result.id : null;
  const logged = tx
    .insertInto('command_log')
    .values({
      at,
      person_id: call.actor.personId,
      affiliation_id: call.actor.affiliation?.id ?? null,
      case_id: caseId,
      operation: call.operation,
      object_id: objectId,
    })
    .execute();
  if (call.idempotencyKey === null) return void (await logged);
  const kept = tx
    .insertInto('idempotency_keys')
    .values({
      person_id: call.actor.personId,
      key: call.idempotencyKey,
      operation: call.operation,
      result: JSON.stringify(result),
      at,
    })
    .execute();
  await Promise.all([logged, kept]);
};
