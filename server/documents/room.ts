// An open document in one process: what its writers send is written into the table, then given to everybody else, in the
// order of the table. One thing after the other, so that nothing slips in between asking for a right and using it.
import * as Y from 'yjs';
import { createTurns } from '../platform/live/in-turn.ts';
import { createCarets } from './carets.ts';
import { judge } from './judge.ts';
import { authorOf, base64, fromBase64, type Member } from './member.ts';
import { createStandings } from './standings.ts';
import { type DocumentStore, type Head, pageOfUpdates, type Written } from './store.ts';
import { createTextState, type TextState } from './text-state.ts';
import { createWaitingRoom, type Waiting } from './waiting.ts';

/** Milliseconds from one writing into the table to the next, of one document. */
export const batchMs = 25;
const againMs = 250;
const mostInBatch = 100;
const mostTries = 8;

export type RoomParts = {
  readonly store: DocumentStore;
  readonly now: () => number;
  /** Runs it once after so many milliseconds. Returns how to take that back. */
  readonly later: (milliseconds: number, run: () => void) => () => void;
  readonly onFailure: (error: unknown) => void;
  /** Something of this process is in the table: the other processes may read it. */
  readonly onWritten: () => void;
  /** Nobody is in it any more. */
  readonly onEmpty: () => void;
  /** A caret of somebody here has moved or gone, for the other processes. */
  readonly onCaret: (member: Member) => void;
};

