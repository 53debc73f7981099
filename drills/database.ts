// The database in a process of its own: the real PostgreSQL, waiting for the disk, started again when it dies.
import { settingsOf, tell } from '../bench/processes.ts';
import { withClient } from '../bench/region.ts';
import { startEmbedded } from '../server/platform/db/embedded.ts';
import { migrate, serverLoginIn } from '../server/platform/db/migrate.ts';

export type DatabaseSettings = {
  readonly dataDir: string;
  /** Lets PostgreSQL remember when each transaction was committed. */
  readonly commitTimes?: boolean;
};
export type Addresses = { readonly url: string; readonly superuserUrl: string };

const { dataDir, commitTimes = false } = await settingsOf<DatabaseSettings>();
const start = () => startEmbedded({ dataDir, where: 'a drill' });
let embedded = await start();
if (commitTimes) {
  await withClient(embedded.superuserUrl, (client) =>
    client.query('alter system set track_commit_timestamp = on'),
  );
  await embedded.stop();
  embedded = await start();
}
await migrate({ url: embedded.ownerUrl, serverLogin: serverLoginIn(embedded.url, embedded.ownerUrl) });
const addresses: Addresses = {
  url: embedded.url,
  superuserUrl: embedded.superuserUrl.replace('/postgres?', '/rinki?'),
};
process.on('message', (question) => tell(question === 'pid' ? embedded.pid() : addresses));
process.once('SIGTERM', async () => {
  await embedded.stop();
  process.exit(0);
});
tell({ port: 0 });
