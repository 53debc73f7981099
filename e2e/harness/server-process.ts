// The real server as `npm start` runs it, in a process of its own: a journey can kill it, start it again on the same
// address, or run two of them on one database.
import { type ChildProcess, spawn } from 'node:child_process';
import { freePort } from '../../server/testing/free-port.ts';

export type ServerProcess = {
  readonly origin: string;
  /** What it has said, for the words of a failed journey. */
  readonly said: () => string;
  readonly start: () => Promise<void>;
  /** In order, as SIGTERM does it; or at once, as a crash. */
  readonly end: (how?: 'SIGTERM' | 'SIGKILL') => Promise<void>;
};

const secretKey = Buffer.alloc(32, 'rinki journeys').toString('base64');

/** @param settings environment beyond the demo mode's own; all processes share one secret, as in production. */
export const serverProcess = async (
  database: { url: string; ownerUrl: string },
  settings: Record<string, string> = {},
): Promise<ServerProcess> => {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const env = {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    RINKI_MODE: 'demo',
    DATABASE_URL: database.url,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    SECRET_KEY: secretKey,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    ...settings,
  };
  let child: ChildProcess | undefined;
  let said = '';
  const start = () =>
    new Promise<void>((resolve, reject) => {
      const begun = spawn(process.execPath, ['server/main.ts'], { env });
      child = begun;
      let saidNow = '';
      const hear = (text: string) => {
        said += text;
        // What it says may come in pieces.
        saidNow += text;
        if (saidNow.includes('Rinki is ready')) resolve();
      };
      begun.stdout.setEncoding('utf8').on('data', hear);
      begun.stderr.setEncoding('utf8').on('data', hear);
      begun.once('close', (status) => reject(new Error(`The server ended with status ${status}:\n${said}`)));
    });
  const end = async (how: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const closed = new Promise((resolve) => ending.once('close', resolve));
    ending.kill(how);
    await closed;
  };
  await start();
  return { origin, said: () => said, start, end };
};
