// The queue of mails: taken by one sender at a time, and marked with what became of them.
import { sql } from 'kysely';
import { meetingKinds } from '../../shared/meeting.ts';
import { Language } from '../../shared/vocabulary.ts';
import type { Context } from '../context.ts';
import { asPerson, type Tx } from '../platform/db/transaction.ts';
import type { Secrets } from '../platform/http/secrets.ts';
import { caseLetter } from './case-letter.ts';
import type { Letter } from './compose.ts';
import { meetingLetter } from './meeting-letter.ts';
import { queuedMeetingStages } from './meeting-stages.ts';
import type { SkipReason } from './outcomes.ts';
import type { Row } from './row.ts';
import { mailStages } from './texts.ts';

/** A sender that dies in mid-sending leaves its mails to the next one after this long: longer than all of them may take. */
const leaseSeconds = 180;
const atOnce = 5;
const givesUpAfterMs = 24 * 3_600_000;

/** What the sender needs of the server around it. */
export type MailContext = Pick<Context, 'config' | 'jobs' | 'clock' | 'log' | 'secrets'>;

export type Taken = { readonly letter: Letter; readonly attempts: number; readonly queuedAt: Date };

const inTransaction = <T>(context: MailContext, work: (tx: Tx, at: Date) => Promise<T>): Promise<T> =>
  asPerson(context.jobs, null, context.clock.imposed(), 'read committed', work);

/**
 * What a newer version of the server queued waits for a sender of that version. In the order in which they were queued; one occasion of
 * a series after the series, without which calendars could not place it.
 */
const lease = async (tx: Tx, at: Date): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    with due as (
      select id from mails w where sent_at is null and failed_at is null and skipped_at is null and next_at <= ${at}
        and stage = any(${[...mailStages, ...queuedMeetingStages]}) and (meeting_kind is null or meeting_kind = any(${[...meetingKinds]}))
        and (occasion_at is null or not exists (select from mails s where s.calendar_uid = w.calendar_uid and s.occasion_at is null
          and s.calendar_sequence < w.calendar_sequence and s.sent_at is null and s.failed_at is null and s.skipped_at is null))
      order by next_at, id limit ${atOnce} for update skip locked),
    taken as (
      update mails m set attempts = attempts + 1, next_at = ${at}::timestamptz + make_interval(secs => ${leaseSeconds})
      from due where m.id = due.id returning m.*)
    select id, person_id, stage, case_number, due_on, path, at, attempts, guest_link_id,
      calendar_uid, calendar_sequence, starts_at, ends_at, meeting_kind, repeats, occasion_at from taken order by id`.execute(
    tx,
  );
  return rows;
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

/** The letter, or why there is none (any more). */
const letterOf = async (tx: Tx, row: Row, secrets: Secrets, at: Date): Promise<Letter | SkipReason> => {
  const person = await addressee(tx, row.person_id, at);
  if (!person?.email) return 'no-address';
  const language = Language.parse(person.language);
  const envelope = { id: row.id, to: person.email, language, path: row.path };
  return row.calendar_uid === null
    ? caseLetter(tx, row, envelope, secrets, at)
    : meetingLetter(tx, row, envelope, at);
};

/** Takes what is due; what needs no sending (any more) is marked so and left out. */
export const takeWaiting = (
  context: MailContext,
  hasServer: boolean,
  skipped: (why: SkipReason) => void,
): Promise<Taken[]> =>
  inTransaction(context, async (tx, at) => {
    const taken: Taken[] = [];
    for (const row of await lease(tx, at)) {
      const letter = hasServer ? await letterOf(tx, row, context.secrets, at) : 'no-mail-server';
      if (typeof letter === 'string') {
        await skip(tx, row.id, letter, at);
        skipped(letter);
      } else taken.push({ letter, attempts: row.attempts, queuedAt: row.at });
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
