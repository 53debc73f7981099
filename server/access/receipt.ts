// The receipt of a command: its row in the command log and, under the request's key, the result that a retry gets again.
import { kept } from '../platform/db/kept.ts';
import { ask, atLast, type Tx } from '../platform/db/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Actor } from './actor.ts';

export type Call = {
  readonly actor: Actor;
  readonly operation: string;
  readonly idempotencyKey: string | null;
  /** Of a route for whoever is in the case by break-glass, and for nobody else. */
  readonly byBreakGlass?: true;
};
export type Result = Record<string, unknown>;

type Earlier = { readonly operation: string; readonly result: unknown };

const byKey = kept((db, given: { key: string }) =>
  db.selectFrom('idempotency_keys').select(['operation', 'result']).where('key', '=', given.key),
);
type CommandRow = {
  at: Date;
  person_id: string;
  affiliation_id: string | null;
  case_id: string | null;
  operation: string;
  object_id: string | null;
};
const logCommand = kept((db, { at, person_id, affiliation_id, case_id, operation, object_id }: CommandRow) =>
  db.insertInto('command_log').values({ at, person_id, affiliation_id, case_id, operation, object_id }),
);
type KeyRow = { person_id: string; key: string; operation: string; result: string; at: Date };
const keepKey = kept((db, { person_id, key, operation, result, at }: KeyRow) =>
  db.insertInto('idempotency_keys').values({ person_id, key, operation, result, at }),
);

/** What was answered before under this request's key, whatever it was. */
export const earlierResult = async (tx: Tx, call: Call): Promise<Earlier | undefined> => {
  if (call.idempotencyKey === null) return undefined;
  return (await ask(tx, byKey({ key: call.idempotencyKey })))[0];
};

/** @throws Refusal `invalid-input` when the key was used for something else */
export const firstOf = (earlier: Earlier, call: Call): Result => {
  if (earlier.operation !== call.operation) throw new Refusal('invalid-input');
  return earlier.result as Result;
};

/** Goes with the commit. */
export const record = (tx: Tx, call: Call, at: Date, caseId: string | null, result: Result): void => {
  const objectId = typeof result.id === 'string' ? result.id : null;
  atLast(
    tx,
    logCommand({
      at,
      person_id: call.actor.personId,
      affiliation_id: call.actor.affiliation?.id ?? null,
      case_id: caseId,
      operation: call.operation,
      object_id: objectId,
    }),
  );
  if (call.idempotencyKey === null) return;
  atLast(
    tx,
    keepKey({
      person_id: call.actor.personId,
      key: call.idempotencyKey,
      operation: call.operation,
      result: JSON.stringify(result),
      at,
    }),
  );
};
