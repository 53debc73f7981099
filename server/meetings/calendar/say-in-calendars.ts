// Four times a minute, by the jobs' role: what teams plan is said in the calendars of those in them. What is to be said follows from what
// stands in the tables, so that no act has to think of it: whoever joins, leaves, convenes, moves or cancels, also by the clock alone.
import { sql } from 'kysely';
import { MeetingKind } from '../../../shared/meeting.ts';
import type { Context } from '../../context.ts';
import { queueEntry } from '../../mails/index.ts';
import { dayOf } from '../../platform/clock/helsinki.ts';
import { startRounds } from '../../platform/clock/rounds.ts';
import { asPerson, type Tx } from '../../platform/db/transaction.ts';
import type { Server } from '../../server.ts';
import { dayAfter, daysKnownAtLeast, type SeriesEntry, seriesEntry } from './series-entry.ts';

const everyMs = 15_000;
/** In one transaction; what is left is said in the next round. */
const atOnce = 200;

type Said = { uid: string; sequence: number };
type Common = { person_id: string; off: boolean; kind: string };
type SeriesDue = Common & {
  series_id: string;
  meeting_id: null;
  weekday: number;
  starts_at_time: string;
  minutes: number;
  every_weeks: number;
  counted_from: string;
  from_on: string;
  until_on: string | null;
  cancelled: string[];
};
type SingleDue = Common & { series_id: null; meeting_id: string; starts_at: Date; ends_at: Date };
type OccasionDue = Common & {
  entry_id: string;
  meeting_id: string;
  planned_at: Date;
  starts_at: Date;
  ends_at: Date;
};

const entryOf = (due: SeriesDue, today: string): SeriesEntry =>
  seriesEntry(
    {
      weekday: due.weekday,
      time: due.starts_at_time,
      minutes: due.minutes,
      from: due.counted_from,
      until: due.until_on,
      everyWeeks: due.every_weeks,
    },
    due.from_on,
    due.cancelled,
    today,
  );

const methodOf = ({ off }: Common): 'cancel' | 'request' => (off ? 'cancel' : 'request');

const saySeries = async (tx: Tx, at: Date, due: SeriesDue): Promise<void> => {
  const { startsAt, endsAt, lastAt, without, withoutAt, knownUntil } = entryOf(due, dayOf(at));
  const { rows } =
    await sql<Said>`select * from access.say_in_calendar(${due.person_id}, ${due.series_id}, null, ${startsAt}, ${endsAt},
    ${due.from_on}, ${due.until_on}, ${without}::date[], ${knownUntil}, ${due.off})`.execute(tx);
  const [said] = rows;
  if (!said) return;
  const repeats = {
    everyWeeks: due.every_weeks,
    lastAt: lastAt?.toISOString() ?? null,
    without: withoutAt.map((one) => one.toISOString()),
  };
  await queueEntry(
    tx,
    'team',
    {
      ...said,
      personId: due.person_id,
      path: '/meetings',
      method: methodOf(due),
      startsAt,
      endsAt,
      kind: MeetingKind.parse(due.kind),
      repeats,
    },
    at,
  );
};

const queueMeeting = (
  tx: Tx,
  at: Date,
  due: SingleDue | OccasionDue,
  { uid, sequence }: Said,
  occasionAt?: Date,
): Promise<void> =>
  queueEntry(
    tx,
    'team',
    {
      uid,
      sequence,
      personId: due.person_id,
      path: `/meetings/${due.meeting_id}`,
      method: methodOf(due),
      startsAt: due.starts_at,
      endsAt: due.ends_at,
      kind: MeetingKind.parse(due.kind),
      occasionAt,
    },
    at,
  );

const saySingle = async (tx: Tx, at: Date, due: SingleDue): Promise<void> => {
  const { rows } =
    await sql<Said>`select * from access.say_in_calendar(${due.person_id}, null, ${due.meeting_id},
    ${due.starts_at}, ${due.ends_at}, null, null, null, null, ${due.off})`.execute(tx);
  if (rows[0]) await queueMeeting(tx, at, due, rows[0]);
};

const sayOccasion = async (tx: Tx, at: Date, due: OccasionDue): Promise<void> => {
  const { rows } = await sql<Said>`select * from access.say_occasion(${due.entry_id}, ${due.meeting_id},
    ${due.starts_at}, ${due.ends_at}, ${due.off})`.execute(tx);
  if (rows[0]) await queueMeeting(tx, at, due, rows[0], due.planned_at);
};

/** One round: first whole entries, then occasions of those series that stand. Returns how many mails were queued. */
export const sayInCalendars = (context: Pick<Context, 'jobs' | 'clock'>): Promise<number> =>
  asPerson(context.jobs, null, context.clock.imposed(), 'read committed', async (tx, at) => {
    // Any number of servers may come: one of them does it, the others pass on.
    const { rows: held } = await sql<{ held: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('rinki calendars')) as held`.execute(tx);
    if (held[0]?.held !== true) return 0;
    const today = dayOf(at);
    const { rows: entries } = await sql<SeriesDue | SingleDue>`
      select * from access.calendars_due(${today}, ${dayAfter(today, daysKnownAtLeast)}, ${atOnce})`.execute(
      tx,
    );
    for (const due of entries)
      await (due.series_id === null ? saySingle(tx, at, due) : saySeries(tx, at, due));
    if (entries.length === atOnce) return entries.length;
    const { rows: occasions } = await sql<OccasionDue>`
      select * from access.occasions_due(${atOnce})`.execute(tx);
    for (const due of occasions) await sayOccasion(tx, at, due);
    return entries.length + occasions.length;
  });

export const startCalendars = ({ app, context }: Server): void => {
  const rounds = startRounds(
    everyMs,
    async () => void (await sayInCalendars(context)),
    (error) => {
      const { name, code } = error as { name?: string; code?: string };
      context.log.warn(
        { name, code },
        'what belongs in calendars will be looked at again in a quarter of a minute',
      );
    },
  );
  app.addHook('preClose', () => rounds.stop());
};
