// The rooms of meetings, fetched together: the list, one meeting, how a team meets, and the memo of a case that was discussed in one.
import { useParams } from '@solidjs/router';
import { type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import { Skeleton } from '../ui/notice.tsx';
import { MeetingPage } from './meeting-page.tsx';
import { MeetingsPage } from './meetings-page.tsx';

// Fetched with these rooms: a name of its own would be one more in what everybody fetches first.
export { showWall } from '../wall/show-wall.tsx';

const PhasesPage = lazy(async () => ({ default: (await import('./team/phases-page.tsx')).PhasesPage }));
const FiguresPage = lazy(async () => ({ default: (await import('./team/figures-page.tsx')).FiguresPage }));
const MemoPage = lazy(async () => ({ default: (await import('../memos/memo-page.tsx')).MemoPage }));

export function MeetingRooms(): JSX.Element {
  const params = useParams<{ meetingId?: string; itemId?: string; teamId?: string; part?: string }>();
  return (
    <Switch fallback={<MeetingsPage />}>
      <Match when={params.itemId} keyed>
        {(itemId) => (
          <Suspense fallback={<Skeleton lines={8} />}>
            <MemoPage itemId={itemId} />
          </Suspense>
        )}
      </Match>
      <Match when={params.teamId} keyed>
        {(teamId) => (
          <Suspense fallback={<Skeleton lines={8} />}>
            <Show when={params.part === 'figures'} fallback={<PhasesPage teamId={teamId} />}>
              <FiguresPage teamId={teamId} />
            </Show>
          </Suspense>
        )}
      </Match>
      <Match when={params.meetingId} keyed>
        {(meetingId) => <MeetingPage meetingId={meetingId} />}
      </Match>
    </Switch>
  );
}
