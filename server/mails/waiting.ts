// The queue of mails: taken by one sender at a time, and marked with what became of them.
import { sql } from 'kysely';
import { Language } from '../../shared/vocabulary.ts';
import type { Context } from '../context.ts';
import { asPerson, type Tx } from '../platform/db/transaction.ts';
import type { Letter } from './compose.ts';
import { linkSecret } from './link-secret.ts';
import type { SkipReason } from './outcomes.ts';
import { isSignedIn } from './signed-in.ts';
import { isMailStage } from './texts.ts';

/** A sender that dies in mid-sending leaves its mails to the next one after this long: longer than all of them may take. */
const leaseSeconds = 180;
const atOnce = 5;
const givesUpAfterMs = 24 * 3_600_000;

/** What the sender needs of the server around it. */
export type MailContext = Pick<Context, 'config' | 'jobs' | 'clock' | 'log' | 'secrets'>;

export type Taken = { readonly letter: Letter; readonly attempts: number; readonly queuedAt: Date };

const inTransaction = <T>(context: MailContext, work: (tx: Tx, at: Date) => Promise<T>): Promise<T> =>
  asPerson(context.jobs, null, context.clock.imposed(), 'read committed', work);

type Row = {
  id: string;
  person_id: string;
  stage: string;
  case_number: string;
  due_on: string | null;
  path: string;
  at: Date;
  attempts: number;
  guest_link_id: string | null;
};

const lease = async (tx: Tx, at: Date): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    with due as (
      select id from mails where sent_at is null and failed_at is null and skipped_at is null and next_at <= ${at}
      order by next_at, id limit ${atOnce} for update skip locked)
    update mails m set attempts = attempts + 1, next_at = ${at}::timestamptz + make_interval(secs => ${leaseSeconds})
    from due where m.id = due.id
    returning m.id, m.person_id, m.stage, m.case_number, m.due_on, m.path, m.at, m.attempts, m.guest_link_id`.execute(
    tx,
  );
  return rows;
};

/** An earlier mail that says the same is on its way, or arrived within the hour. */
const isRepeated = async (tx: Tx, row: Row, at: Date): Promise<boolean> => {
  const { rows } = await sql`
    select from mails o where o.person_id = ${row.person_id} and o.case_number = ${row.case_number} and o.stage = ${row.stage} and o.id <> ${row.id}
      and (o.sent_at > ${at}::timestamptz - interval '1 hour'
        or (o.id < ${row.id} and o.sent_at is null and o.failed_at is null and o.skipped_at is null)) limit 1`.execute(
    tx,
  );
  return rows.length > 0;
};

const skip = (tx: Tx, id: string, why: SkipReason, at: Date) =>
  tx.updateTable('mails').set({ skipped_at: at, skipped_why: why }).where('id', '=', id).execute();

const addressee = (tx: Tx, personId: string, at: Date) =>
  tx
    .selectFrom('people')
    .select(['email', 'language'])
    .where('id', '=', personId)
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', at)]))
    .executeTakeFirst();

type Link = { readonly id: string; readonly until: Date };

/** The one-time link that the mail carries, if it still leads anywhere. */
const findLink = async (tx: Tx, id: string, at: Date): Promise<Link | undefined> => {
  const row = await tx
    .selectFrom('guest_links')
    .select('expires_at')
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return row && { id, until: row.expires_at };
};

const carried = ({ secrets }: MailContext, link: Link) => ({
  secret: linkSecret(secrets, link.id),
  until: link.until,
});

/** Takes what is due; what needs no sending (any more) is marked so and left out. */
export const takeWaiting = (
  context: MailContext,
  hasServer: boolean,
  skipped: (why: SkipReason) => void,
): Promise<Taken[]> =>
  inTransaction(context, async (tx, at) => {
    const taken: Taken[] = [];
    for (const row of await lease(tx, at)) {
      const person = await addressee(tx, row.person_id, at);
      const carries = row.guest_link_id !== null;
      const link = row.guest_link_id === null ? undefined : await findLink(tx, row.guest_link_id, at);
      const drop = async (why: SkipReason) => {
        await skip(tx, row.id, why, at);
        skipped(why);
      };
      if (!hasServer) await drop('no-mail-server');
      else if (!person?.email || !isMailStage(row.stage)) await drop('no-address');
      else if (carries && !link) await drop('link-ended');
      else if (!carries && (await isSignedIn(tx, row.person_id, at))) await drop('signed-in');
      else if (!carries && (await isRepeated(tx, row, at))) await drop('repeated');
      else {
        const letter = {
          id: row.id,
          to: person.email,
          language: Language.parse(person.language),
          stage: row.stage,
          caseNumber: row.case_number,
          dueOn: row.due_on,
          path: row.path,
          link: link ? carried(context, link) : null,
        };
        taken.push({ letter, attempts: row.attempts, queuedAt: row.at });
      }
    }
    return taken;
  });

export const markSent = (context: MailContext, id: string): Promise<unknown> =>
  inTransaction(context, (tx, at) =>
    tx.updateTable('mails').set({ sent_at: at }).where('id', '=', id).execute(),
  );

/** Later and later, at most every hour, with some chance in it so that a whole region does not try at once. */
const delayMs = (attempts: number): number =>
  Math.min(3_600_000, 15_000 * 2 ** (attempts - 1)) * (0.75 + Math.random() / 2);

/** True when this was the last try. */
export const markFailed = (context: MailContext, taken: Taken): Promise<boolean> =>
  inTransaction(context, async (tx, at) => {
    const next = new Date(at.getTime() + delayMs(taken.attempts));
    const last = next.getTime() > taken.queuedAt.getTime() + givesUpAfterMs;
    await tx
      .updateTable('mails')
      .set(last ? { failed_at: at } : { next_at: next })
      .where('id', '=', taken.letter.id)
      .execute();
    return last;
  });
