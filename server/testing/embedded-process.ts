// A separate process with an embedded database, so that a test can kill it, run it as another user, or run it from a
// checkout that others cannot enter.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type ServerProcess = { readonly pid: number; readonly databasePid: number; readonly uid: number };

export type ProcessOptions = {
  readonly checkout?: string;
  readonly uid?: number;
  readonly env?: Record<string, string>;
};

const here = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Starts the process and waits until its database answers; it runs until killed, or until its input is closed. */
export const startServerProcess = (dataDir: string | undefined, options: ProcessOptions = {}) =>
  new Promise<ServerProcess & { readonly stop: () => Promise<void>; readonly dataDir: string }>(
    (resolve, reject) => {
      const checkout = options.checkout ?? here;
      const as = options.uid === undefined ? {} : { uid: options.uid, gid: options.uid };
      const args = [
        `${checkout}/server/testing/embedded-main.ts`,
        ...(dataDir === undefined ? [] : [dataDir]),
      ];
      const child = spawn(`${checkout}/node_modules/node/bin/node`, args, {
        ...as,
        cwd: '/',
        env: { PATH: '/usr/bin:/bin', ...options.env },
      });
      const ended = new Promise<void>((done) => child.once('close', () => done()));
      let [said, complained] = ['', ''];
      child.stderr.on('data', (text) => (complained += text));
      child.stdout.on('data', (text) => {
        said += text;
        if (!said.endsWith('\n')) return;
        const stop = () => {
          child.stdin.end();
          return ended;
        };
        resolve({ ...JSON.parse(said), stop });
      });
      child.once('error', reject);
      child.once('close', (status) => reject(new Error(`ended with status ${status}:\n${complained}`)));
    },
  );
