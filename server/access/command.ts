// A write, the same way everywhere: authorize → domain rows + idempotency key + command log + activity + events, in one
// transaction whose last statement raises the head of every stream concerned. A write that was authorized under an
// older access epoch is rolled back and tried again.
import { sql } from 'kysely';
import type { CaseEvent, PersonEvent } from '../../shared/live.ts';
import type { Context } from '../context.ts';
import { asPerson, type Tx } from '../platform/db/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import { type Viewer, viewerOf } from './abilities.ts';
import type { Actor } from './actor.ts';
import { type AudienceFact, type Facts, type FactsCache, readFacts } from './facts.ts';

type Queued = { kind: string; aclKey: number | null; payload: unknown };

export type Command = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly at: Date;
  /** An event of the case for the holders of a key. Its `can` lists are filled in for each viewer at delivery. */
  publish(event: CaseEvent, aclKey: number): void;
  /** Something that happened, for "changed since your last visit". */
  note(activity: {
    kind: string;
    aclKey: number;
    objectId: string | null;
    detail?: Record<string, string>;
  }): void;
  /** An event of a person's own stream. */
  tell(personId: string, event: PersonEvent): void;
};

export type CaseCommand = Command & {
  readonly caseId: string;
  readonly facts: Facts;
  readonly viewer: Viewer;
  /** After a change of who may see what: facts are read anew and the access epoch rises. */
  changeAccess(): Promise<void>;
  /** The key of an audience, made when it is new. */
  intern(audience: Omit<AudienceFact, 'aclKey'>): Promise<number>;
};

export type Call = {
  readonly actor: Actor;
  readonly operation: string;
  readonly idempotencyKey: string | null;
};
type Result = Record<string, unknown>;

class StaleEpoch extends Error {}

type Outbox = {
  events: Queued[];
  notes: Parameters<Command['note']>[0][];
  people: Map<string, Queued[]>;
  epochRise: number;
};

const queueOf = (outbox: Outbox) => ({
  publish: (event: CaseEvent, aclKey: number) =>
    void outbox.events.push({ kind: event.kind, aclKey, payload: event }),
  note: (activity: Outbox['notes'][number]) => void outbox.notes.push(activity),
  tell: (personId: string, event: PersonEvent) => {
    outbox.people.set(personId, [
      ...(outbox.people.get(personId) ?? []),
      { kind: event.kind, aclKey: null, payload: event },
    ]);
  },
});

const writeNotes = async (tx: Tx, caseId: string, actor: Actor, at: Date, outbox: Outbox): Promise<void> => {
  for (const { kind, aclKey, objectId, detail } of outbox.notes) {
    const row = await tx
      .insertInto('activities')
      .values({
        case_id: caseId,
        acl_key: aclKey,
        at,
        person_id: actor.personId,
        kind,
        object_id: objectId,
        detail: JSON.stringify(detail ?? {}),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const activity = {
      id: row.id,
      at: at.toISOString(),
      personId: actor.personId,
      kind,
      objectId,
      detail: detail ?? {},
    };
    outbox.events.push({ kind: 'activity.added', aclKey, payload: { kind: 'activity.added', activity } });
  }
};

const append = (streamId: string, at: Date, events: Queued[]) =>
  sql`insert into events (stream_id, seq, kind, acl_key, payload, at)
      select ${streamId}, s.head_seq - ${events.length} + e.n, e.kind, e.acl_key, e.payload, ${at}
      from s, jsonb_to_recordset(${JSON.stringify(events.map((e, i) => ({ n: i + 1, kind: e.kind, acl_key: e.aclKey, payload: e.payload })))}::jsonb)
        as e (n int, kind text, acl_key bigint, payload jsonb)`;

/** What the whereabouts or an entry left behind under the key they had, for those who were away, is taken back. */
const retract = async (tx: Tx, caseId: string, outbox: Outbox): Promise<void> => {
  for (const { kind, aclKey, payload } of outbox.events) {
    if (kind !== 'entry.removed' && kind !== 'whereabouts.hidden') continue;
    const { entryId = null } = payload as { entryId?: string };
    await sql`select access.retract_events(${caseId}, ${aclKey}, ${entryId})`.execute(tx);
  }
};

/** The last statements of the transaction: each stream's head, locked in the order of ids. */
const raiseHeads = async (
  tx: Tx,
  at: Date,
  caseId: string | null,
  seenEpoch: number,
  outbox: Outbox,
): Promise<string[]> => {
  const streams = [...outbox.people.keys(), ...(caseId === null ? [] : [caseId])].sort();
  for (const id of streams) {
    if (id === caseId) {
      const { rows } = await sql<{ held: boolean }>`
        with s as (update streams set head_seq = head_seq + ${outbox.events.length}, access_epoch = access_epoch + ${outbox.epochRise}
                   where id = ${id} and access_epoch = ${seenEpoch} returning head_seq),
             written as (${append(id, at, outbox.events)})
        select true as held from s`.execute(tx);
      if (rows.length === 0) throw new StaleEpoch();
    } else {
      const events = outbox.people.get(id) ?? [];
      await sql`
        with s as (insert into streams (id, kind, head_seq) values (${id}, 'person', ${events.length})
                   on conflict (id) do update set head_seq = streams.head_seq + ${events.length} returning head_seq)
        ${append(id, at, events)}`.execute(tx);
    }
  }
  return streams;
};

const firstResult = async (tx: Tx, call: Call): Promise<Result | null> => {
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

const record = async (tx: Tx, call: Call, at: Date, caseId: string | null, result: Result): Promise<void> => {
  const objectId = typeof result.id === 'string' ? result.id : null;
  await tx
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
  if (call.idempotencyKey === null) return;
  await tx
    .insertInto('idempotency_keys')
    .values({
      person_id: call.actor.personId,
      key: call.idempotencyKey,
      operation: call.operation,
      result: JSON.stringify(result),
      at,
    })
    .execute();
};

/** A repeated or overtaken transaction: serialization failure, deadlock, the same key or audience at the same moment. */
const worthAnotherTry = (error: unknown): boolean =>
  error instanceof StaleEpoch ||
  ['40001', '40P01', '23505'].includes(String((error as { code?: unknown }).code));

const persistently = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= 12 || !worthAnotherTry(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * tries));
    }
  }
};

