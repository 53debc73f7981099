// Weekly series over holidays, eves, and clocks that are moved.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isHoliday } from '../../platform/clock/working-days.ts';
import { occurrencesOf, type WeeklySeries } from './weekly-series.ts';

const tuesdays: WeeklySeries = {
  weekday: 2,
  time: '09:00',
  minutes: 90,
  from: '2026-09-01',
  until: null,
  everyWeeks: 1,
};
const datesOf = (series: WeeklySeries, from: string, to: string) =>
  occurrencesOf(series, from, to).map(({ date }) => date);

const helsinki = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Helsinki',
  dateStyle: 'short',
  timeStyle: 'short',
  hourCycle: 'h23',
});
/** Day and time as the platform's own calendar tells them, beside the library that made the moments. */
const clockIn = (at: Date) => {
  const parts = helsinki.formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` };
};

test('the same local time in summer and in winter, so another hour by Greenwich', () => {
  const [summer, winter] = occurrencesOf(tuesdays, '2026-10-20', '2026-10-27');
  expect(summer).toEqual({
    date: '2026-10-20',
    startsAt: new Date('2026-10-20T06:00:00Z'),
    endsAt: new Date('2026-10-20T07:30:00Z'),
  });
  expect(winter?.startsAt).toEqual(new Date('2026-10-27T07:00:00Z'));
});

test('public holidays and the eves on which offices are closed are left out', () => {
  const on = (weekday: number, from: string, to: string) =>
    datesOf({ ...tuesdays, weekday, from: '2026-01-01' }, from, to);
  // Christmas Eve and Christmas Day, New Year's Day and Epiphany, Good Friday, Ascension Day, Midsummer Eve.
  expect(on(4, '2026-12-17', '2026-12-31')).toEqual(['2026-12-17', '2026-12-31']);
  expect(on(5, '2026-12-18', '2027-01-08')).toEqual(['2026-12-18', '2027-01-08']);
  expect(on(3, '2026-12-30', '2027-01-13')).toEqual(['2026-12-30', '2027-01-13']);
  expect(on(5, '2026-03-27', '2026-04-10')).toEqual(['2026-03-27', '2026-04-10']);
  expect(on(4, '2026-05-07', '2026-05-21')).toEqual(['2026-05-07', '2026-05-21']);
  expect(on(5, '2026-06-12', '2026-06-26')).toEqual(['2026-06-12', '2026-06-26']);
});

test('every other week is counted from the first meeting, over a holiday and over the year', () => {
  const thursdays = { ...tuesdays, weekday: 4, everyWeeks: 2, from: '2026-11-24' };
  expect(datesOf(thursdays, '2026-12-01', '2027-01-31')).toEqual(['2026-12-10', '2027-01-07', '2027-01-21']);
});

test('the first is on the first such weekday, the last on or before the end', () => {
  const short = { ...tuesdays, from: '2026-09-02', until: '2026-09-22' };
  expect(datesOf(short, '2026-01-01', '2026-12-31')).toEqual(['2026-09-08', '2026-09-15', '2026-09-22']);
});

describe('the hour that the clocks leave out or show twice', () => {
  const night = { ...tuesdays, weekday: 7, time: '03:30', minutes: 60, from: '2026-01-01' };

  test('a time that the clocks leave out in spring is an hour later by the moved clocks', () => {
    const [meeting] = occurrencesOf(night, '2026-03-29', '2026-03-29');
    expect(meeting?.startsAt).toEqual(new Date('2026-03-29T01:30:00Z'));
    expect(clockIn(meeting?.startsAt ?? new Date(0))).toEqual({ day: '2026-03-29', time: '04:30' });
    expect(meeting?.endsAt).toEqual(new Date('2026-03-29T02:30:00Z'));
  });

  test('of a time that comes twice in autumn the first is meant; the length is in minutes that pass', () => {
    const [meeting] = occurrencesOf(night, '2026-10-25', '2026-10-25');
    expect(meeting?.startsAt).toEqual(new Date('2026-10-25T00:30:00Z'));
    expect(meeting?.endsAt).toEqual(new Date('2026-10-25T01:30:00Z'));
    expect(clockIn(meeting?.endsAt ?? new Date(0)).time).toBe('03:30');
  });
});

test('a series of no weeks is an error, as is a day that is none', () => {
  for (const everyWeeks of [0, -1, 1.5, Number.NaN]) {
    expect(() => occurrencesOf({ ...tuesdays, everyWeeks }, '2026-09-01', '2026-09-30')).toThrow(RangeError);
  }
  expect(() => occurrencesOf({ ...tuesdays, from: '2026-02-30' }, '2026-09-01', '2026-09-30')).toThrow(
    RangeError,
  );
});

// The library of holidays works out a whole year for each day that it is asked about: this takes seconds.
describe('of any series', { timeout: 60_000 }, () => {
  const dayAfter = (start: string, days: number) =>
    new Date(Date.parse(`${start}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const day = fc.integer({ min: 0, max: 800 }).map((days) => dayAfter('2026-01-01', days));
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
  const minutes = fc.integer({ min: 1, max: 480 });
  const series: fc.Arbitrary<WeeklySeries> = fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    time,
    minutes,
    from: day,
    until: fc.option(day),
    everyWeeks: fc.integer({ min: 1, max: 5 }),
  });
  const range = fc.tuple(day, fc.integer({ min: 0, max: 200 })).map(([from, days]) => ({
    from,
    to: dayAfter(from, days),
  }));
  const isLeftOut = (at: { day: string; time: string }): boolean =>
    /^03:/.test(at.time) && /-03-(2[5-9]|3[01])$/.test(at.day);

  test('each is at the local time it is planned for, on a day of the range, as long as it should be', () => {
    fc.assert(
      fc.property(series, range, (of, { from, to }) => {
        for (const { date, startsAt, endsAt } of occurrencesOf(of, from, to)) {
          const meant = { day: date, time: of.time };
          if (!isLeftOut(meant)) expect(clockIn(startsAt)).toEqual(meant);
          expect(clockIn(startsAt).day).toBe(meant.day);
          expect(meant.day >= from && meant.day <= to).toBe(true);
          expect(endsAt.getTime() - startsAt.getTime()).toBe(of.minutes * 60_000);
        }
      }),
    );
  });

  test('none is on a holiday, and each planned day is met once', () => {
    fc.assert(
      fc.property(series, range, (of, { from, to }) => {
        const found = occurrencesOf(of, from, to);
        for (const { date } of found) {
          expect(isHoliday(date)).toBe(false);
          expect(new Date(`${date}T12:00:00Z`).getUTCDay() || 7).toBe(of.weekday);
          expect(date >= of.from && (of.until === null || date <= of.until)).toBe(true);
        }
        expect(new Set(found.map(({ date }) => date)).size).toBe(found.length);
      }),
    );
  });

  test('they are in the order of time', () => {
    fc.assert(
      fc.property(series, range, (of, { from, to }) => {
        const starts = occurrencesOf(of, from, to).map(({ startsAt }) => startsAt.getTime());
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
    );
  });

  test('two parts of a range have together what the whole has', () => {
    fc.assert(
      fc.property(series, range, fc.integer({ min: 0, max: 200 }), (of, { from, to }, days) => {
        const middle = [dayAfter(from, days), to].toSorted()[0] ?? to;
        expect([...occurrencesOf(of, from, middle), ...occurrencesOf(of, dayAfter(middle, 1), to)]).toEqual(
          occurrencesOf(of, from, to),
        );
      }),
    );
  });

  test('two neighbours are so many weeks apart', () => {
    fc.assert(
      fc.property(series, range, (rule, { from, to }) => {
        const dates = datesOf(rule, from, to);
        const gaps = dates
          .slice(1)
          .map((date, n) => (Date.parse(date) - Date.parse(dates[n] ?? '')) / 86_400_000);
        for (const gap of gaps) expect(gap % (7 * rule.everyWeeks)).toBe(0);
      }),
    );
  });
});
