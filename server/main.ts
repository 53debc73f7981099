// The process: settings in, a listening server out, and a graceful end when it is told to stop.
import { ConfigError, readConfig } from './config.ts';
import { AlreadyRunningError } from './platform/db/embedded.ts';
import { type Started, start } from './start.ts';

/** How long open requests and sockets get before the process ends regardless. */
const patienceMs = 15_000;

const explain = (error: unknown, port: number | undefined): string => {
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=3001 npm start`;
  }
  if (code === 'EACCES' && port !== undefined && port < 1024) {
    return `Port ${port} may only be used by root. Choose another port: PORT=3000 npm start`;
  }
  return error instanceof ConfigError || error instanceof AlreadyRunningError ? message : (stack ?? message);
};

const stopOnSignal = (started: Started): void => {
  let asked = false;
  const stop = async (signal: string) => {
    if (asked) return;
    asked = true;
    console.log(`${signal}: stopping …`);
    setTimeout(() => process.exit(1), patienceMs).unref();
    await started.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
};

const run = async (): Promise<void> => {
  let port: number | undefined;
  let started: Started | undefined;
  try {
    const config = readConfig(process.env);
    port = config.port;
    started = await start(config);
    stopOnSignal(started);
    await started.app.listen({ port, host: config.host });
    console.log(`Rinki is ready: ${config.publicOrigin}${config.mode === 'demo' ? ' (demo mode)' : ''}`);
  } catch (error) {
    console.error(explain(error, port));
    await started?.stop();
    process.exit(1);
  }
};

await run();
