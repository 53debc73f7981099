// The real clamd for a test, with one signature that the test's own file has and no other file in the world.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findClamd } from './find-clamd.ts';

/** What the signature finds, wherever it stands in a file. */
export const madeUpVirus = 'Rinki made-up virus: this does nothing and is found all the same';
/** Under this name; clamd adds that the signature is none of its makers'. */
export const madeUpFinding = 'Rinki.MadeUp.UNOFFICIAL';

export type RunningClamd = {
  /** As the setting CLAMD_ADDRESS has it. */
  readonly address: string;
  /** From here on nobody listens there, until `start` is called. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
};

const listens = (address: string | { host: string; port: number }): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = typeof address === 'string' ? connect(address) : connect(address);
    const said = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('connect', () => said(true)).once('error', () => said(false));
  });

/** @param port over TCP; a socket in a folder of its own where none is given. @param most bytes that it takes of one file */
export const startClamd = async (
  onEnd: (end: () => Promise<void>) => void,
  { port, most = 20_000_000 }: { port?: number; most?: number } = {},
): Promise<RunningClamd> => {
  const { program, libraries } = findClamd();
  const folder = mkdtempSync(join(tmpdir(), 'rinki-clamd-'));
  chmodSync(folder, 0o700);
  const socket = join(folder, 'clamd.sock');
  writeFileSync(
    join(folder, 'made-up.ndb'),
    `Rinki.MadeUp:0:*:${Buffer.from(madeUpVirus).toString('hex')}\n`,
  );
  const config = join(folder, 'clamd.conf');
  const where = port === undefined ? [`LocalSocket ${socket}`] : [`TCPSocket ${port}`, 'TCPAddr 127.0.0.1'];
  writeFileSync(
    config,
    [
      ...where,
      'Foreground yes',
      `DatabaseDirectory ${folder}`,
      `StreamMaxLength ${most}`,
      `TemporaryDirectory ${folder}`,
      '',
    ].join('\n'),
  );
  let child: ChildProcess | undefined;
  let said = '';
  const start = async () => {
    const begun = spawn(program, ['--config-file', config], {
      env: { ...process.env, ...(libraries.length > 0 && { LD_LIBRARY_PATH: libraries.join(':') }) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = begun;
    for (const stream of [begun.stdout, begun.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    while (!(await listens(port === undefined ? socket : { host: '127.0.0.1', port }))) {
      if (begun.exitCode !== null) throw new Error(`clamd ended with status ${begun.exitCode}:\n${said}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const stop = async () => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const closed = new Promise((resolve) => ending.once('close', resolve));
    ending.kill('SIGKILL');
    await closed;
    rmSync(socket, { force: true });
  };
  onEnd(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });
  await start();
  return { address: port === undefined ? socket : `127.0.0.1:${port}`, start, stop };
};
