// The meetings of a case in the order in which they are looked for: the next one first, then the last one.
import type { CaseMeeting } from '../../../shared/case-meetings.ts';

/** Still to come, for this case: neither discussed nor put off, in a meeting that is not over. */
const isComing = ({ state, endsAt, item }: CaseMeeting, now: Date): boolean =>
  (state === 'open' || (state === 'planned' && Date.parse(endsAt) > now.getTime())) &&
  (item === null || item.state === 'planned' || item.state === 'current');

/** @param meetings the latest first */
export const byTime = (
  meetings: readonly CaseMeeting[],
  now: Date,
): { readonly coming: readonly CaseMeeting[]; readonly behind: readonly CaseMeeting[] } => ({
  coming: meetings.filter((one) => isComing(one, now)).toReversed(),
  behind: meetings.filter((one) => !isComing(one, now)),
});
