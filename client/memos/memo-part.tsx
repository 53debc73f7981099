// One part of a memo: what it says, who has signed it, what can be done with it, and what those who were not there say of it.
import { createSignal, For, type JSX, lazy, Show, Suspense } from 'solid-js';
import type { MemoPartShown } from '../../shared/memo.ts';
import { date, dateTime } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice, Skeleton } from '../ui/notice.tsx';
import { MemoActs } from './memo-acts.tsx';
import styles from './memos.module.css';
import { PartContent } from './part-content.tsx';
import { partTitle, writerWords } from './words.ts';

// With the editor: fetched when somebody writes.
const PartEditor = lazy(async () => ({ default: (await import('./part-editor.tsx')).PartEditor }));

const seenBy = { shared: 'memo.sharedSeen', team: 'memo.teamSeen', agency: 'memo.agencySeen' } as const;

function Signed(props: { part: MemoPartShown }): JSX.Element {
  const last = () => props.part.versions.at(-1);
  return (
    <Show when={last()}>
      {(version) => (
        <section class={styles.signed}>
          <h3>{t('memo.signatures', { version: version().version })}</h3>
          <Show when={version().reason}>
            {(reason) => <p>{t('memo.reasonWas', { reason: reason() })}</p>}
          </Show>
          <ul>
            <For each={version().signatures}>
              {(one) => (
                <li>
                  <Icon name="check" size={16} />
                  <span>{writerWords(one)}</span>
                  <time class="quiet" datetime={one.signedAt}>
                    {dateTime(one.signedAt)}
                  </time>
                </li>
              )}
            </For>
          </ul>
          <p class={`quiet ${styles.hash}`}>{t('memo.hash', { hash: version().hash })}</p>
        </section>
      )}
    </Show>
  );
}

function Transfers(props: { part: MemoPartShown }): JSX.Element {
  return (
    <Show when={props.part.transfers.length > 0}>
      <ul class={styles.transfers}>
        <For each={props.part.transfers}>
          {(one) => (
            <li class="quiet">
              {t('memo.taken', {
                version: one.version,
                system: one.system,
                name: one.name,
                date: date(one.at),
              })}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

/** @param props.children what stands below the part: the comments on it */
export function MemoPart(props: {
  part: MemoPartShown;
  /** The part is read again, after it was written. */
  onWritten: () => void;
  children?: JSX.Element;
}): JSX.Element {
  const [writing, setWriting] = createSignal(false);
  const writes = () => writing() && props.part.can.includes('write');
  // What one reads, and signs, has every word that one has written: it is read again when all of them are on the server.
  const [leaving, setLeaving] = createSignal(false);
  const left = () => {
    setLeaving(false);
    setWriting(false);
    props.onWritten();
  };
  return (
    <section
      class={`sheet ${styles.part}`}
      aria-labelledby={`part-${props.part.id}`}
      data-part={props.part.part}
    >
      <header class={styles.head}>
        <h2 id={`part-${props.part.id}`}>{partTitle(props.part)}</h2>
        <span class={styles.state} data-state={props.part.state}>
          <Show when={props.part.state === 'signed'} fallback={t('memo.unsigned')}>
            {t('memo.signedVersion', { version: props.part.version })}
          </Show>
        </span>
      </header>
      <p class={styles.audience}>
        <Icon name={props.part.part === 'shared' ? 'people' : 'lock'} size={16} />
        {t(seenBy[props.part.part])}
      </p>
      <Show when={props.part.state === 'open' && props.part.reason}>
        {(reason) => <Notice title={t('memo.correcting')}>{reason()}</Notice>}
      </Show>
      <Show
        when={writes()}
        fallback={
          <Show when={props.part.content} fallback={<p class="quiet">{t('memo.notSignedYet')}</p>}>
            {(content) => <PartContent content={content()} />}
          </Show>
        }
      >
        <Suspense fallback={<Skeleton lines={4} />}>
          <PartEditor part={props.part} leaving={leaving()} onLeft={left} />
        </Suspense>
        <div>
          <Button kind="primary" busy={leaving()} onClick={() => setLeaving(true)}>
            {t('memo.written')}
          </Button>
        </div>
      </Show>
      <Signed part={props.part} />
      <Transfers part={props.part} />
      <MemoActs part={props.part} writing={writes()} onWrite={() => setWriting(true)} />
      {props.children}
    </section>
  );
}