export const createRoom = (documentId: string, parts: RoomParts) => {
  const { store, now, later } = parts;
  const turns = createTurns();
  const members = new Set<Member>();
  const waiting = createWaitingRoom();
  const carets = createCarets(members, parts);
  let text: TextState | null = null;
  let closed = false;
  let scheduled = false;
  let wakes = false;
  let flushedAt = Number.NEGATIVE_INFINITY;

  const standings = createStandings(documentId, parts, {
    members,
    waiting,
    text: () => text,
    gone: (member) => drop(member),
    turn: (work) => inTurn(work),
  });

  const inTurn = (work: () => Promise<void>): void =>
    void turns(work).catch((error: unknown) => parts.onFailure(error));

  const give = async (updates: readonly Written[]): Promise<void> => {
    if (!text || updates.length === 0) return;
    await standings.endByTime();
    for (const written of updates) {
      text.apply(written);
      const update = base64(written.bytes);
      for (const member of members)
        if (member.clientId !== written.writer.clientId) member.give(written.writer, update, written.at);
    }
    await text.keep(store).catch(parts.onFailure);
  };
  const readOn = async (): Promise<void> => {
    for (let more = true; more && text; ) {
      const { updates, epoch } = await store.readAfter(documentId, text.seq());
      // Written under other rights than those known here: they are asked anew before anybody gets it.
      if (epoch !== standings.epoch()) await standings.refresh();
      await give(updates);
      more = updates.length === pageOfUpdates;
    }
  };

  /** One of them, or all, the database does not allow: each by itself, and what is still refused is its writer's note. */
  const refused = async (batch: readonly Waiting[]): Promise<void> => {
    const [one] = batch;
    if (!one) return;
    if (batch.length > 1) {
      for (const single of batch) if (waiting.has(single)) await write([single]);
      return;
    }
    await standings.refresh();
    if (waiting.has(one)) await standings.endWriting(one.member, 'not-a-writer');
  };
  /** What is not written by new rights stays where it waits. */
  const write = async (batch: readonly Waiting[]): Promise<void> => {
    const sent = batch.map(({ member, clientId, bytes }) => ({ actor: member.actor, clientId, bytes }));
    const outcome = await store.commit(documentId, standings.epoch(), sent);
    if (outcome.kind === 'stale') return standings.refresh();
    if (outcome.kind === 'refused') return refused(batch);
    waiting.remove(batch);
    parts.onWritten();
    const before = outcome.last - batch.length;
    const written = batch.map(({ member, clientId, bytes }, i) => ({
      seq: before + 1 + i,
      writer: member.writerOf(clientId),
      bytes,
      at: outcome.at,
    }));
    try {
      if (text?.seq() === before) await give(written);
      else await readOn();
    } finally {
      // Whatever becomes of the telling: it is in the table.
      for (const { member, n } of batch) member.say({ t: 'document-acknowledged', n, at: outcome.at });
    }
  };
  const flush = async (): Promise<void> => {
    scheduled = false;
    flushedAt = now();
    try {
      await standings.endByTime();
      for (let tries = 0; tries < mostTries; tries += 1) {
        const batch = waiting.first(mostInBatch);
        if (batch.length === 0) break;
        await write(batch);
      }
    } catch (error) {
      // Nobody knows whether it was written: what is in the table by now is read, and the rest is written again. That
      // an update stands there twice changes nothing.
      parts.onFailure(error);
      flushedAt = now() + againMs;
      await readOn().catch(parts.onFailure);
    }
    if (waiting.size() > 0) schedule();
    else closeIfEmpty();
  };
  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    later(Math.max(0, flushedAt + batchMs - now()), () => inTurn(flush));
  };

  const closeIfEmpty = (): void => {
    if (members.size > 0 || waiting.size() > 0 || closed) return;
    inTurn(async () => {
      if (members.size > 0 || waiting.size() > 0 || closed) return;
      closed = true;
      standings.stop();
      carets.stop();
      parts.onEmpty();
      await text?.keep(store, true);
      text?.doc.destroy();
    });
  };
  const drop = (member: Member): void => {
    if (!members.delete(member)) return;
    member.left = true;
    carets.left(member);
    closeIfEmpty();
  };
  const open = async (): Promise<boolean> => {
    if (text) return true;
    const loaded = await store.load(documentId);
    if (!loaded) return false;
    text = createTextState(documentId, loaded);
    return true;
  };
  /** Whoever comes back before their old connection was noticed to be gone takes its place. */
  const takePlace = (member: Member): boolean => {
    for (const other of [...members]) {
      if (other.clientId !== member.clientId) continue;
      if (other.actor.personId !== member.actor.personId) return false;
      drop(other);
    }
    const writer = text?.writers.get(member.clientId);
    return writer === undefined || member.owns(writer);
  };
  const enter = async (member: Member, vector: Uint8Array): Promise<void> => {
    const standing = await store.enter(documentId, member.actor, member.again);
    if (member.left) return;
    if (!standing?.reads || !(await open()) || !text) {
      member.say({ t: 'document-gone', noteId: null });
      member.left = true;
      return;
    }
    if (!takePlace(member)) {
      member.refuse(0, 'forged');
      member.left = true;
      return;
    }
    member.name = standing.name;
    member.standing = standing;
    // Everything up to here is in the state that it gets, and nothing after.
    await readOn();
    members.add(member);
    await standings.joined(member);
    // What was read meanwhile may have been written when the right was over.
    await standings.endByTime();
    if (member.left) return;
    member.begin({
      update: base64(Y.encodeStateAsUpdate(text.doc, vector.length > 0 ? vector : undefined)),
      vector: base64(Y.encodeStateVector(text.doc)),
      writes: member.standing.writes,
      frozen: member.standing.frozen,
      at: text.at(),
      // Among them the reader, who may write by this client from now on.
      authors: [...text.writers.values(), member.writerOf(member.clientId)].map(authorOf),
    });
    carets.tell(member);
  };

  const take = (member: Member, n: number, bytes: Uint8Array): void => {
    if (!text || member.left || !member.standing) return;
    const judged = judge(member, text, waiting, bytes);
    if (typeof judged === 'string') member.refuse(n, judged);
    else if (judged.isKnown)
      member.say({ t: 'document-acknowledged', n, at: text.at() ?? new Date(now()).toISOString() });
    else {
      waiting.add({ member, n, clientId: judged.clientId, to: judged.to, bytes });
      schedule();
    }
  };

  const look = (): void => {
    if (wakes || closed) return;
    wakes = true;
    inTurn(async () => {
      wakes = false;
      if (!closed) await readOn();
    });
  };

  return {
    /** Brings somebody in, or tells them why not. False when the room has closed meanwhile: another one is made. */
    enter: (member: Member, vector: string): Promise<boolean> =>
      turns(async () => {
        if (closed) return false;
        try {
          await enter(member, fromBase64(vector));
        } finally {
          closeIfEmpty();
        }
        return true;
      }),
    take: (member: Member, n: number, update: string): void => take(member, n, fromBase64(update)),
    caret: carets.moved,
    carets,
    leave: drop,
    /** Something may be new in the table. */
    wake: look,
    sweep: (head: Head | undefined): void => {
      if (head && text && (head.seq !== text.seq() || head.epoch !== standings.epoch())) look();
    },
    /** Resolves when everything that was received has been tried to be written. */
    settle: (): Promise<void> => turns(flush),
  };
};
export type Room = ReturnType<typeof createRoom>;
