// What is written beside a memo afterwards: comments on its parts, and the summary for the family. Both are texts of the case, saved as
// they are typed.
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Entry } from '../../shared/entries.ts';
import { type MemoPartShown, writeInMemo } from '../../shared/memo.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { ShareDialog } from '../assessments/share-dialog.tsx';
import { useCase } from '../cases/case-room.tsx';
import { memberOf } from '../cases/workspace.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { LiveField } from '../writing/live-field.tsx';
import { useMemoDoing } from './memo-query.ts';
import styles from './memos.module.css';

const useTexts = (itemId: () => string, kind: 'memo-comment' | 'family-summary', about?: () => string) => {
  const { workspace } = useCase();
  return createMemo(() =>
    workspace()
      .entries.filter(
        (one) =>
          one.kind === kind &&
          one.agendaItemId === itemId() &&
          (about === undefined || one.about === about()),
      )
      .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)),
  );
};
const words = (entry: Entry): string => entry.fields['narrative']?.text ?? '';

const useBeginning = (part: () => MemoPartShown, kind: 'memo-comment' | 'family-summary') => {
  const doing = useMemoDoing();
  const begin = () => {
    const params = { memoPartId: part().id };
    return doing.run({ params, kind }, (key) => call(writeInMemo, { params, body: { kind }, key }));
  };
  return { ...doing, begin };
};

/** One's own, still to be changed; others' as they stand, under their names. */
export function MemoComments(props: { itemId: string; part: MemoPartShown }): JSX.Element {
  const { workspace, me } = useCase();
  const comments = useTexts(
    () => props.itemId,
    'memo-comment',
    () => props.part.part,
  );
  const own = () => comments().find((one) => one.authorIds.includes(me()));
  const others = () => comments().filter((one) => one !== own() && words(one).trim() !== '');
  const beginning = useBeginning(() => props.part, 'memo-comment');
  return (
    <Show when={others().length > 0 || own() || props.part.can.includes('comment')}>
      <section class={styles.comments}>
        <Show when={others().length > 0 || own()}>
          <h3>{t('memo.comments')}</h3>
        </Show>
        <For each={others()}>
          {(one) => (
            <div class={styles.comment}>
              <p class={styles.words}>{words(one)}</p>
              <p class="quiet">
                {memberOf(workspace(), one.authorIds[0] ?? '')?.name ?? ''} · {date(one.updatedAt)}
              </p>
            </div>
          )}
        </For>
        <Show
          when={own()}
          fallback={
            <Show when={props.part.can.includes('comment')}>
              <div data-screen-only>
                <Button
                  icon="chat"
                  kind="quiet"
                  busy={beginning.busy()}
                  onClick={() => void beginning.begin()}
                >
                  {t('memo.addComment')}
                </Button>
              </div>
            </Show>
          }
        >
          {(entry) => <LiveField entry={entry()} field="narrative" label={t('memo.ownComment')} rows={2} />}
        </Show>
        <Show when={beginning.problem()}>
          {(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}
        </Show>
      </section>
    </Show>
  );
}

/** Of the home team: what was agreed, in plain words, given to the family when it is ready. */
export function FamilySummary(props: { itemId: string; part: MemoPartShown }): JSX.Element {
  const texts = useTexts(() => props.itemId, 'family-summary');
  const entry = () => texts()[0];
  const beginning = useBeginning(() => props.part, 'family-summary');
  const [sharing, setSharing] = createSignal(false);
  const given = () => (entry()?.audience.familyScope ?? 'none') !== 'none';
  return (
    <section class={`sheet ${styles.part}`} aria-labelledby="family-summary">
      <h2 id="family-summary">{t('memo.family')}</h2>
      <p class={styles.audience}>
        <Icon name={given() ? 'eye' : 'lock'} size={16} />
        {t(given() ? 'memo.familyGiven' : 'memo.familyNotYet')}
      </p>
      <Show
        when={entry()}
        fallback={
          <>
            <p>{t('memo.familyLead')}</p>
            <div data-screen-only>
              <Button icon="pen" busy={beginning.busy()} onClick={() => void beginning.begin()}>
                {t('memo.familyBegin')}
              </Button>
            </div>
          </>
        }
      >
        {(one) => (
          <>
            <Show when={one().can.includes('write')} fallback={<p class={styles.words}>{words(one())}</p>}>
              <LiveField
                entry={one()}
                field="narrative"
                label={t('memo.familyText')}
                hint={t('memo.familyHint')}
                rows={5}
              />
            </Show>
            <Show when={one().can.includes('share') && words(one()).trim() !== ''}>
              <div data-screen-only>
                <Button kind={given() ? 'secondary' : 'primary'} onClick={() => setSharing(true)}>
                  {t(given() ? 'memo.familyChange' : 'memo.familyGive')}
                </Button>
              </div>
            </Show>
            <ShareDialog
              entry={one()}
              open={sharing()}
              title={t('memo.familyGive')}
              onClose={() => setSharing(false)}
            />
          </>
        )}
      </Show>
      <Show when={beginning.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </section>
  );
}
