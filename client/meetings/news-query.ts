// What an agenda is built from, as it was last read: again when something happens in a case, as Today is, and when the agenda itself
// is another.
import { keepPreviousData, useQuery } from '@tanstack/solid-query';
import { type AgendaNews, getAgendaNews } from '../../shared/agenda-news.ts';
import type { MeetingRoom } from '../../shared/meeting.ts';
import { call } from '../api/call.ts';
import { todayKey } from '../live/index.ts';

const stampOf = ({ meeting, items }: MeetingRoom): string =>
  [meeting.state, ...items.filter((one) => !one.restricted).map(({ id, state }) => `${id} ${state}`)].join();

/** Undefined until it is read, and for whoever has none of it. */
export const useAgendaNews = (room: () => MeetingRoom): (() => AgendaNews | undefined) => {
  const isOfTeam = () => {
    const { as, meeting } = room();
    return as === 'team' && (meeting.state === 'planned' || meeting.state === 'open');
  };
  const query = useQuery(() => ({
    queryKey: [...todayKey, 'agenda-news', room().meeting.id, stampOf(room())],
    queryFn: ({ signal }) =>
      call(getAgendaNews, { params: { meetingId: room().meeting.id }, query: {}, signal }),
    enabled: isOfTeam(),
    // What stands on the page stays while it is read again.
    placeholderData: keepPreviousData,
    reconcile: 'id',
  }));
  return () => (isOfTeam() && query.isSuccess ? query.data : undefined);
};
