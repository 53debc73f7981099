// The house in which the drill is played: a real PostgreSQL that remembers when each transaction was committed, and two
// servers on it, each in a process of its own.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Program, startProgram } from '../../bench/processes.ts';
import { freePort } from '../../server/testing/free-port.ts';
import type { Addresses } from '../database.ts';
import type { Ports } from './lane.ts';
import { origin } from './people.ts';

export type House = {
  readonly curtain: pg.Pool;
  readonly secretKey: Buffer;
  readonly url: string;
  readonly begin: (file: string, settings: unknown) => Promise<Program>;
};
export const startServers = async ({ begin, url, secretKey }: House, file: string) => {
  const start = async () =>
    begin(file, {
      url,
      secretKey: secretKey.toString('base64'),
      port: await freePort(),
      logLevel: 'fatal',
      origin,
    });
  const servers = [await start(), await start()] as const;
  const ports: Ports = [servers[0].port, servers[1].port];
  return { ports, stop: async () => void (await Promise.all(servers.map((server) => server.stop()))) };
};

/** Takes everything down when the work is done. */
export const openHouse = async <T>(work: (house: House) => Promise<T>): Promise<T> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rinki-drill-'));
  chmodSync(dataDir, 0o755);
  const programs: Program[] = [];
  const begin: House['begin'] = async (file, settings) => {
    const program = await startProgram(file, settings);
    programs.push(program);
    return program;
  };
  let curtain: pg.Pool | undefined;
  try {
    const database = await begin('../drills/database.ts', { dataDir, commitTimes: true });
    const { url, superuserUrl } = await database.ask<Addresses>('addresses');
    curtain = new pg.Pool({ connectionString: superuserUrl, max: 3 });
    curtain.on('error', () => undefined);
    return await work({ curtain, url, begin, secretKey: randomBytes(32) });
  } finally {
    await curtain?.end();
    for (const program of programs.reverse()) await program.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
