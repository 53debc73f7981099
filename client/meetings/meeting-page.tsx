// One meeting, by where it stands: planned, under way or over (the room, in which it can be read), cancelled. Whoever is only invited to a case of it waits for their turn on a page of
// their own, which becomes the room when the case is taken up.
import { createMemo, type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import type { MeetingRoom } from '../../shared/meeting.ts';
import { CallError } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Page } from '../shell/page.tsx';
import { LinkButton } from '../ui/button.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { CancelledMeeting } from './cancelled-meeting.tsx';
import styles from './meetings.module.css';
import { useMeetingRoom, useMeetings } from './meetings-query.ts';
import { PlannedMeeting } from './planned-meeting.tsx';
import { VisitOver } from './room/visit-over.tsx';
import { VisitPage } from './visit-page.tsx';

// Most days a meeting is only prepared: the room is fetched when one is open.
const MeetingRoomPage = lazy(async () => ({
  default: (await import('./room/room-page.tsx')).MeetingRoomPage,
}));

const isAway = (error: unknown): boolean =>
  error instanceof CallError && (error.id === 'not-found' || error.id === 'invalid-input');

export function MeetingPage(props: { meetingId: string }): JSX.Element {
  const query = useMeetingRoom(() => props.meetingId);
  // Asked again it is pending for a moment: what stands on the page, and what is written there, stays meanwhile.
  const away = createMemo<boolean>((before) => (query.isPending ? before : isAway(query.error)), false);
  const data = () => (query.isPending || away() ? undefined : query.data);
  return (
    <Switch fallback={<Skeleton lines={8} />}>
      <Match when={away()}>
        <Visitor meetingId={props.meetingId} been={query.data?.as === 'visitor'} />
      </Match>
      <Match when={data()}>{(room) => <ByState room={room()} />}</Match>
      <Match when={query.error}>
        {(error) => <ErrorNotice onRetry={() => void query.refetch()}>{wordsFor(error())}</ErrorNotice>}
      </Match>
    </Switch>
  );
}

function ByState(props: { room: MeetingRoom }): JSX.Element {
  return (
    <Switch fallback={<CancelledMeeting room={props.room} />}>
      <Match when={props.room.meeting.state === 'planned'}>
        <PlannedMeeting room={props.room} />
      </Match>
      <Match when={props.room.meeting.state === 'open' || props.room.meeting.state === 'ended'}>
        <Suspense fallback={<Skeleton lines={8} />}>
          <MeetingRoomPage meetingId={props.room.meeting.id} room={props.room} />
        </Suspense>
      </Match>
    </Switch>
  );
}

/** @param props.been they were in the room, and are not any more */
function Visitor(props: { meetingId: string; been: boolean }): JSX.Element {
  const query = useMeetings();
  const visit = () =>
    query.isSuccess ? query.data.visits.find((one) => one.meetingId === props.meetingId) : undefined;
  return (
    <Show when={visit()} fallback={<Gone known={!query.isPending} />}>
      {(one) => (
        <Show when={!props.been || one().now} fallback={<VisitOver />}>
          <VisitPage visit={one()} />
        </Show>
      )}
    </Show>
  );
}

function Gone(props: { known: boolean }): JSX.Element {
  return (
    <Show when={props.known} fallback={<Skeleton lines={8} />}>
      <Page title={t('meeting.gone')} windowTitle={t('shell.notFound')}>
        <div class={styles.stack}>
          <p>{t('meeting.goneDetail')}</p>
          <p>
            <LinkButton href="/meetings" kind="primary">
              {t('meeting.toMeetings')}
            </LinkButton>
          </p>
        </div>
      </Page>
    </Show>
  );
}
