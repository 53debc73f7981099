// The load: so many connections, each asking again as soon as it is answered. Plain sockets, so that the loader takes as
// little of the two cores as can be, and the same for whoever answers.
import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { settingsOf, tell } from './processes.ts';

export type Target = {
  readonly method: 'GET' | 'PUT';
  readonly path: string;
  readonly headers: string;
  /** For a write: the device whose words these are; each request carries a new key and another text. */
  readonly device?: string;
};
export type Load = {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly targets: readonly Target[];
};
export type Measured = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly meanBytes: number;
  readonly failures: number;
  readonly firstFailure: string | null;
};

const paragraph =
  'Aamuisin lähtö kouluun on vaikeaa, ja ensimmäinen tunti jää usein väliin. Pienryhmässä hän työskentelee keskittyneesti ja auttaa muita pyytämättä. ';

let count = 0;
const requestTo = (target: Target): string => {
  count += 1;
  const first = `${target.method} ${target.path} HTTP/1.1\r\nhost: localhost\r\n${target.headers}`;
  if (target.device === undefined) return `${first}\r\n`;
  const text = `${paragraph.repeat(1 + (count % 5))}${count}`;
  const body = JSON.stringify({ base: 0, text, device: target.device });
  const headers = `idempotency-key: ${randomUUID()}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}`;
  return `${first}${headers}\r\n\r\n${body}`;
};

const headEnd = Buffer.from('\r\n\r\n');

/** Reads answers off one socket; both programs send a content-length. */
const answersOf = (
  socket: Socket,
  answered: (status: number, bytes: number, body: () => string) => void,
): void => {
  let held: Buffer = Buffer.alloc(0);
  let need = 0;
  socket.on('data', (chunk: Buffer) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (held.length < need) return;
    const end = held.indexOf(headEnd);
    if (end === -1) return;
    const head = held.subarray(0, end).toString('latin1');
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) throw new Error(`an answer without a length: ${head}`);
    need = end + 4 + length;
    if (held.length < need) return;
    const body = held.subarray(end + 4, need);
    held = held.subarray(need);
    need = 0;
    answered(Number(head.slice(9, 12)), length, () => body.toString());
  });
};

const quantile = (sorted: Float64Array, q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;

const run = async ({ port, connections, seconds, targets }: Load): Promise<Measured> => {
  const times: number[] = [];
  let [bytes, failures, next] = [0, 0, 0];
  let firstFailure: string | null = null;
  const began = performance.now();
  const end = began + seconds * 1000;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let asked = 0;
      const ask = () => {
        asked = performance.now();
        if (asked >= end) return void socket.end();
        const target = targets[next++ % targets.length];
        if (target) socket.write(requestTo(target));
      };
      answersOf(socket, (status, length, body) => {
        if (status === 200) {
          times.push(performance.now() - asked);
          bytes += length;
        } else {
          failures += 1;
          firstFailure ??= `${status} ${body().slice(0, 200)}`;
        }
        ask();
      });
      socket.once('connect', ask);
      socket.once('close', () => resolve());
      socket.once('error', reject);
    });
  await Promise.all(Array.from({ length: connections }, one));
  const took = (performance.now() - began) / 1000;
  const sorted = Float64Array.from(times).sort();
  return {
    perSecond: times.length / took,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    meanBytes: times.length === 0 ? 0 : bytes / times.length,
    failures,
    firstFailure,
  };
};

await settingsOf();
process.on('message', async (load: Load) => tell(await run(load)));
process.once('SIGTERM', () => process.exit(0));
tell({ port: 0 });
