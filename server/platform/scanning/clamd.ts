// Asks clamd, the daemon of ClamAV, whether it finds something in some bytes: by INSTREAM, over TCP or a Unix socket. The
// protocol is a few lines long (man clamd, COMMANDS), so it is spoken here; the packages that wrap it also start programs.
import { createConnection, type Socket } from 'node:net';

/** Where it listens: a path, or a host with a port. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number };
/** `unread`: it was there, and did not look at these bytes to the end. */
export type Verdict =
  | { readonly is: 'clean' }
  | { readonly is: 'infected'; readonly finding: string }
  | { readonly is: 'unread' };

/** Nobody listens there. */
export class ScannerAway extends Error {
  override name = 'ScannerAway';
}

const chunkBytes = 64 * 1024;
const patienceMs = 60_000;
/** An answer is one line; what says more is no clamd. */
const longestAnswer = 4_096;

/** @returns null for what is no address: `/run/clamav/clamd.ctl`, `clamav:3310`, `[::1]:3310` are */
export const clamdAddressOf = (text: string): ClamdAddress | null => {
  if (text.startsWith('/')) return { path: text };
  const [, six, host, port] = /^(?:\[([0-9a-fA-F:]+)\]|([^:/\s[\]]+)):(\d{1,5})$/.exec(text) ?? [];
  const name = six ?? host;
  const number = Number(port);
  return name === undefined || !(number >= 1 && number <= 65_535) ? null : { host: name, port: number };
};

const length = (bytes: number): Buffer => {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(bytes);
  return prefix;
};

const writeAll = (socket: Socket, bytes: Buffer): void => {
  socket.write('zINSTREAM\0');
  for (let from = 0; from < bytes.length; from += chunkBytes) {
    const chunk = bytes.subarray(from, from + chunkBytes);
    socket.write(length(chunk.length));
    socket.write(chunk);
  }
  socket.write(length(0));
};

const verdictOf = (answer: string): Verdict => {
  if (answer === 'stream: OK') return { is: 'clean' };
  const finding = /^stream: (.+) FOUND$/s.exec(answer)?.[1];
  return finding === undefined ? { is: 'unread' } : { is: 'infected', finding: finding.slice(0, 200) };
};

/** @throws ScannerAway */
export const scanBytes = (address: ClamdAddress, bytes: Buffer, waitMs = patienceMs): Promise<Verdict> =>
  new Promise((resolve, reject) => {
    const socket = createConnection(address);
    let answer = '';
    let there = false;
    // Once it took the connection it is there: what it breaks off at is these bytes, such as more of them than it takes.
    const over = () => {
      socket.destroy();
      if (there) resolve({ is: 'unread' });
      else reject(new ScannerAway('clamd does not answer'));
    };
    socket.setTimeout(waitMs, over);
    socket.once('error', over);
    socket.once('close', over);
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text;
      const end = answer.indexOf('\0');
      if (end === -1 && answer.length <= longestAnswer) return;
      resolve(end === -1 ? { is: 'unread' } : verdictOf(answer.slice(0, end)));
      socket.destroy();
    });
    socket.once('connect', () => {
      there = true;
      writeAll(socket, bytes);
    });
  });
