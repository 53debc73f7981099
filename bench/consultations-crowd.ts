// The crowd of the bench of consultations, in a process of its own: pages that watch the queue of their service and read what a hint
// asks for, and people who claim, ask back, tell, answer and open again at a given rate.
import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import { createAsking } from './asking.ts';
import { settingsOf, tell } from './processes.ts';

export type Page = { readonly service: number; readonly headers: Record<string, string> };
export type Request = {
  readonly id: string;
  readonly service: number;
  readonly asker: Record<string, string>;
  readonly holder: Record<string, string>;
};
/** What a page reads when it is hinted: the heads that the hint names, or its lists from the beginning. */
export type Reads = 'heads' | 'lists';
export type Order =
  | { readonly do: 'gather'; readonly port: number; readonly floor: boolean; readonly pages: readonly Page[] }
  | {
      readonly do: 'work';
      readonly reads: Reads;
      readonly requests: readonly Request[];
      readonly perSecond: number;
      readonly seconds: number;
    };
/** Milliseconds from the acknowledgement of a change, at each page that watches its service. */
export type Worked = {
  readonly changes: number;
  readonly hinted: Float64Array;
  readonly shown: Float64Array;
  /** Pages that should have shown a change and did not. */
  readonly missed: number;
  readonly requests: number;
  readonly bytes: number;
  readonly failures: number;
  readonly firstFailure: string | null;
};

type Head = { id: string; changedAt: string };
type Answered = { asked: Head[]; queue: Head[]; invited: Head[] };
type Open = {
  readonly page: Page;
  readonly changedAt: Map<string, string>;
  /** What is to be read; `all` as a list. */
  readonly waiting: Set<string>;
  reading: boolean;
};
type Change = { acknowledged: number; readonly hinted: Map<Open, number>; readonly shown: Map<Open, number> };

const now = (): number => performance.now();
let port = 0;
let floor = false;
let reads: Reads = 'heads';
const ask = createAsking(() => port);
const opened: Open[] = [];
const changes = new Map<string, Change>();
let [requests, bytes, failures] = [0, 0, 0];
let firstFailure: string | null = null;

const fail = (error: unknown): void => {
  failures += 1;
  firstFailure ??= error instanceof Error ? error.message : String(error);
};
const pathOf = (open: Open, ids: readonly string[] | null): string => {
  if (ids !== null) return `/api/consultations/heads?ids=${ids.join(',')}`;
  return `/api/consultations${floor ? `?service=${open.page.service}` : ''}`;
};
const read = async (open: Open, ids: readonly string[] | null): Promise<void> => {
  requests += 1;
  const { status, text } = await ask('GET', pathOf(open, ids), open.page.headers);
  if (status !== 200) throw new Error(`${status} ${text}`);
  bytes += Buffer.byteLength(text);
  const lists = JSON.parse(text) as Answered;
  const at = now();
  for (const { id, changedAt } of [...lists.asked, ...lists.queue, ...lists.invited]) {
    if (open.changedAt.get(id) === changedAt) continue;
    open.changedAt.set(id, changedAt);
    changes.get(id)?.shown.set(open, at);
  }
};
/** As the page does: one reading at a time, and what comes meanwhile goes with the next. */
const readWaiting = async (open: Open): Promise<void> => {
  if (open.reading) return;
  open.reading = true;
  try {
    while (open.waiting.size > 0) {
      const ids = [...open.waiting];
      open.waiting.clear();
      await read(open, reads === 'lists' || ids.includes('all') ? null : ids);
    }
  } catch (error) {
    fail(error);
  } finally {
    open.reading = false;
  }
};
const hear = (open: Open, ids: readonly string[] | null): void => {
  const at = now();
  for (const id of ids ?? changes.keys()) {
    const change = changes.get(id);
    if (change && !change.hinted.has(open)) change.hinted.set(open, at);
  }
  for (const id of ids ?? ['all']) open.waiting.add(id);
  void readWaiting(open);
};

