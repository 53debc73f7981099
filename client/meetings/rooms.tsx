// The rooms of meetings, fetched together: the list, and one meeting.
import { useParams } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { MeetingPage } from './meeting-page.tsx';
import { MeetingsPage } from './meetings-page.tsx';

export function MeetingRooms(): JSX.Element {
  const params = useParams<{ meetingId?: string }>();
  return (
    <Show when={params.meetingId} keyed fallback={<MeetingsPage />}>
      {(meetingId) => <MeetingPage meetingId={meetingId} />}
    </Show>
  );
}
