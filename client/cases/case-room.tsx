// Everything under /cases/:caseId: the snapshot is read once and handed to the pages in it; a case that is not one's
// own (or no longer, or never was) looks the same, in neutral words.
import { useParams } from '@solidjs/router';
import {
  createContext,
  createEffect,
  type JSX,
  Match,
  onCleanup,
  onMount,
  Switch,
  useContext,
} from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { CallError } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { GlassBanner } from '../break-glass/glass-banner.tsx';
import { t } from '../i18n/index.ts';
import { useLive } from '../live/index.ts';
import { session } from '../sessions/session.ts';
import { Page } from '../shell/page.tsx';
import { LinkButton } from '../ui/button.tsx';
import { rescueFocus } from '../ui/focus.ts';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { useAcceptance } from './accept-invitation.ts';
import styles from './case-room.module.css';
import { useWorkspace } from './workspace.ts';

type Room = {
  readonly caseId: () => string;
  readonly workspace: () => Workspace;
  /** The address of the case's first page. */
  readonly base: () => string;
  /** Whose eyes these are; empty where the case is looked at as somebody else. */
  readonly me: () => string;
};
export const CaseRoomContext = createContext<Room>();

/** The case in view. Only under `CaseRoom`. */
export const useCase = (): Room => {
  const room = useContext(CaseRoomContext);
  if (!room) throw new Error('useCase() is for pages under a case');
  return room;
};

const isAway = (error: unknown): boolean =>
  error instanceof CallError && (error.id === 'not-found' || error.id === 'invalid-input');

export function CaseRoom(props: { children?: JSX.Element }): JSX.Element {
  const params = useParams<{ caseId: string }>();
  const query = useWorkspace(() => params.caseId);
  const live = useLive();
  createEffect(() => onCleanup(live.followCase(params.caseId)));
  const away = () => live.gone(params.caseId) || isAway(query.error);
  const data = () => (query.isPending || away() ? undefined : query.data);
  useAcceptance(() => params.caseId, data);
  return (
    <Switch>
      <Match when={away()}>
        <CaseGone />
      </Match>
      <Match when={data()}>
        {(workspace) => (
          <CaseRoomContext.Provider
            value={{
              caseId: () => params.caseId,
              workspace,
              base: () => `/cases/${params.caseId}`,
              me: () => session()?.personId ?? '',
            }}
          >
            <GlassBanner />
            {props.children}
          </CaseRoomContext.Provider>
        )}
      </Match>
      <Match when={query.isPending}>
        <div class={styles.waiting}>
          <Skeleton lines={8} />
        </div>
      </Match>
      <Match when={query.error}>
        <div class={styles.waiting}>
          <ErrorNotice onRetry={() => void query.refetch()}>{wordsFor(query.error)}</ErrorNotice>
        </div>
      </Match>
    </Switch>
  );
}

export function CaseGone(): JSX.Element {
  // An open page may have become this one, with whatever had the focus.
  onMount(() => setTimeout(rescueFocus));
  return (
    <Page title={t('cases.gone')} windowTitle={t('shell.notFound')}>
      <div class={styles.gone}>
        <p>{t('cases.goneDetail')}</p>
        <div class={styles.ways}>
          <LinkButton href="/" kind="primary">
            {t('shell.toToday')}
          </LinkButton>
          <LinkButton href="/notes">{t('cases.toNotes')}</LinkButton>
        </div>
      </div>
    </Page>
  );
}