const gather = async (pages: readonly Page[]): Promise<{ watching: number }> => {
  for (const page of pages) {
    const open: Open = { page, changedAt: new Map(), waiting: new Set(), reading: false };
    const socket = new WebSocket(
      `ws://127.0.0.1:${port}/api/live${floor ? `?service=${page.service}` : ''}`,
      {
        headers: page.headers,
        perMessageDeflate: false,
      },
    );
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('message', (data) => {
        const frame = JSON.parse(String(data)) as { t: string; ids: string[] | null };
        if (frame.t === 'hello') resolve();
        if (frame.t === 'consultations') hear(open, frame.ids);
      });
    });
    socket.on('close', () => fail('a socket was closed'));
    await read(open, null);
    opened.push(open);
  }
  return { watching: opened.length };
};

/** Of each request, over all rounds: which act comes next. */
const stages = new Map<string, number>();
const because = { reason: 'Jatketaan' };
const said = { text: 'Kaksi viikkoa, ja aamuisin se on pahimmillaan.', checked: true };
const acts = [
  ['claim', 'holder', {}],
  ['ask-more', 'holder', said],
  ['tell-more', 'asker', said],
  ['answer', 'holder', said],
  ['reopen', 'asker', because],
] as const;

const act = async (one: Request): Promise<void> => {
  const stage = stages.get(one.id) ?? 0;
  const [name, who, body] = acts[stage] ?? acts[0];
  // Opened again it is with whoever had it.
  stages.set(one.id, stage + 1 < acts.length ? stage + 1 : 1);
  const change: Change = { acknowledged: Number.NaN, hinted: new Map(), shown: new Map() };
  changes.set(one.id, change);
  const headers = {
    ...one[who],
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  const path = `/api/consultations/${one.id}/${name}${floor ? `?service=${one.service}` : ''}`;
  const { status, text } = await ask('POST', path, headers, JSON.stringify(body));
  if (status !== 200) {
    changes.delete(one.id);
    throw new Error(`${name} ${status} ${text}`);
  }
  change.acknowledged = now();
};

const work = async (order: Extract<Order, { do: 'work' }>): Promise<Worked> => {
  reads = order.reads;
  changes.clear();
  [requests, bytes, failures, firstFailure] = [0, 0, 0, null];
  const began = now();
  const under: Promise<void>[] = [];
  for (let n = 0; n < order.perSecond * order.seconds; n += 1) {
    const wait = began + (n * 1_000) / order.perSecond - now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const one = order.requests[n % order.requests.length];
    if (one) under.push(act(one).catch(fail));
  }
  await Promise.all(under);
  const service = new Map(order.requests.map((one) => [one.id, one.service]));
  const due = (id: string): Open[] => opened.filter(({ page }) => page.service === service.get(id));
  const missed = (): number =>
    [...changes].reduce((sum, [id, { shown }]) => sum + due(id).filter((open) => !shown.has(open)).length, 0);
  // What is on its way may still come.
  for (const until = now() + 30_000; missed() > 0 && now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 100));
  const waits = (which: 'hinted' | 'shown'): Float64Array =>
    Float64Array.from(
      [...changes].flatMap(([id, change]) =>
        due(id).flatMap((open) => {
          const at = change[which].get(open);
          // A hint may come before the answer to the command has been read.
          return at === undefined ? [] : [Math.max(0, at - change.acknowledged)];
        }),
      ),
    ).sort();
  return {
    changes: changes.size,
    hinted: waits('hinted'),
    shown: waits('shown'),
    missed: missed(),
    requests,
    bytes,
    failures,
    firstFailure,
  };
};

await settingsOf();
process.on('message', async (order: Order) => {
  if (order.do === 'work') return tell(await work(order));
  ({ port, floor } = order);
  tell(await gather(order.pages));
});
process.once('SIGTERM', () => process.exit(0));
tell({ port: 0 });
