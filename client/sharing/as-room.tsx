// The case as somebody else would see it: the same pages on another snapshot, under a banner that says whose eyes these
// are. Nothing can be done here, nobody's presence is shown or told, and no live frame arrives: it is one moment.
import { useParams } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { type JSX, Show } from 'solid-js';
import { type SeenAs, viewAsAgency, viewAsPerson } from '../../shared/sharing.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { CaseRoomContext, useCase } from '../cases/case-room.tsx';
import { agencyName } from '../cases/members-words.ts';
import { t } from '../i18n/index.ts';
import { type Live, LiveContext, useLive } from '../live/index.ts';
import { Page } from '../shell/page.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { EmptyState, ErrorNotice, Skeleton } from '../ui/notice.tsx';
import styles from './sharing.module.css';

/** The connection goes on for the viewer's own page; here nothing of it is heard and nothing is told. */
const deaf = (live: Live): Live => ({
  ...live,
  followCase: () => () => undefined,
  people: () => new Map(),
  reportPlace: () => undefined,
});

const nameOf = ({ as }: SeenAs): string => as.name ?? (as.agency ? agencyName(as.agency) : '');

function Banner(props: { seen: SeenAs; busy: boolean; onAgain: () => void }): JSX.Element {
  const { caseId } = useCase();
  const words = () =>
    t(props.seen.takesPart ? 'sharing.asBanner' : 'sharing.asAbsent', { name: nameOf(props.seen) });
  return (
    <section class={styles.as} aria-label={t('sharing.viewAsTitle')} data-screen-only>
      <p role="status">
        <strong>{words()}</strong> {t('sharing.asMoment')}
      </p>
      <span>
        <Button size="small" kind="quiet" busy={props.busy} onClick={() => props.onAgain()}>
          {t('sharing.asAgain')}
        </Button>
        <LinkButton href={`/cases/${caseId()}/sharing`} size="small">
          {t('sharing.asLeave')}
        </LinkButton>
      </span>
    </section>
  );
}

export function AsRoom(props: { children?: JSX.Element }): JSX.Element {
  const { caseId } = useCase();
  const live = useLive();
  const params = useParams<{ agencyId?: string; personId?: string }>();
  const path = () => (params.agencyId ? `agencies/${params.agencyId}` : `people/${params.personId}`);
  const query = useQuery(() => ({
    queryKey: ['seen-as', caseId(), path()],
    queryFn: ({ signal }): Promise<SeenAs> =>
      params.agencyId
        ? call(viewAsAgency, { params: { caseId: caseId(), agencyId: params.agencyId }, signal })
        : call(viewAsPerson, { params: { caseId: caseId(), personId: params.personId ?? '' }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  }));
  return (
    <>
      <Show when={query.error}>{(error) => <ErrorNotice>{wordsFor(error())}</ErrorNotice>}</Show>
      <Show
        when={query.data}
        fallback={
          <Show when={query.isPending}>
            <Skeleton lines={8} />
          </Show>
        }
      >
        {(seen) => (
          <>
            <Banner seen={seen()} busy={query.isFetching} onAgain={() => void query.refetch()} />
            <Show
              when={seen().workspace}
              fallback={
                <Page title={t('sharing.asNothing', { name: nameOf(seen()) })}>
                  <EmptyState title={t('sharing.asNothing', { name: nameOf(seen()) })} icon="eye-off">
                    {t('sharing.asNothingDetail')}
                  </EmptyState>
                </Page>
              }
            >
              {(workspace) => (
                <CaseRoomContext.Provider
                  value={{
                    caseId,
                    workspace: () => ({ ...workspace(), live: '' }),
                    base: () => `/cases/${caseId()}/as/${path()}`,
                    me: () => '',
                  }}
                >
                  <LiveContext.Provider value={deaf(live)}>{props.children}</LiveContext.Provider>
                </CaseRoomContext.Provider>
              )}
            </Show>
          </>
        )}
      </Show>
    </>
  );
}
