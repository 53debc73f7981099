// The live room of the server: fan-out, sockets, polling.
import type pg from 'pg';
import type { Server } from '../server.ts';

export type Live = { wake(streamIds: readonly string[]): void };

export const startLive = (
  _server: Server,
  _pools: { app: pg.Pool; gateway: pg.Pool; jobs: pg.Pool },
): Live => ({ wake: () => undefined });
