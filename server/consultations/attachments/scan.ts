// Every file goes to the scanner, one after the other, by the jobs' role; any number of processes at once. Without a scanner nothing
// is looked at, and nobody but whoever added a file gets it.
import { sql } from 'kysely';
import type { Context } from '../../context.ts';
import { startRounds } from '../../platform/clock/rounds.ts';
import { asPerson, type Tx } from '../../platform/db/transaction.ts';
import { type ClamdAddress, ScannerAway, scanBytes } from '../../platform/scanning/clamd.ts';
import type { Server } from '../../server.ts';

const everyMs = 2_000;

type Around = Pick<Context, 'jobs' | 'clock' | 'wake' | 'log'>;

const asJob = <T>({ jobs, clock }: Around, work: (tx: Tx) => Promise<T>): Promise<T> =>
  asPerson(jobs, null, clock.imposed(), 'read committed', work);

const next = (around: Around) =>
  asJob(around, async (tx) => {
    const { rows } = await sql<{
      attachment_id: string;
      bytes: Buffer;
    }>`select * from access.begin_scan()`.execute(tx);
    return rows[0];
  });

/**
 * Looks at everything that waits. No transaction is open while the scanner looks.
 * @throws ScannerAway; what it was about to look at waits for the next round
 */
export const scanWaiting = async (around: Around, scanner: ClamdAddress): Promise<void> => {
  for (let file = await next(around); file; file = await next(around)) {
    const { attachment_id: id, bytes } = file;
    try {
      const verdict = await scanBytes(scanner, bytes);
      if (verdict.is === 'unread') {
        around.log.warn({ attachment: id }, 'the scanner could not read a file; it stays where it is');
        continue;
      }
      const finding = verdict.is === 'infected' ? verdict.finding : null;
      if (finding !== null)
        around.log.warn({ attachment: id, finding }, 'the scanner found something in a file');
      const { rows } = await asJob(around, (tx) =>
        sql<{ id: string }>`select access.end_scan(${id}, ${finding}) as id`.execute(tx),
      );
      around.wake(rows.map((row) => row.id));
    } catch (error) {
      await asJob(around, (tx) => sql`select access.leave_scan(${id})`.execute(tx));
      throw error;
    }
  }
};

export const startScanning = ({ app, context }: Server): void => {
  const scanner = context.config.clamdAddress;
  if (scanner === undefined) return;
  // Told when it goes and when it is back, not with every round between.
  let away = false;
  const rounds = startRounds(
    everyMs,
    async () => {
      await scanWaiting(context, scanner);
      away = false;
    },
    (error) => {
      const { name, code } = error as { name?: string; code?: string };
      if (!away || !(error instanceof ScannerAway))
        context.log.warn({ name, code }, 'files wait for the scanner');
      away = error instanceof ScannerAway;
    },
  );
  app.addHook('preClose', () => rounds.stop());
};
