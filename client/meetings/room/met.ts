// How long ago the child was met, in words.
import type { Workspace } from '../../../shared/cases.ts';
import { daysBetween, isoDay } from '../../i18n/dates.ts';
import { t } from '../../i18n/index.ts';
import { textOf } from './item-case.tsx';

/** @param on an ISO date; empty: not recorded, and nothing is said */
export const metWords = (on: string): string => {
  if (on === '') return '';
  const days = daysBetween(on, isoDay(new Date()));
  return days <= 0 ? t('meetingRoom.metToday') : t('meetingRoom.metDaysAgo', { count: days });
};

/** The last day on which somebody heard the child, of what one may read; empty where none is recorded. */
export const lastMet = (workspace: Workspace): string =>
  workspace.entries
    .filter(({ kind, state }) => kind === 'child-view' && state !== 'draft')
    .map((entry) => textOf(entry, 'heardOn'))
    .sort()
    .at(-1) ?? '';
