// Inside the house: the live room around every page, what is known of the connection, and the shell.
import { useQueryClient } from '@tanstack/solid-query';
import { createEffect, createSignal, type JSX, lazy, onCleanup, onMount, Show, Suspense } from 'solid-js';
import { pollLive } from '../shared/live-routes.ts';
import type { Session } from '../shared/sessions.ts';
import { call, onAnswer } from './api/call.ts';
import { t } from './i18n/index.ts';
import { createLive, followTab, LiveContext, openPageSocket, useTodayLive } from './live/index.ts';
import { useOnline } from './online.ts';
import { IdleWarning } from './sessions/idle-warning.tsx';
import { confirmSession } from './sessions/session.ts';
import type { ShellUser } from './shell/account.tsx';
import type { NavItem } from './shell/navigation.ts';
import { Shell, type ShellProps } from './shell/shell.tsx';
import { todayKey, useToday, waitingCount } from './today/today-query.ts';
import type { Connection } from './ui/banner.tsx';
import { showToast } from './ui/toast.tsx';

/** A page that has just opened has no connection yet, and nothing is wrong. */
const firstMs = 6_000;
const askAgainMs = 5_000;

/** How much waits in each room. */
export type InsideCounts = {
  readonly waiting: number;
  readonly consultations: number;
  /** Null for somebody who has nothing to do with meetings. */
  readonly meetings: number | null;
};

export type InsideProps = Pick<ShellProps, 'onSignOut' | 'onLanguage'> & {
  person: Session;
  user: ShellUser;
  items: (counts: InsideCounts) => NavItem[];
  /** No live room for somebody who sees no case, or must first change their password. */
  live: boolean;
  /** Asks other agencies, or answers them. */
  consults: boolean;
  children?: JSX.Element;
};

const Waiting = lazy(async () => ({ default: (await import('./waiting.tsx')).Waiting }));

/** Whether the server says that it cannot reach its database: asked again by itself until it can. */
const useDatabaseAway = (): (() => boolean) => {
  const queries = useQueryClient();
  const [away, setAway] = createSignal(false);
  // A save says it as well as a read does.
  onCleanup(onAnswer((error) => setAway(error === 'database-away')));
  createEffect(() => {
    if (!away()) return;
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: todayKey }), askAgainMs);
    onCleanup(() => clearInterval(timer));
  });
  return away;
};

export function Inside(props: InsideProps): JSX.Element {
  const queryClient = useQueryClient();
  const [early, setEarly] = createSignal(true);
  const live = createLive({
    queryClient,
    openSocket: openPageSocket,
    poll: (body) => call(pollLive, { body }),
    onSignedOut: () => void confirmSession(),
    onOutdated: () =>
      showToast(t('shell.outdated'), { label: t('shell.reload'), run: () => location.reload() }),
  });
  const [consultations, setConsultations] = createSignal(0);
  const [meetings, setMeetings] = createSignal<number | null>(null);
  const away = useDatabaseAway();
  const online = useOnline();
  onMount(() => {
    const timer = setTimeout(() => setEarly(false), firstMs);
    onCleanup(() => clearTimeout(timer));
    if (!props.live) return;
    live.start();
    onCleanup(followTab(live));
  });
  onCleanup(live.end);
  const connection = (): Connection => {
    if (!online()) return 'offline';
    if (away()) return 'database-away';
    const state = live.state();
    if (!props.live || state === 'live') return 'good';
    if (state === 'polling') return 'polling';
    if (early()) return 'good';
    return 'reconnecting';
  };
  return (
    <LiveContext.Provider value={live}>
      <WithToday enabled={props.live}>
        {(waiting) => (
          <Shell
            user={props.user}
            items={props.items({
              waiting: waiting(),
              consultations: consultations(),
              meetings: meetings(),
            })}
            demo={props.person.demo}
            connection={connection()}
            onSignOut={props.onSignOut}
            onLanguage={props.onLanguage}
          >
            {props.children}
          </Shell>
        )}
      </WithToday>
      <Show when={props.consults}>
        <Suspense>
          <Waiting onConsultations={setConsultations} onMeetings={setMeetings} />
        </Suspense>
      </Show>
      <IdleWarning session={props.person} />
    </LiveContext.Provider>
  );
}

/** The number beside Today is live on every page. */
function WithToday(props: {
  enabled: boolean;
  children: (waiting: () => number) => JSX.Element;
}): JSX.Element {
  const today = useToday(() => props.enabled);
  const waiting = () => (today.isSuccess ? waitingCount(today.data) : 0);
  return (
    <>
      <Show when={props.enabled}>
        <FollowToday />
      </Show>
      {props.children(waiting)}
    </>
  );
}

function FollowToday(): JSX.Element {
  useTodayLive();
  return null;
}
