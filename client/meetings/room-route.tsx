// A way into the room until the pages of meetings have theirs.
import { useParams } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { type JSX, Match, Switch } from 'solid-js';
import type { MeetingRoom } from '../../shared/meeting.ts';
import { getMeetingRoom } from '../../shared/meetings.ts';
import { CallError, call } from '../api/call.ts';
import { meetingsKey } from '../live/index.ts';
import { NotFound } from '../shell/not-found.tsx';
import { MeetingRoomPage } from './room/room-page.tsx';
import { VisitOver } from './room/visit-over.tsx';

export function RoomRoute(): JSX.Element {
  const params = useParams<{ meetingId: string }>();
  const query = useQuery(() => ({
    queryKey: [...meetingsKey, params.meetingId],
    queryFn: ({ signal }): Promise<MeetingRoom> =>
      call(getMeetingRoom, { params: { meetingId: params.meetingId }, signal }),
    reconcile: 'id' as const,
  }));
  const away = () => query.error instanceof CallError && query.error.id === 'not-found';
  const room = () => (query.isPending ? undefined : query.data);
  return (
    <Switch>
      <Match when={away() && room()?.as === 'visitor'}>
        <VisitOver />
      </Match>
      <Match when={away()}>
        <NotFound />
      </Match>
      <Match when={room()}>{(now) => <MeetingRoomPage meetingId={params.meetingId} room={now()} />}</Match>
    </Switch>
  );
}
