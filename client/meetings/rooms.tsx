// The rooms of meetings, fetched together: the list, one meeting, how a team meets, the meetings of a case, and the memo of one.
import { Navigate, useParams } from '@solidjs/router';
import { type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import { session } from '../sessions/session.ts';
import { Skeleton } from '../ui/notice.tsx';
import { MeetingPage } from './meeting-page.tsx';
import { MeetingsPage } from './meetings-page.tsx';

// Fetched with these rooms: a name of its own would be one more in what everybody fetches first.
export { showWall } from '../wall/show-wall.tsx';

const PhasesPage = lazy(async () => ({ default: (await import('./team/phases-page.tsx')).PhasesPage }));
const FiguresPage = lazy(async () => ({ default: (await import('./team/figures-page.tsx')).FiguresPage }));
const CaseMeetingsPage = lazy(async () => ({
  default: (await import('./of-case/case-meetings-page.tsx')).CaseMeetingsPage,
}));
const MemoPage = lazy(async () => ({ default: (await import('../memos/memo-page.tsx')).MemoPage }));

export function MeetingRooms(): JSX.Element {
  const params = useParams<{
    caseId?: string;
    meetingId?: string;
    itemId?: string;
    teamId?: string;
    part?: string;
  }>();
  return (
    <Switch fallback={<MeetingsPage />}>
      <Match when={params.itemId} keyed>
        {(itemId) => (
          <Suspense fallback={<Skeleton lines={8} />}>
            <MemoPage itemId={itemId} />
          </Suspense>
        )}
      </Match>
      <Match when={params.caseId} keyed>
        {(caseId) => (
          <Show when={!session()?.family} fallback={<Navigate href={`/cases/${caseId}`} />}>
            <Suspense fallback={<Skeleton lines={8} />}>
              <CaseMeetingsPage />
            </Suspense>
          </Show>
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
