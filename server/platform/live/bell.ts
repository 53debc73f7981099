// Rings for the other processes on the same database, outside every writing transaction (NOTIFY takes a lock of the
// whole database at commit), many messages in one statement. A ring is only a hint: the tables are the truth, so what is
// lost while the connection is away does no harm.
import type pg from 'pg';

/** PostgreSQL takes less than 8 000 bytes for each. */
export const longestMessage = 7_900;

export type Bell = {
  /** Sends in the order of the calls. Never throws; what cannot be sent is dropped. */
  ring(channel: string, message: string): void;
  close(): Promise<void>;
};

export type BellOptions = {
  readonly pool: pg.Pool;
  readonly channels: readonly string[];
  readonly onRing: (channel: string, message: string) => void;
  /** Called whenever listening begins: what rang before was not heard. */
  readonly onListening: () => void;
  /** Least time between two statements, in milliseconds. */
  readonly pauseMs?: number;
};

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds).unref());

const createSender = (pool: pg.Pool, pauseMs: number) => {
  let waiting: { channel: string; message: string }[] = [];
  let sending: Promise<void> | undefined;
  const send = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, 200);
      const texts = [batch.map((b) => b.channel), batch.map((b) => b.message)];
      await pool
        .query(
          'select pg_notify(c, m) from unnest($1::text[], $2::text[]) with ordinality as t (c, m, n) order by n',
          texts,
        )
        .catch(() => undefined);
      if (waiting.length > 0) await pause(pauseMs);
    }
  };
  return {
    ring: (channel: string, message: string): void => {
      waiting.push({ channel, message });
      if (waiting.length > 5_000) waiting = waiting.slice(-5_000);
      sending ??= send().finally(() => {
        sending = undefined;
      });
    },
    finish: async (): Promise<void> => sending,
  };
};

/** Listens on a connection of its own, and connects again when that breaks. */
export const hangBell = ({ pool, channels, onRing, onListening, pauseMs = 5 }: BellOptions): Bell => {
  const sender = createSender(pool, pauseMs);
  let client: pg.PoolClient | undefined;
  let closed = false;
  let again: NodeJS.Timeout | undefined;

  const listen = async (): Promise<void> => {
    const connected = await pool.connect();
    if (closed) return connected.release(true);
    client = connected;
    connected.on('notification', ({ channel, payload }) => onRing(channel, payload ?? ''));
    connected.once('error', () => lose(connected));
    connected.once('end', () => lose(connected));
    for (const channel of channels) await connected.query(`listen ${channel}`);
    onListening();
  };
  const lose = (lost: pg.PoolClient): void => {
    if (client !== lost) return;
    client = undefined;
    lost.removeAllListeners('notification');
    lost.release(true);
    retry();
  };
  const retry = (): void => {
    if (closed || again !== undefined) return;
    again = setTimeout(() => {
      again = undefined;
      start();
    }, 500);
    again.unref();
  };
  let starting: Promise<void> | undefined;
  const start = (): void => {
    starting = listen().catch(() => {
      if (client) lose(client);
      else retry();
    });
  };
  start();

  return {
    ring: sender.ring,
    close: async () => {
      closed = true;
      clearTimeout(again);
      await starting;
      await sender.finish();
      const last = client;
      client = undefined;
      last?.release(true);
    },
  };
};
