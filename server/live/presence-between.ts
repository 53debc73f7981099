// Presence between processes, by coalesced notifications of ids: numbered by their sender, so that a gap is noticed and
// everything is asked for again; a process that falls silent takes its people with it.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Place } from '../../shared/live.ts';
import { Id } from '../../shared/vocabulary.ts';
import { longestMessage } from '../platform/live/bell.ts';
import { createPacer } from '../platform/live/pacer.ts';
import { type Here, type WhoIsHere, writingMs } from './who-is-here.ts';

export const presenceChannel = 'rinki_presence';
const beatMs = 2_500;
const silenceMs = 7_500;

/** [connection, case, person, affiliation, place]; the last three are absent when the connection has left the case. */
const Item = z.union([
  z.tuple([z.string().max(80), Id]),
  z.tuple([z.string().max(80), Id, Id, Id.nullable(), Place]),
]);
type Item = z.infer<typeof Item>;
const Message = z.strictObject({
  from: z.string().max(20),
  n: z.int(),
  /** `all`: forget what I told before. */
  say: z.enum(['all', 'items', 'beat', 'bye', 'ask']),
  items: z.array(Item).optional(),
  to: z.string().max(20).optional(),
});
type Message = z.infer<typeof Message>;

type Peer = { next: number; heardAt: number };

export const createPresenceBetween = (
  self: string,
  here: WhoIsHere,
  ring: (message: string) => void,
  now: () => number,
) => {
  const peers = new Map<string, Peer>();
  let n = 0;
  let saidAt = 0;
  let pending = new Map<string, Item>();

  const say = (message: Omit<Message, 'from' | 'n'>): void => {
    n += 1;
    saidAt = now();
    ring(JSON.stringify({ from: self, n, ...message } satisfies Message));
  };
  const sayItems = (items: readonly Item[]): void => {
    let chunk: Item[] = [];
    let length = 100;
    for (const item of items) {
      const size = Buffer.byteLength(JSON.stringify(item)) + 1;
      if (length + size > longestMessage) {
        say({ say: 'items', items: chunk });
        chunk = [];
        length = 100;
      }
      chunk.push(item);
      length += size;
    }
    if (chunk.length > 0) say({ say: 'items', items: chunk });
  };
  const itemOf = (h: Here): Item => [h.connection, h.caseId, h.personId, h.affiliationId, h.place];
  const sayAll = createPacer(200, () => {
    pending = new Map();
    say({ say: 'all' });
    sayItems(here.of(self).map(itemOf));
  });
  const flush = createPacer(250, () => {
    const items = [...pending.values()];
    pending = new Map();
    sayItems(items);
  });

  const heed = (from: string, items: readonly Item[]): void => {
    for (const [connection, caseId, personId, affiliationId, place] of items) {
      if (personId === undefined || affiliationId === undefined || place === undefined)
        here.remove(from, connection, caseId);
      else
        here.put({
          process: from,
          connection,
          caseId,
          personId,
          affiliationId,
          place,
          writingUntil: now() + writingMs,
        });
    }
  };
  const forget = (process: string): void => {
    peers.delete(process);
    here.removeProcess(process);
  };

  return {
    /** Something of a connection of this process changed. */
    tell: (h: Here): void => {
      pending.set(`${h.connection} ${h.caseId}`, itemOf(h));
      flush.mark();
    },
    tellLeft: (connection: string, caseId: string): void => {
      pending.set(`${connection} ${caseId}`, [connection, caseId]);
      flush.mark();
    },
    /** After listening has begun: what the others told before is unknown, and so is this process to them. */
    greet: (): void => {
      sayAll.mark();
      say({ say: 'ask' });
    },
    hear: (text: string): void => {
      let message: Message;
      try {
        message = Message.parse(JSON.parse(text));
      } catch {
        return;
      }
      const { from, say: what } = message;
      if (from === self) return;
      if (what === 'bye') {
        forget(from);
        return;
      }
      const peer = peers.get(from);
      const inOrder = peer !== undefined && peer.next === message.n;
      if (what === 'all') here.removeProcess(from);
      if (inOrder || what === 'all') {
        peers.set(from, { next: message.n + 1, heardAt: now() });
        if (message.items) heed(from, message.items);
      } else {
        // Something was missed, or this is a process not met before. Ask once; its answer begins with `all`.
        const asked = peer !== undefined && peer.next === Number.POSITIVE_INFINITY;
        peers.set(from, { next: Number.POSITIVE_INFINITY, heardAt: now() });
        if (!asked || what === 'beat') say({ say: 'ask', to: from });
      }
      if (what === 'ask' && (message.to === undefined || message.to === self)) sayAll.mark();
    },
    /** Each second: beats, and lets the silent go. */
    tick: (): void => {
      if (now() - saidAt >= beatMs) say({ say: 'beat' });
      for (const [process, peer] of [...peers]) if (now() - peer.heardAt > silenceMs) forget(process);
    },
    stop: (): void => {
      sayAll.stop();
      flush.stop();
      say({ say: 'bye' });
    },
  };
};
export const newProcessName = (): string => randomUUID().slice(0, 13);
