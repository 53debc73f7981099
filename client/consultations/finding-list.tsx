// Under a text: what in it tells who the child is, and gently what to do. A press shows the place.
import { For, type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { Icon } from '../ui/icon.tsx';
import type { TextMark } from '../ui/text-marks.ts';
import styles from './ask.module.css';
import type { Found } from './findings.ts';

export const marksOf = (found: readonly Found[], path: string): TextMark[] =>
  found
    .filter((one) => one.path === path)
    .map(({ from, to, certain }) => ({ from, to, look: certain ? 'certain' : 'likely' }));

export const adviceOn = (one: Found): string =>
  t(one.certain ? `findingCertain.${one.kind}` : `findingLikely.${one.kind}`);

export function FindingList(props: {
  found: readonly Found[];
  path: string;
  onShow: (one: Found) => void;
}): JSX.Element {
  const here = () => props.found.filter((one) => one.path === props.path);
  return (
    <Show when={here().length > 0}>
      <ul class={styles.findings} aria-label={t('ask.findings')}>
        <For each={here()}>
          {(one) => (
            <li data-certain={one.certain ? '' : undefined}>
              <Icon name={one.certain ? 'warning' : 'eye'} size={16} />
              <span>
                {adviceOn(one)}{' '}
                <button type="button" class={styles.place} onClick={() => props.onShow(one)}>
                  <span class="visually-hidden">{t('ask.showPlace', { words: one.words })}</span>
                  <span aria-hidden="true">{one.words}</span>
                </button>
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
