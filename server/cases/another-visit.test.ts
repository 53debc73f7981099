// A reading shortly after another one is the same visit, unless something has happened since.
import { expect, test } from 'vitest';
import type { Workspace } from '../../shared/cases.ts';
import { isAnotherVisit } from './another-visit.ts';

const at = new Date('2026-11-25T10:00:00.000Z');
const before = (seconds: number): string => new Date(at.getTime() - seconds * 1000).toISOString();
const seen = (
  lastVisitAt: string | null,
  activityAt: string | null = null,
  sharedAt: string | null = null,
) => ({
  lastVisitAt,
  activities: activityAt === null ? [] : ([{ at: activityAt }] as Workspace['activities']),
  entries: [{ sharedAt }] as Workspace['entries'],
});

test('the first reading, and one after a while, are visits', () => {
  expect(isAnotherVisit(seen(null), at)).toBe(true);
  expect(isAnotherVisit(seen(before(10)), at)).toBe(true);
});

test('a reading shortly after another one, with nothing new, is the same visit', () => {
  expect(isAnotherVisit(seen(before(9)), at)).toBe(false);
  expect(isAnotherVisit(seen(before(9), before(10), before(11)), at)).toBe(false);
});

test('what has happened or was shared since makes it another visit', () => {
  expect(isAnotherVisit(seen(before(9), before(5)), at)).toBe(true);
  expect(isAnotherVisit(seen(before(9), null, before(5)), at)).toBe(true);
});
