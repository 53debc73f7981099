// Whether this person has anything to do with meetings, and how many invitations wait for their answer: live on every page.
import { createEffect, on } from 'solid-js';
import { useMeetings } from './meetings-query.ts';
import { waitsForAnswer } from './visits.ts';

export function WaitingMeetings(props: { onCount: (count: number | null) => void }): null {
  const query = useMeetings();
  const count = () => {
    if (!query.isSuccess) return null;
    const { meetings, visits, teams } = query.data;
    if (meetings.length + visits.length + teams.length === 0) return null;
    const now = new Date();
    return visits.filter((one) => waitsForAnswer(one, now)).length;
  };
  createEffect(on(count, (now) => props.onCount(now)));
  return null;
}
