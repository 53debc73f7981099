// Today, read once and read again when the live layer says that something of it changed.
import { useQuery } from '@tanstack/solid-query';
import { getToday, type Today } from '../../shared/today.ts';
import { call } from '../api/call.ts';
import { todayKey } from '../live/index.ts';

export { todayKey };

/** Rows keep their place on the page when it is read again: focus must not jump. */
export const useToday = (enabled: () => boolean = () => true) =>
  useQuery(() => ({
    queryKey: todayKey,
    queryFn: ({ signal }) => call(getToday, { signal }),
    reconcile: 'id',
    enabled: enabled(),
  }));

/** What waits for this person: the number in the navigation and in the window's title. */
export const waitingCount = (today: Today): number =>
  today.asked.length +
  today.toSign.length +
  today.notices.length +
  today.invitations.length +
  today.glassToReview.length +
  today.handovers.filter((one) => one.direction === 'to-me').length +
  today.steps.filter((one) => one.direction === 'to-me').length;