const emptyOutbox = (): Outbox => ({ events: [], notes: [], people: new Map(), epochRise: 0 });

/** A command that concerns no case: an own form, a note, the administration. */
export const command = async <R extends Result>(
  context: Context,
  call: Call,
  run: (command: Command) => Promise<R>,
): Promise<R> => {
  const { result, woken } = await persistently(() => {
    const outbox = emptyOutbox();
    return asPerson(
      context.app,
      call.actor.personId,
      context.clock.imposed(),
      'read committed',
      async (tx, at) => {
        const first = await firstResult(tx, call);
        if (first) return { result: first as R, woken: [] };
        const result = await run({ tx, actor: call.actor, at, ...queueOf(outbox) });
        await record(tx, call, at, null, result);
        return { result, woken: await raiseHeads(tx, at, null, 0, outbox) };
      },
    );
  });
  context.wake(woken);
  return result;
};

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x) => b.includes(x));

const findKey = (facts: Facts, wanted: Omit<AudienceFact, 'aclKey'>): number | undefined =>
  facts.audiences.find(
    (a) =>
      a.ownerAgencyId === wanted.ownerAgencyId &&
      a.dataClass === wanted.dataClass &&
      a.scope === wanted.scope &&
      a.familyScope === wanted.familyScope &&
      a.participation === wanted.participation &&
      sameSet(a.agencyIds, wanted.agencyIds) &&
      sameSet(a.familyIds, wanted.familyIds) &&
      sameSet(a.authorIds, wanted.authorIds),
  )?.aclKey;

const loadFacts = async (tx: Tx, caseId: string): Promise<Facts> => {
  const facts = await readFacts(tx, caseId);
  if (!facts) throw notFound();
  return facts;
};

/**
 * A command within one case.
 * @param may throws a Refusal when the viewer may not; asked again on every retry of the same request.
 * @throws Refusal `not-found` when the actor is no member of the case.
 */
export const caseCommand = async <R extends Result>(
  context: Context,
  cache: FactsCache,
  call: Call,
  caseId: string,
  may: (command: CaseCommand) => void | Promise<void>,
  run: (command: CaseCommand) => Promise<R>,
): Promise<R> => {
  const { result, woken } = await persistently(() => {
    const outbox = emptyOutbox();
    return asPerson(
      context.app,
      call.actor.personId,
      context.clock.imposed(),
      'read committed',
      async (tx, at) => {
        const known = await cache.read(tx, caseId);
        if (!known) throw notFound();
        let facts = known.facts;
        const change = async (payload: { kind: 'access.changed'; rights: boolean }) => {
          // A new audience too: whoever holds its key must learn of it before the first event under it.
          outbox.epochRise = 1;
          outbox.events.push({ kind: 'access.changed', aclKey: null, payload });
          facts = await loadFacts(tx, caseId);
        };
        const scope: CaseCommand = {
          tx,
          actor: call.actor,
          at,
          caseId,
          ...queueOf(outbox),
          get facts() {
            return facts;
          },
          get viewer() {
            return viewerOf(facts, call.actor.personId, at.getTime());
          },
          changeAccess: () => change({ kind: 'access.changed', rights: true }),
          intern: async (wanted) => {
            const known = findKey(facts, wanted);
            if (known !== undefined) return known;
            const { rows } = await sql<{
              key: number;
            }>`select access.intern_audience(${caseId}, ${wanted.ownerAgencyId}, ${wanted.dataClass}, ${wanted.scope},
            ${wanted.agencyIds}, ${wanted.familyScope}, ${wanted.familyIds}, ${wanted.authorIds}, ${wanted.participation}) as key`.execute(
              tx,
            );
            await change({ kind: 'access.changed', rights: false });
            const key = rows[0]?.key;
            if (key === undefined) throw new Error('an audience has no key');
            return key;
          },
        };
        if (!scope.viewer.member) throw notFound();
        await may(scope);
        const first = await firstResult(tx, call);
        if (first) return { result: first as R, woken: [] };
        const result = await run(scope);
        await record(tx, call, at, caseId, result);
        await writeNotes(tx, caseId, call.actor, at, outbox);
        await retract(tx, caseId, outbox);
        return { result, woken: await raiseHeads(tx, at, caseId, known.epoch, outbox) };
      },
    );
  });
  context.wake(woken);
  return result;
};
