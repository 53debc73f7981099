// The texts of a case that are new since it was last discussed: who wrote what, when; the newest first.
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { newsKinds } from '../../shared/agenda-news.ts';
import type { Workspace } from '../../shared/cases.ts';
import type { Entry } from '../../shared/entries.ts';
import { activityArea, activityWords } from '../cases/activity-words.ts';
import { memberOf } from '../cases/workspace.ts';
import { when } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import styles from './news.module.css';

const atFirst = 6;

/** What is counted as news by the server, of what was read of the case. */
const newIn = ({ entries }: Workspace, since: string): Entry[] =>
  entries
    .filter((one) => newsKinds.includes(one.kind) && one.state !== 'draft' && (one.sharedAt ?? '') > since)
    .sort((a, b) => (b.sharedAt ?? '').localeCompare(a.sharedAt ?? ''));

const asShared = ({ kind, about }: Entry) => ({
  kind: 'entry-shared',
  detail: { kind, ...(about === null ? {} : { about }) },
});

export function NewEntries(props: { workspace: Workspace; since: string; title: JSX.Element }): JSX.Element {
  const [all, setAll] = createSignal(false);
  const entries = createMemo(() => newIn(props.workspace, props.since));
  const shown = () => (all() ? entries() : entries().slice(0, atFirst));
  return (
    <Show when={entries().length > 0}>
      {props.title}
      <ul class={styles.entries}>
        <For each={shown()}>
          {(one) => (
            <li>
              <span>
                <strong>{memberOf(props.workspace, one.authorIds[0] ?? '')?.givenName ?? ''}</strong>{' '}
                {activityWords(asShared(one))} {activityArea(asShared(one))}
              </span>
              <time class="quiet numbers">{when(one.sharedAt ?? '', new Date())}</time>
            </li>
          )}
        </For>
      </ul>
      <Show when={entries().length > shown().length}>
        <div>
          <Button kind="quiet" size="small" onClick={() => setAll(true)}>
            {t('cases.showAll', { count: entries().length })}
          </Button>
        </div>
      </Show>
    </Show>
  );
}
