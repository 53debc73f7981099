// The tables of one document in memory, as faithful as the drill needs them: a commit is there or not, its answer may get
// lost, it takes its time, and access may have changed meanwhile. What is in here survives every process. Who may read and
// write is asked at every moment, as the database asks it.
import type { Actor } from '../../server/access/actor.ts';
import type {
  Committed,
  DocumentStore,
  Sent,
  Standing,
  Writer,
  Written,
} from '../../server/documents/store.ts';
import type { VirtualTime } from './virtual-time.ts';

export type Faults = {
  /** Of a hundred commits: nothing is written and the answer is an error; it is written and the answer is an error. */
  readonly failing: number;
  readonly unanswered: number;
};
class DatabaseAway extends Error {}

/** What somebody may do now, and until when that holds by the clock alone. */
export type Right = { readonly reads: boolean; readonly writes: boolean; readonly until: number };
export type RightNow = (personId: string) => Right;
/** In which way the tables are wrong on purpose: they say "written" before it is, or go on letting in whoever was let in once. */
export type Wrong = 'forgetful' | 'trusting' | null;

export const createKeptTables = (time: VirtualTime, draw: () => number, rightNow: RightNow) => {
  const updates: Written[] = [];
  const writtenAt: number[] = [];
  const writers = new Map<number, Writer>();
  const notes = new Map<string, string[]>();
  const letIn = new Set<string>();
  let snapshot: { seq: number; bytes: Uint8Array } | null = null;
  let epoch = 1;
  let faults: Faults = { failing: 0, unanswered: 0 };

  const standingOf = ({ personId }: Actor, wrong: Wrong = null): Standing => {
    const right = { epoch, frozen: false, ...rightNow(personId) };
    if (right.reads) letIn.add(personId);
    if (wrong !== 'trusting' || !letIn.has(personId)) return right;
    return { ...right, reads: true, until: Number.POSITIVE_INFINITY };
  };
  const write = (sent: readonly Sent[]): Committed => {
    const at = new Date(time.now()).toISOString();
    for (const { actor, clientId, bytes } of sent) {
      const writer = {
        clientId,
        personId: actor.personId,
        affiliationId: null,
        name: actor.personId,
        agencyKind: null,
      };
      writers.set(clientId, writer);
      updates.push({ seq: updates.length + 1, writer, bytes, at });
      writtenAt.push(time.now());
    }
    return { kind: 'written', last: updates.length, at };
  };
  const commitNow = (seen: number, sent: readonly Sent[]): Committed => {
    if (seen !== epoch) return { kind: 'stale' };
    if (sent.some(({ actor }) => !standingOf(actor).writes)) return { kind: 'refused' };
    const chance = draw() * 100;
    if (chance < faults.failing) throw new DatabaseAway();
    const written = write(sent);
    if (chance < faults.failing + faults.unanswered) throw new DatabaseAway();
    return written;
  };

  /** For one process: once it is dead nothing is answered, and what was not yet done may or may not be. */
  const storeFor = (isAlive: () => boolean, wrong: Wrong): DocumentStore => {
    const answer = async <T>(work: () => T): Promise<T> => {
      await time.sleep(draw() * 6);
      // Killed before it was sent, half of the time; after that nobody hears the answer.
      if (!isAlive() && draw() < 0.5) return new Promise<T>(() => undefined);
      const result = work();
      await time.sleep(draw() * 4);
      return isAlive() ? result : new Promise<T>(() => undefined);
    };
    return {
      load: () =>
        answer(() => ({
          snapshot: snapshot?.bytes ?? null,
          snapshotSeq: snapshot?.seq ?? 0,
          writers: [...writers.values()],
          at: updates.at(-1)?.at ?? null,
        })),
      readAfter: (_document, seq) => answer(() => ({ epoch, updates: updates.slice(seq, seq + 500) })),
      heads: (ids) => answer(() => new Map(ids.map((id) => [id, { seq: updates.length, epoch }]))),
      standing: (_document, actor) => answer(() => standingOf(actor, wrong)),
      enter: (_document, actor) => answer(() => ({ ...standingOf(actor, wrong), name: actor.personId })),
      commit: async (_document, seen, sent) => {
        if (wrong !== 'forgetful') return answer(() => commitNow(seen, sent));
        // The control: it says that it is written, and writes a moment later, unless it has died by then.
        const at = new Date(time.now()).toISOString();
        if (seen !== epoch) return { kind: 'stale' };
        time.later(40, () => void (isAlive() && write(sent)));
        return { kind: 'written', last: Number.MAX_SAFE_INTEGER, at };
      },
      keepSnapshot: (_document, seq, bytes) =>
        answer(() => {
          if (seq > (snapshot?.seq ?? 0)) snapshot = { seq, bytes };
        }),
      keepAsNote: (_document, actor, words) =>
        answer(() => {
          notes.set(actor.personId, [...(notes.get(actor.personId) ?? []), words]);
          return `note of ${actor.personId}`;
        }),
    };
  };
  return {
    storeFor,
    updates: updates as readonly Written[],
    /** How many of them were there before this moment. */
    writtenBefore: (moment: number): number => {
      const after = writtenAt.findIndex((at) => at >= moment);
      return after === -1 ? updates.length : after;
    },
    notesOf: (personId: string): readonly string[] => notes.get(personId) ?? [],
    fail: (now: Faults): void => {
      faults = now;
    },
    /** Something of access has changed: what is under way under the old rights is not written. */
    raiseEpoch: (): void => {
      epoch += 1;
    },
  };
};
export type KeptTables = ReturnType<typeof createKeptTables>;
