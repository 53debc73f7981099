// A small region's data in a real PostgreSQL that waits for the disk, made once in a run and copied from there.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../server/platform/db/embedded.ts';
import { migrate, serverLoginIn } from '../server/platform/db/migrate.ts';
import { type RegionSize, regionSteps, smallRegion } from './region-sql.ts';

export type Region = {
  readonly seconds: number;
  /** A fresh copy of the region's database. */
  readonly copy: (name: string) => Promise<Copy>;
  readonly stop: () => Promise<void>;
};
export type Copy = { readonly url: string; readonly ownerUrl: string; readonly superuserUrl: string };

const inDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

/** One session with the database, for as long as `work` takes. */
export const withClient = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks is told by the statement that was under way on it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Fills a migrated, empty database. Needs the superuser: it writes past the commands. Answers with seconds. */
export const fillRegion = async (
  superuserUrl: string,
  size: RegionSize,
  say: (words: string) => void,
): Promise<number> => {
  const began = performance.now();
  await withClient(superuserUrl, async (client) => {
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '64MB'`,
    );
    for (const [name, statements] of regionSteps(size)) {
      const stepBegan = performance.now();
      await client.query(statements);
      say(`  ${name}: ${((performance.now() - stepBegan) / 1000).toFixed(1)} s`);
    }
    await client.query('reset session_replication_role');
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  });
  return (performance.now() - began) / 1000;
};

/**
 * A database server of its own, in a temporary folder, with the region in a template.
 * @param commitTimes lets PostgreSQL remember when each transaction was committed
 */
export const openRegion = async (
  say: (words: string) => void,
  size: RegionSize = smallRegion,
  { commitTimes = false }: { commitTimes?: boolean } = {},
): Promise<Region> => {
  const folder = mkdtempSync(join(tmpdir(), 'rinki-bench-'));
  chmodSync(folder, 0o755);
  const start = () => startEmbedded({ dataDir: folder, where: 'a bench' });
  let embedded = await start();
  if (commitTimes) {
    await withClient(embedded.superuserUrl, (client) =>
      client.query('alter system set track_commit_timestamp = on'),
    );
    await embedded.stop();
    embedded = await start();
  }
  const stop = async () => {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await migrate({ url: embedded.ownerUrl, serverLogin: serverLoginIn(embedded.url, embedded.ownerUrl) });
    const seconds = await fillRegion(inDatabase(embedded.superuserUrl, 'rinki'), size, say);
    await withClient(embedded.superuserUrl, (client) =>
      client.query('alter database rinki rename to rinki_region'),
    );
    return {
      seconds,
      stop,
      copy: async (name) => {
        await withClient(embedded.superuserUrl, (client) =>
          client.query(`create database ${name} template rinki_region strategy file_copy owner rinki`),
        );
        return {
          url: inDatabase(embedded.url, name),
          ownerUrl: inDatabase(embedded.ownerUrl, name),
          superuserUrl: inDatabase(embedded.superuserUrl, name),
        };
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
