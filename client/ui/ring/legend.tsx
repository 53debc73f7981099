// What the marks mean, only those that are in use, and the way to the other form.
import { For, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/index.ts';
import styles from './ring.module.css';
import type { RingPerson } from './ring-data.ts';

export function Legend(props: {
  people: readonly RingPerson[];
  asList: boolean;
  onToggle: () => void;
}): JSX.Element {
  const words = () =>
    [
      props.people.some((person) => person.here) && t('ring.legendHere'),
      props.people.some((person) => person.state === 'awaited') && t('ring.legendAwaited'),
      props.people.some((person) => person.state === 'contributed') && t('ring.legendContributed'),
    ].filter((text) => text !== false);
  return (
    <p class={styles.legend}>
      <Show when={!props.asList && words().length > 0}>
        <For each={words()}>
          {(text, index) => (
            <span class={styles.part}>
              {text}
              <span data-screen-only={index() === words().length - 1 ? '' : undefined}> · </span>
            </span>
          )}
        </For>
      </Show>
      <button type="button" class={styles.toggle} onClick={() => props.onToggle()} data-screen-only>
        {props.asList ? t('ring.asRing') : t('ring.asList')}
      </button>
    </p>
  );
}
