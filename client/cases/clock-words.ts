// A statutory clock as the client shows it: how much of its time has gone, how many days are left, and whether it asks
// for attention. The dates themselves are the server's.
import type { Clock } from '../../shared/assessments.ts';
import { daysBetween } from '../i18n/dates.ts';

export type ClockState = {
  readonly elapsed: number;
  readonly daysLeft: number;
  readonly working: boolean;
  readonly state: 'calm' | 'soon' | 'late' | 'done';
};

/** Two working days, or two weeks of a long clock, before the day it turns amber. */
const soonAt = { 'working-days': 2, months: 14 } as const;
const dayMs = 86_400_000;

/** What of a clock decides how it stands. */
export type Counted = Pick<Clock, 'unit' | 'from' | 'dueOn' | 'metOn'> & {
  readonly holidays: readonly Pick<Clock['holidays'][number], 'on'>[];
};

/** Working days after `from` up to and with `until`, without the holidays of the clock. */
const workingDaysBetween = (from: string, until: string, holidays: Counted['holidays']): number => {
  const closed = new Set(holidays.map((one) => one.on));
  let count = 0;
  for (
    let at = Date.parse(`${from}T12:00:00Z`) + dayMs;
    at <= Date.parse(`${until}T12:00:00Z`);
    at += dayMs
  ) {
    const day = new Date(at);
    const weekday = day.getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !closed.has(day.toISOString().slice(0, 10))) count += 1;
  }
  return count;
};

/** `today` is a plain ISO date. */
export const clockState = (clock: Counted, today: string): ClockState => {
  const calendarDays = daysBetween(today, clock.dueOn);
  const working = clock.unit === 'working-days' && calendarDays > 0;
  const daysLeft = working ? workingDaysBetween(today, clock.dueOn, clock.holidays) : calendarDays;
  const whole = daysBetween(clock.from, clock.dueOn);
  const elapsed = whole <= 0 ? 1 : Math.min(1, Math.max(0, daysBetween(clock.from, today) / whole));
  if (clock.metOn !== null) return { elapsed: 1, daysLeft, working, state: 'done' };
  if (calendarDays < 0) return { elapsed, daysLeft, working, state: 'late' };
  return { elapsed, daysLeft, working, state: daysLeft <= soonAt[clock.unit] ? 'soon' : 'calm' };
};
