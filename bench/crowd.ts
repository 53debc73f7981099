// The crowd, in a process of its own: sockets that watch cases and note when each event came, and authors who write at a
// given rate, whether or not the server keeps up.
import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import { createAsking } from './asking.ts';
import { settingsOf, tell } from './processes.ts';

export type Watcher = {
  readonly caseId: string;
  readonly headers: Record<string, string>;
  readonly member: boolean;
};
export type Author = {
  readonly path: string;
  readonly entryId: string;
  readonly headers: Record<string, string>;
  readonly device: string;
};
export type Gather = {
  readonly do: 'gather';
  readonly port: number;
  readonly floor: boolean;
  readonly watchers: readonly Watcher[];
};
export type Write = {
  readonly do: 'write';
  readonly authors: readonly Author[];
  readonly perSecond: number;
  readonly seconds: number;
};
export type Gathered = { readonly watching: number; readonly turnedAway: number; readonly seconds: number };
/** Moments in milliseconds since 1970. */
export type Heard = {
  readonly acknowledged: readonly { entryId: string; rev: number; asked: number; answered: number }[];
  readonly received: readonly { entryId: string; rev: number; at: number; watcher: number }[];
  readonly toOutsiders: number;
  readonly closed: number;
  readonly failures: number;
  readonly firstFailure: string | null;
};

const now = (): number => performance.timeOrigin + performance.now();
let port = 0;
let received: { entryId: string; rev: number; at: number; watcher: number }[] = [];
let [toOutsiders, closed, ending] = [0, 0, false];
const sockets: WebSocket[] = [];
/** Of each entry, over all rounds: the same words twice are no event. */
const revs = new Map<string, number>();

const ask = createAsking(() => port);

type Frame = { t: string; event?: { entryId?: string; rev?: number } };

const watch = async (index: number, watcher: Watcher, floor: boolean): Promise<'watching' | 'gone'> => {
  const { caseId, headers, member } = watcher;
  const snapshot = floor || !member ? undefined : await ask('GET', `/api/cases/${caseId}`, headers);
  const token = snapshot ? (JSON.parse(snapshot.text) as { live?: string }).live : 'no token of mine';
  if (token === undefined) throw new Error(`a member is refused: ${snapshot?.status} ${snapshot?.text}`);
  const socket = new WebSocket(
    `ws://127.0.0.1:${port}/api/live${floor ? `?case=${member ? caseId : 'none'}` : ''}`,
    {
      headers,
      perMessageDeflate: false,
    },
  );
  sockets.push(socket);
  return new Promise((resolve, reject) => {
    socket.on('message', (data) => {
      const at = now();
      const frame = JSON.parse(String(data)) as Frame;
      if (frame.t === 'hello') socket.send(JSON.stringify({ t: 'watch-case', caseId, token }));
      else if (frame.t === 'watching') resolve('watching');
      else if (frame.t === 'gone' || frame.t === 'refetch') resolve('gone');
      else if (frame.t === 'event' && frame.event?.entryId !== undefined) {
        if (!member) toOutsiders += 1;
        else received.push({ entryId: frame.event.entryId, rev: frame.event.rev ?? 0, at, watcher: index });
      }
    });
    socket.on('close', () => {
      if (!ending) closed += 1;
      reject(new Error('a socket was closed'));
    });
    socket.on('error', reject);
  });
};

const gather = async ({ watchers, floor }: Gather): Promise<Gathered> => {
  const began = now();
  const outcomes: string[] = [];
  let next = 0;
  const one = async () => {
    for (let i = next++; i < watchers.length; i = next++) {
      const watcher = watchers[i];
      if (watcher) outcomes.push(await watch(i, watcher, floor));
    }
  };
  await Promise.all(Array.from({ length: 24 }, one));
  const watching = outcomes.filter((o) => o === 'watching').length;
  return { watching, turnedAway: outcomes.length - watching, seconds: (now() - began) / 1000 };
};

const write = async ({ authors, perSecond, seconds }: Write): Promise<Heard> => {
  received = [];
  const acknowledged: Heard['acknowledged'][number][] = [];
  const busy = new Set<Author>();
  let [failures, turn] = [0, 0];
  let firstFailure: string | null = null;
  const one = async (author: Author) => {
    busy.add(author);
    const rev = (revs.get(author.entryId) ?? 0) + 1;
    const text = `Tilanne kirjattu ${rev}. Aamuisin lähtö kouluun on vaikeaa, iltapäivisin on helpompi hengittää.`;
    const said = author.device === '' ? { text, rev } : { base: rev - 1, text, device: author.device };
    const body = JSON.stringify(said);
    const asked = now();
    try {
      const headers = {
        ...author.headers,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      };
      const { status, text: answer } = await ask('PUT', author.path, headers, body);
      if (status !== 200) throw new Error(`${status} ${answer}`);
      const given = (JSON.parse(answer) as { rev: number }).rev;
      revs.set(author.entryId, given);
      acknowledged.push({ entryId: author.entryId, rev: given, asked, answered: now() });
    } catch (error) {
      failures += 1;
      firstFailure ??= (error as Error).message;
    } finally {
      busy.delete(author);
    }
  };
  const began = now();
  let asked = 0;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.floor(((now() - began) / 1000) * perSecond);
      for (; asked < due && busy.size < authors.length; asked += 1) {
        let author = authors[turn++ % authors.length];
        while (author && busy.has(author)) author = authors[turn++ % authors.length];
        if (author) void one(author);
      }
      if (now() - began < seconds * 1000) return;
      clearInterval(timer);
      resolve();
    }, 2);
  });
  while (busy.size > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  // What is on its way may still come.
  for (let before = -1; before !== received.length; ) {
    before = received.length;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  }
  return { acknowledged, received, toOutsiders, closed, failures, firstFailure };
};

await settingsOf();
process.on('message', async (order: Gather | Write) => {
  if (order.do === 'gather') port = order.port;
  tell(order.do === 'gather' ? await gather(order) : await write(order));
});
process.once('SIGTERM', () => {
  ending = true;
  for (const socket of sockets) socket.terminate();
  process.exit(0);
});
tell({ port: 0 });
