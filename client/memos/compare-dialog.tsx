// Two signed versions beside each other, with what was taken away and what came marked in words and in colour.
import { diffWordsWithSpace } from 'diff';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { MemoContent, MemoVersionHead } from '../../shared/memo.ts';
import { wordsFor } from '../api/problem-words.ts';
import { dateTime } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { useMemoVersion } from './memo-query.ts';
import styles from './memos.module.css';
import { linesOf } from './words.ts';

const asText = (content: MemoContent): string =>
  linesOf(content)
    .map(({ title, text }) => `${title}\n${text}`)
    .join('\n\n');

type Side = 'before' | 'after';

function Column(props: { head: MemoVersionHead; before: string; after: string; side: Side }): JSX.Element {
  const pieces = createMemo(() => diffWordsWithSpace(props.before, props.after));
  const shown = () => pieces().filter((one) => (props.side === 'before' ? !one.added : !one.removed));
  return (
    <section class={styles.version}>
      <h3>{t('memo.version', { version: props.head.version })}</h3>
      <p class="quiet">
        {dateTime(props.head.madeAt)}
        <Show when={props.head.reason}>{(reason) => <> · {reason()}</>}</Show>
      </p>
      <p class={styles.compared}>
        <For each={shown()}>
          {(one) => (
            <Show when={one.removed || one.added} fallback={one.value}>
              <Show
                when={one.removed}
                fallback={
                  <ins>
                    <span class="visually-hidden">{t('memo.added')} </span>
                    {one.value}
                  </ins>
                }
              >
                <del>
                  <span class="visually-hidden">{t('memo.removed')} </span>
                  {one.value}
                </del>
              </Show>
            </Show>
          )}
        </For>
      </p>
    </section>
  );
}

export function CompareDialog(props: {
  versions: readonly MemoVersionHead[];
  onClose: () => void;
}): JSX.Element {
  const [at, setAt] = createSignal(props.versions.length - 1);
  const pair = () => [props.versions[at() - 1], props.versions[at()]] as const;
  const before = useMemoVersion(() => pair()[0]?.id ?? '');
  const after = useMemoVersion(() => pair()[1]?.id ?? '');
  const both = () => {
    const [first, second] = [before.isSuccess ? before.data : null, after.isSuccess ? after.data : null];
    return first && second ? { first, second } : undefined;
  };
  return (
    <Dialog open size="wide" title={t('memo.compareTitle')} onClose={props.onClose}>
      <Show when={props.versions.length > 2}>
        <Select
          label={t('memo.compareWhich')}
          value={String(at())}
          options={props.versions.slice(1).map((one, index) => ({
            value: String(index + 1),
            label: t('memo.comparePair', { before: one.version - 1, after: one.version }),
          }))}
          onChange={(value) => setAt(Number(value))}
        />
      </Show>
      <Show when={before.error ?? after.error}>
        {(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}
      </Show>
      <Show when={both()} fallback={<Skeleton lines={6} />}>
        {(read) => {
          const [first, second] = [() => asText(read().first.content), () => asText(read().second.content)];
          return (
            <div class={styles.versions}>
              <Column head={read().first.head} before={first()} after={second()} side="before" />
              <Column head={read().second.head} before={first()} after={second()} side="after" />
            </div>
          );
        }}
      </Show>
    </Dialog>
  );
}
