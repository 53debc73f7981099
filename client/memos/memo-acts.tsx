// What can be done with a part of a memo: sign, correct, compare, mark as taken over.
import { createSignal, type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import { correctMemo, type MemoPartShown, transferMemo } from '../../shared/memo.ts';
import { call } from '../api/call.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { showToast } from '../ui/toast.tsx';
import { WithReason } from '../writing/with-reason.tsx';
import { useMemoDoing } from './memo-query.ts';
import styles from './memos.module.css';
import { SignDialog } from './sign-dialog.tsx';
import { partTitle } from './words.ts';

// Comparing is for few: fetched with the library that finds the differences.
const CompareDialog = lazy(async () => ({ default: (await import('./compare-dialog.tsx')).CompareDialog }));

type Opened = 'sign' | 'correct' | 'compare' | 'transfer';
type Open = { part: MemoPartShown; onClose: () => void };

function CorrectDialog(props: Open): JSX.Element {
  const doing = useMemoDoing();
  const params = { memoPartId: props.part.id };
  return (
    <WithReason
      name={`correct-memo:${props.part.id}`}
      title={t('memo.correctTitle', { part: partTitle(props.part) })}
      action={t('memo.correct')}
      danger={false}
      label={t('memo.correctReason')}
      needed={t('ui.required')}
      longest={200}
      busy={doing.busy()}
      problem={doing.problem()}
      lead={<p>{t('memo.correctLead')}</p>}
      work={(reason) => {
        const body = { version: props.part.version, reason };
        return doing.run({ params, body }, (key) => call(correctMemo, { params, body, key }));
      }}
      onClose={props.onClose}
    />
  );
}

function TransferDialog(props: Open & { versionId: string }): JSX.Element {
  const doing = useMemoDoing();
  const params = { memoVersionId: props.versionId };
  return (
    <WithReason
      name={`transfer-memo:${props.versionId}`}
      title={t('memo.transferTitle')}
      action={t('memo.transferDo')}
      danger={false}
      label={t('memo.system')}
      needed={t('ui.required')}
      longest={200}
      busy={doing.busy()}
      problem={doing.problem()}
      lead={<p>{t('memo.transferLead')}</p>}
      work={async (system) => {
        const body = { system };
        const done = await doing.run({ params, body }, (key) => call(transferMemo, { params, body, key }));
        if (done) showToast(t('memo.transferred'));
        return done;
      }}
      onClose={props.onClose}
    />
  );
}

/** @param props.writing the part is being written: what one signs is what one has read, so reading comes first */
export function MemoActs(props: { part: MemoPartShown; writing: boolean; onWrite: () => void }): JSX.Element {
  const [opened, setOpened] = createSignal<Opened>();
  const close = () => setOpened(undefined);
  const can = (ability: MemoPartShown['can'][number]) => props.part.can.includes(ability);
  const last = () => props.part.versions.at(-1);
  const named = () => <span class="visually-hidden">: {partTitle(props.part)}</span>;
  return (
    <>
      <div class={styles.acts} data-screen-only>
        <Show when={!props.writing}>
          <Show when={can('sign')}>
            <Button kind="primary" icon="pen" onClick={() => setOpened('sign')}>
              {t('memo.sign')}
              {named()}
            </Button>
          </Show>
          <Show when={can('write') && props.part.documents.length > 0}>
            <Button onClick={() => props.onWrite()}>
              {t('memo.write')}
              {named()}
            </Button>
          </Show>
        </Show>
        <Show when={can('correct')}>
          <Button onClick={() => setOpened('correct')}>
            {t('memo.correct')}
            {named()}
          </Button>
        </Show>
        <Show when={props.part.versions.length > 1}>
          <Button kind="quiet" onClick={() => setOpened('compare')}>
            {t('memo.compare')}
            {named()}
          </Button>
        </Show>
        <Show when={can('transfer')}>
          <Button kind="quiet" onClick={() => setOpened('transfer')}>
            {t('memo.transfer')}
            {named()}
          </Button>
        </Show>
      </div>
      <Switch>
        <Match when={opened() === 'sign'}>
          <SignDialog part={props.part} onClose={close} />
        </Match>
        <Match when={opened() === 'correct'}>
          <CorrectDialog part={props.part} onClose={close} />
        </Match>
        <Match when={opened() === 'compare'}>
          <Suspense>
            <CompareDialog versions={props.part.versions} onClose={close} />
          </Suspense>
        </Match>
        <Match when={opened() === 'transfer' && last()}>
          {(version) => <TransferDialog part={props.part} versionId={version().id} onClose={close} />}
        </Match>
      </Switch>
    </>
  );
}
