// A write, the same way everywhere: authorize → domain rows + idempotency key + command log + activity + events, in one
// transaction whose last statement raises the head of every stream concerned. A write that was authorized under an
// older access epoch is rolled back and tried again.
import type { CaseEvent, PersonEvent } from '../../shared/live.ts';
import type { Context } from '../context.ts';
import { persistently } from '../platform/db/persistently.ts';
import { asPerson, type Tx } from '../platform/db/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import { type Viewer, viewerOf } from './abilities.ts';
import { type Actor, actingAs, confirmed } from './actor.ts';
import { readersOfEnded } from './ended-bundles.ts';
import { type Facts, type FactsCache, readFacts } from './facts.ts';
import { findKey, makeKey, type WantedAudience } from './intern-audience.ts';
import { memosAskedAnew } from './memo-documents.ts';
import {
  accessChanged,
  emptyOutbox,
  type Note,
  type Outbox,
  queueOf,
  raiseHeads,
  StaleEpoch,
  snapshotStale,
  writeDisclosures,
  writeNotes,
} from './outbox.ts';
import { overtaken, refusedOnce, unlessOvertaken } from './overtaken.ts';
import type { Reach } from './reach.ts';
import { type Call, earlierResult, firstOf, type Result, record } from './receipt.ts';

export type { Call } from './receipt.ts';

export type Command = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly at: Date;
  /** An event of the case for the holders of a key. Its `can` lists are filled in for each viewer at delivery. */
  publish(event: CaseEvent, aclKey: number, reach?: Reach): void;
  /** Something that happened, for "changed since your last visit". */
  note(activity: Note): void;
  /** An event of a person's own stream. */
  tell(personId: string, event: PersonEvent): void;
  /** After the commit: something that keeps its own order, such as a document, has something new. */
  alsoWake(ids: readonly string[]): void;
};

/** A command of no case that may end rights in cases its actor does not see: the administration's. */
export type OutsideCommand = Command & {
  /**
   * Before rights in these cases change: from here on a write under way in one of them is tried again, and whoever has
   * one open learns of the change. The actor sees nothing of them.
   */
  changeAccessIn(caseIds: readonly string[]): Promise<void>;
  /** An event of a case named to `changeAccessIn`. */
  publishIn(caseId: string, event: CaseEvent, aclKey: number): void;
};

export type CaseCommand = Command & {
  readonly caseId: string;
  readonly facts: Facts;
  readonly viewer: Viewer;
  /** After a change of who may see what: facts are read anew and the access epoch rises. */
  changeAccess(): Promise<void>;
  /** Rows have left this key, or come to it, otherwise than by events: its holders read the snapshot anew. */
  readAnew(aclKey: number, reach?: Reach): void;
  /** The key of an audience, made when it is new. */
  intern(audience: WantedAudience): Promise<number>;
};

const outsideOf = (tx: Tx, outbox: Outbox): Pick<OutsideCommand, 'changeAccessIn' | 'publishIn'> => ({
  changeAccessIn: async (caseIds) => {
    if (caseIds.length === 0) return;
    const rows = await tx
      .selectFrom('streams')
      .select(['id', 'access_epoch'])
      .where('id', 'in', caseIds)
      .execute();
    for (const row of rows)
      outbox.cases.set(row.id, { epoch: row.access_epoch, rise: 1, events: [accessChanged(true)] });
  },
  publishIn: (caseId, event, aclKey) => {
    const forCase = outbox.cases.get(caseId);
    // A case that came in between: all of it once more, with that one.
    if (!forCase) throw new StaleEpoch();
    forCase.events.push({ kind: event.kind, aclKey, payload: event });
  },
});

/** A command that concerns no case: an own form, a note, the administration. */
export const command = async <R extends Result>(
  context: Context,
  call: Call,
  run: (command: OutsideCommand) => Promise<R>,
): Promise<R> => {
  const { result, woken } = await persistently(overtaken, () => {
    const outbox = emptyOutbox();
    return asPerson(
      context.app,
      actingAs(call.actor),
      context.clock.imposed(),
      'read committed',
      async (tx, at, [, earlier]) => {
        const first = earlier && firstOf(earlier, call);
        if (first) return { result: first as R, woken: [] };
        const result = await run({ tx, actor: call.actor, at, ...queueOf(outbox), ...outsideOf(tx, outbox) });
        record(tx, call, at, null, result);
        return { result, woken: await raiseHeads(tx, at, outbox) };
      },
      (tx: Tx) => Promise.all([confirmed(call.actor, tx), earlierResult(tx, call)]),
    );
  });
  context.wake(woken);
  return result;
};

