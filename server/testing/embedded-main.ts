// The program that `startServerProcess` runs: an embedded database and nothing else.
import { once } from 'node:events';
import pg from 'pg';
import { startEmbedded } from '../platform/db/embedded.ts';

const embedded = await startEmbedded({ dataDir: process.argv[2], where: 'a test server' });
const client = new pg.Client({ connectionString: embedded.url });
await client.connect();
await client.query('select 1');
await client.end();
const { dataDir } = embedded;
console.log(
  JSON.stringify({ pid: process.pid, databasePid: embedded.pid(), uid: process.getuid?.(), dataDir }),
);
process.stdin.resume();
await once(process.stdin, 'end');
await embedded.stop();
