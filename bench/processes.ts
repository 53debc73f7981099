// Programs of a bench in processes of their own, which say when they are ready and end with the bench.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Program = {
  readonly child: ChildProcess;
  readonly port: number;
  /** Sends a message and waits for the answer. */
  readonly ask: <T>(message: unknown) => Promise<T>;
  readonly stop: () => Promise<void>;
};

const programs = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of programs) child.kill('SIGKILL');
});

/** Starts a TypeScript file of this folder. @throws when it ends before it is ready */
export const startProgram = async (
  file: string,
  settings: unknown,
  execArgv: readonly string[] = [],
): Promise<Program> => {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [...execArgv],
    serialization: 'advanced',
  });
  programs.add(child);
  child.once('exit', () => programs.delete(child));
  const answer = <T>(): Promise<T> =>
    new Promise((resolve, reject) => {
      const ended = (status: number | null) => reject(new Error(`${file} ended with status ${status}`));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        resolve(message as T);
      });
    });
  const ready = answer<{ port: number }>();
  child.send(settings as object);
  const { port } = await ready;
  return {
    child,
    port,
    ask: (message) => {
      const answered = answer<never>();
      child.send(message as object);
      return answered;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await once(child, 'exit');
      clearTimeout(late);
    },
  };
};

/** For the program: the settings that it was started with. */
export const settingsOf = async <T>(): Promise<T> => (await once(process, 'message'))[0] as T;
/** For the program: an answer to whoever started it. */
export const tell = (message: unknown): void => void process.send?.(message as object);