const loadFacts = async (tx: Tx, caseId: string): Promise<Facts> => {
  const facts = await readFacts(tx, caseId);
  if (!facts) throw notFound();
  return facts;
};

/** What a command of the case sees and does; its facts are read anew with every change of access that it makes. */
const scopeOf = (
  tx: Tx,
  { actor }: Call,
  at: Date,
  { caseId, ...first }: { caseId: string; facts: Facts },
  outbox: Outbox,
): CaseCommand => {
  let { facts } = first;
  const change = async (rights: boolean) => {
    // A new audience too: whoever holds its key must learn of it before the first event under it.
    outbox.epochRise = 1;
    outbox.events.push(accessChanged(rights));
    facts = await loadFacts(tx, caseId);
  };
  return {
    tx,
    actor,
    at,
    caseId,
    ...queueOf(outbox),
    get facts() {
      return facts;
    },
    get viewer() {
      return viewerOf(facts, actingAs(actor), at.getTime());
    },
    changeAccess: async () => {
      await change(true);
      for (const personId of await readersOfEnded(tx, caseId))
        queueOf(outbox).tell(personId, { kind: 'consultations.changed' });
      queueOf(outbox).alsoWake(await memosAskedAnew(tx, caseId));
    },
    readAnew: (aclKey, reach) => void outbox.events.push(snapshotStale(aclKey, reach)),
    intern: async (wanted) => {
      const known = findKey(facts, wanted);
      if (known !== undefined) return known;
      const key = await makeKey(tx, caseId, wanted);
      await change(false);
      return key;
    },
  };
};

/** So often a command hopes to be done before access changes; then it holds the stream from its beginning. */
const hopeful = 3;

/**
 * A command within one case.
 * @param may throws a Refusal when the viewer may not; asked again on every retry of the same request.
 * @param ahead what `may` looks at, as the actor may read it: travels with the beginning instead of waiting for it
 * @throws Refusal `not-found` when the actor is no member of the case.
 */
export const caseCommand = async <R extends Result, A = undefined>(
  context: Context,
  cache: FactsCache,
  call: Call,
  caseId: string,
  may: (command: CaseCommand, ahead: A) => void | Promise<void>,
  run: (command: CaseCommand) => Promise<R>,
  ahead?: (tx: Tx) => Promise<A>,
): Promise<R> => {
  const refused = refusedOnce();
  const worthAnother = (error: unknown): boolean => overtaken(error) || refused(error);
  const { result, woken } = await persistently(worthAnother, (lost) => {
    const outbox = emptyOutbox();
    return asPerson(
      context.app,
      actingAs(call.actor),
      context.clock.imposed(),
      'read committed',
      async (tx, at, [, known, earlier, seen]) => {
        if (!known) throw notFound();
        const scope = scopeOf(tx, call, at, { caseId, facts: known.facts }, outbox);
        // Told as soon as what is not there at all.
        if (!scope.viewer.member) throw notFound();
        const stillSo = () => cache.stillAt(tx, caseId, known.epoch);
        return unlessOvertaken(stillSo, async () => {
          // The commands of whoever has broken the glass are for nobody else.
          if (call.byBreakGlass && !scope.viewer.readsOnly) throw new Refusal('not-allowed');
          // What they may not see is not there for them either, so what it is about comes first.
          await may(scope, seen);
          // Break-glass reads, and writes by its own commands alone.
          if (scope.viewer.readsOnly && !call.byBreakGlass)
            throw new Refusal('not-allowed', { reason: 'break-glass' });
          const first = earlier && firstOf(earlier, call);
          if (first) return { result: first as R, woken: [] };
          const result = await run(scope);
          record(tx, call, at, caseId, result);
          await writeNotes(tx, caseId, call.actor, at, outbox);
          writeDisclosures(tx, caseId, call.actor, outbox);
          outbox.cases.set(caseId, { epoch: known.epoch, rise: outbox.epochRise, events: outbox.events });
          return { result, woken: await raiseHeads(tx, at, outbox) };
        });
      },
      // The earlier result is looked at only after the viewer's rights.
      (tx: Tx) =>
        Promise.all([
          confirmed(call.actor, tx),
          cache.read(tx, caseId, lost >= hopeful),
          earlierResult(tx, call),
          ahead?.(tx) as Promise<A>,
        ]),
    );
  });
  context.wake(woken);
  return result;
};
