// What the whole server is composed of: settings, connections by role, clock, log. Made once in main.ts (or a test).
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Clock } from './platform/clock/clock.ts';
import type { DB } from './platform/db/tables.ts';
import type { Secrets } from './platform/http/secrets.ts';

export type Context = {
  readonly config: Config;
  /** Requests: row-level security holds. */
  readonly app: Kysely<DB>;
  /** Live delivery: reads streams and events, and a person's own keys. */
  readonly gateway: Kysely<DB>;
  /** Mails, sweeping, ends of periods. */
  readonly jobs: Kysely<DB>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly secrets: Secrets;
  /** Called after commit with the streams that have something new. */
  readonly wake: (streamIds: readonly string[]) => void;
};
