// The two statutory clocks of an assessment, each with the reason for its date. The amounts and their sources are dated
// settings in the table `rules`; nothing here knows a number of the law.
import Holidays from 'date-holidays';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Clock } from '../../shared/assessments.ts';
import { kept } from '../platform/db/kept.ts';
import { ask, type Tx } from '../platform/db/transaction.ts';

type Rule = { readonly amount: number; readonly source: string };
export type StatutoryRules = { readonly decision: Rule; readonly ready: Rule };

const finnish = new Holidays('FI', { languages: ['fi'] });
const swedish = new Holidays('FI', { languages: ['sv'] });

/** Saturdays, Sundays and public holidays do not count; neither do the eves on which offices are closed by law. */
const closedEves = new Set(['12-24']);
const isMidsummerEve = (day: Temporal.PlainDate): boolean =>
  day.month === 6 && day.dayOfWeek === 5 && day.day >= 19 && day.day <= 25;

type Holiday = { readonly nameFi: string; readonly nameSv: string };

const findHoliday = (day: Temporal.PlainDate): Holiday | null => {
  // The library reads a Date by its local parts; noon keeps the day whatever the server's zone.
  const noon = new Date(day.year, day.month - 1, day.day, 12);
  const named = (calendar: Holidays) =>
    (calendar.isHoliday(noon) || []).find((h) => h.type === 'public')?.name;
  const nameFi = named(finnish);
  if (nameFi !== undefined) return { nameFi, nameSv: named(swedish) ?? nameFi };
  if (isMidsummerEve(day)) return { nameFi: 'Juhannusaatto', nameSv: 'Midsommarafton' };
  if (closedEves.has(day.toString().slice(5))) return { nameFi: 'Jouluaatto', nameSv: 'Julafton' };
  return null;
};

/** The library works out a whole year for every question: each day is asked about once. */
const asked = new Map<string, Holiday | null>();
const mostAsked = 20_000;

const holidayOn = (day: Temporal.PlainDate): Holiday | null => {
  const key = day.toString();
  const known = asked.get(key);
  if (known !== undefined) return known;
  const holiday = findHoliday(day);
  if (asked.size >= mostAsked) asked.clear();
  asked.set(key, holiday);
  return holiday;
};

/** The day after so many working days; the day of arrival does not count. */
const afterWorkingDays = (
  from: Temporal.PlainDate,
  amount: number,
): { day: Temporal.PlainDate; holidays: Clock['holidays'] } => {
  const holidays: Clock['holidays'] = [];
  let day = from;
  for (let left = amount; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek > 5) continue;
    const holiday = holidayOn(day);
    if (holiday) holidays.push({ on: day.toString(), ...holiday });
    else left -= 1;
  }
  return { day, holidays };
};

/** Decision whether to start: so many working days from arrival. */
export const decisionClock = (beganOn: string, rules: StatutoryRules, decidedOn: string | null): Clock => {
  const { day, holidays } = afterWorkingDays(Temporal.PlainDate.from(beganOn), rules.decision.amount);
  return {
    dueOn: day.toString(),
    from: beganOn,
    amount: rules.decision.amount,
    unit: 'working-days',
    holidays,
    source: rules.decision.source,
    metOn: decidedOn,
  };
};

/** Ready: so many months from the day the matter began; never moved later for a weekend. */
export const readyClock = (beganOn: string, rules: StatutoryRules): Clock => ({
  dueOn: Temporal.PlainDate.from(beganOn).add({ months: rules.ready.amount }).toString(),
  from: beganOn,
  amount: rules.ready.amount,
  unit: 'months',
  holidays: [],
  source: rules.ready.source,
  metOn: null,
});

const rulesOf = kept((db, given: { keys: readonly string[] }) =>
  db
    .selectFrom('rules')
    .select(['key', 'valid_from', 'value', 'source'])
    .where('key', '=', sql<string>`any(${given.keys}::text[])`)
    .orderBy('valid_from', 'desc'),
);

/** Every amount there was, with a way to those in force on the day a matter began. */
export const readAllRules = async (tx: Tx): Promise<(beganOn: string) => StatutoryRules> => {
  const rows = await ask(tx, rulesOf({ keys: ['decision-working-days', 'assessment-months'] }));
  const inForce = (key: string, beganOn: string): Rule => {
    const row = rows.find((r) => r.key === key && r.valid_from <= beganOn);
    if (!row) throw new Error(`no rule ${key} on ${beganOn}`);
    return { amount: z.int().positive().parse(row.value), source: row.source };
  };
  return (beganOn) => ({
    decision: inForce('decision-working-days', beganOn),
    ready: inForce('assessment-months', beganOn),
  });
};

/** The rules in force on the day the matter began. */
export const readStatutoryRules = async (tx: Tx, beganOn: string): Promise<StatutoryRules> =>
  (await readAllRules(tx))(beganOn);
