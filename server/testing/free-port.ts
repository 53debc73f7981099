// A port that is free now, and is likely to be so in a minute: below the range from which systems number the outgoing
// connections, since one of those may otherwise take it before the server does, or while the server is away.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const [lowest, highest] = [20_000, 32_000];

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });

/** @throws when of a hundred none is free */
export const freePort = async (): Promise<number> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(lowest, highest);
    if (await isFree(port)) return port;
  }
  throw new Error('No free port was found');
};
