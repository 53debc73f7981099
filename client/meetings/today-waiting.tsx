// Today, for whoever leads a team: the cases that have waited long for a discussion. One press begins a proposal to the team's next meeting.
import { useNavigate } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { createEffect, type JSX, Show } from 'solid-js';
import { getAgendaNews } from '../../shared/agenda-news.ts';
import { call } from '../api/call.ts';
import { todayKey } from '../live/index.ts';
import { WaitingCases } from './waiting-cases.tsx';

/** @param props.meetingId the next meeting of the team, on whose agenda they are not */
export function TodayWaiting(props: { meetingId: string; onRead: (any: boolean) => void }): JSX.Element {
  const navigate = useNavigate();
  const query = useQuery(() => ({
    // Read again when Today is: a text, a step or a membership moves it.
    queryKey: [...todayKey, 'waiting', props.meetingId],
    queryFn: ({ signal }) =>
      call(getAgendaNews, { params: { meetingId: props.meetingId }, query: { only: 'waiting' }, signal }),
    reconcile: 'id',
  }));
  createEffect(() => {
    if (query.isSuccess) props.onRead(query.data.waiting.length > 0);
    else if (query.isError) props.onRead(false);
  });
  return (
    <Show when={query.isSuccess && query.data}>
      {(news) => (
        <WaitingCases
          news={news()}
          onPropose={(caseId) => navigate(`/meetings/${props.meetingId}?propose=${caseId}`)}
        />
      )}
    </Show>
  );
}
