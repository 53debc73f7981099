// The memo of a case that was discussed in a meeting. In the case, with what is written beside it; outside of it for an agency that keeps
// its own part when the case is closed to it.
import { A } from '@solidjs/router';
import { createMemo, For, type JSX, Match, Show, Switch, useContext } from 'solid-js';
import { getMemoPdf, getMemoText, type Memo } from '../../shared/memo.ts';
import { addressOf, CallError } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { CaseGone, CaseRoomContext } from '../cases/case-room.tsx';
import { locale, t } from '../i18n/index.ts';
import { Page } from '../shell/page.tsx';
import { keptLate } from '../together/late-words.ts';
import { KeptAsNote } from '../together/together-notices.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { RestrictedMark } from '../ui/paper.tsx';
import { MemoPart } from './memo-part.tsx';
import { useMemoOf } from './memo-query.ts';
import { FamilySummary, MemoComments } from './memo-texts.tsx';
import styles from './memos.module.css';
import { discussedWhen } from './words.ts';

const isAway = (error: unknown): boolean =>
  error instanceof CallError && (error.id === 'not-found' || error.id === 'invalid-input');

export function MemoPage(props: { itemId: string }): JSX.Element {
  const query = useMemoOf(() => props.itemId);
  const away = createMemo<boolean>((before) => (query.isPending ? before : isAway(query.error)), false);
  const data = () => (query.isPending || away() ? undefined : query.data);
  return (
    <Switch fallback={<Skeleton lines={8} />}>
      <Match when={away()}>
        <CaseGone />
      </Match>
      <Match when={data()}>{(memo) => <Shown memo={memo()} onWritten={() => void query.refetch()} />}</Match>
      <Match when={query.error}>
        {(error) => <ErrorNotice onRetry={() => void query.refetch()}>{wordsFor(error())}</ErrorNotice>}
      </Match>
    </Switch>
  );
}

function Copies(props: { itemId: string }): JSX.Element {
  const given = () => ({ params: { itemId: props.itemId }, query: { language: locale() } });
  return (
    <div class={styles.copies} data-screen-only>
      <a href={addressOf(getMemoPdf, given())} rel="external" download="">
        <Icon name="download" size={16} />
        {t('memo.pdf')}
      </a>
      <a href={addressOf(getMemoText, given())} rel="external" download="">
        <Icon name="download" size={16} />
        {t('memo.text')}
      </a>
    </div>
  );
}

function Shown(props: { memo: Memo; onWritten: () => void }): JSX.Element {
  const inCase = useContext(CaseRoomContext) !== undefined;
  const memo = () => props.memo;
  const team = () => memo().parts.find(({ part }) => part === 'team');
  return (
    <Page
      title={t('memo.title', { name: memo().childGivenName })}
      windowTitle={`${t('memo.window')} ${memo().caseNumber}`}
      facts={
        <>
          <span class="numbers">{memo().caseNumber}</span>
          <span>{discussedWhen(memo())}</span>
        </>
      }
      actions={<Copies itemId={memo().itemId} />}
    >
      <div class={styles.memo}>
        <Show when={keptLate()}>
          <KeptAsNote />
        </Show>
        <Show when={inCase}>
          <nav class={styles.ways} aria-label={t('memo.window')} data-screen-only>
            <A href={`/cases/${memo().caseId}`}>{t('memo.toCase', { name: memo().childGivenName })}</A>
            <Show when={team()}>
              <A href={`/meetings/${memo().meetingId}`}>{t('memo.toMeeting')}</A>
            </Show>
          </nav>
        </Show>
        <For each={memo().parts}>
          {(part) => (
            <MemoPart part={part} onWritten={props.onWritten}>
              <Show when={inCase && part.part !== 'agency'}>
                <MemoComments itemId={memo().itemId} part={part} />
              </Show>
            </MemoPart>
          )}
        </For>
        <Show when={memo().teamWithheld}>
          <section class={`sheet ${styles.part}`}>
            <h2>{t('memo.teamPart')}</h2>
            <p>
              <RestrictedMark /> <span class="quiet">{t('memo.teamWithheld')}</span>
            </p>
          </section>
        </Show>
        <Show when={inCase && team()}>
          {(part) => <FamilySummary itemId={memo().itemId} part={part()} />}
        </Show>
      </div>
    </Page>
  );
}
