// The log of the case, as far as its reader may know, newest first; older rows on request. Each reading is logged, so
// nothing is read again by itself.
import { createMemo, createSignal, For, type JSX, onMount, Show } from 'solid-js';
import { type LogRow, listLog } from '../../shared/sharing.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { useCase } from '../cases/case-room.tsx';
import { groundTitle } from '../cases/ground-words.ts';
import { agencyName } from '../cases/members-words.ts';
import { dateTime } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { givenWords, type Line, linesOf, viewWords, whoWords } from './log-words.ts';
import styles from './sharing.module.css';

function LogLine(props: { line: Line }): JSX.Element {
  const { workspace } = useCase();
  const row = () => props.line.first;
  /** On what it was given: the grounds that the reader may read, or why none was needed. */
  const basis = (): string => {
    const given = row().given;
    if (given === null) return '';
    if (given.basis !== 'ground') return t(`sharing.basis_${given.basis}`);
    const grounds = workspace().grounds.filter((one) => given.groundIds.includes(one.id));
    return [...new Set(grounds.map(groundTitle))].join(', ');
  };
  const me = () => session()?.personId;
  return (
    <li>
      <time class="quiet" datetime={row().at}>
        {dateTime(row().at)}
      </time>
      <Show
        when={row().given}
        fallback={
          <span>
            <strong>{whoWords(row(), me())}</strong> {viewWords(row(), me())}
            <Show when={props.line.times > 1}> × {props.line.times}</Show>
          </span>
        }
      >
        {(given) => (
          <span>
            <strong>
              {t('sharing.givenFromTo', {
                from: agencyName(given().from),
                to:
                  given().toPerson ?? (given().toAgency ? agencyName(given().toAgency ?? given().from) : ''),
              })}
            </strong>{' '}
            {props.line.things}{' '}
            <span class="quiet">
              {[givenWords(row(), me()), basis()].filter((part) => part !== '').join(' · ')}
            </span>
          </span>
        )}
      </Show>
    </li>
  );
}

export function Log(): JSX.Element {
  const { caseId } = useCase();
  const [rows, setRows] = createSignal<readonly LogRow[]>();
  const [next, setNext] = createSignal('');
  const [problem, setProblem] = createSignal<unknown>();
  const [busy, setBusy] = createSignal(false);
  const read = async (before: string) => {
    setBusy(true);
    try {
      const page = await call(listLog, { params: { caseId: caseId() }, query: { before } });
      setRows((known) => [...(before === '' ? [] : (known ?? [])), ...page.rows]);
      setNext(page.next);
      setProblem(undefined);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  onMount(() => void read(''));
  const lines = createMemo(() => linesOf(rows() ?? []));
  return (
    <>
      <Show when={problem()}>
        {(error) => <ErrorNotice onRetry={() => void read('')}>{wordsFor(error())}</ErrorNotice>}
      </Show>
      <Show when={rows()} fallback={<Skeleton lines={4} />}>
        <Show when={lines().length > 0} fallback={<p class="quiet">{t('sharing.logNone')}</p>}>
          <ol class={styles.rows} aria-label={t('sharing.logTitle')}>
            <For each={lines()}>{(line) => <LogLine line={line} />}</For>
          </ol>
        </Show>
        <div class={styles.more}>
          <Show when={next() !== ''}>
            <Button size="small" busy={busy()} onClick={() => void read(next())}>
              {t('sharing.logMore')}
            </Button>
          </Show>
          <Button size="small" kind="quiet" busy={busy()} onClick={() => void read('')}>
            {t('sharing.logAgain')}
          </Button>
        </div>
      </Show>
    </>
  );
}
