// A text that goes along, as its receiver reads it: the same for whoever looks before sending and for whoever gets it.
import { For, type JSX, Show } from 'solid-js';
import type { BundleContent } from '../../shared/bundles.ts';
import { t } from '../i18n/index.ts';
import styles from './bundle.module.css';
import { authorWords, fieldLabel, fieldText, titleOf } from './bundle-words.ts';

/** Fields by their names, those with words in them. */
export function FieldList(props: { fields: BundleContent['fields'] }): JSX.Element {
  return (
    <dl class={styles.fields}>
      <For each={props.fields}>
        {(field) => (
          <div>
            <dt>{fieldLabel(field.name)}</dt>
            <dd class={styles.words}>{fieldText(field)}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}

export function BundleText(props: { content: BundleContent }): JSX.Element {
  const filled = () => props.content.fields.filter(({ text }) => text.trim() !== '');
  return (
    <article class={styles.text}>
      <h3>{titleOf(props.content)}</h3>
      <Show when={authorWords(props.content)}>{(words) => <p class="quiet">{words()}</p>}</Show>
      <FieldList fields={filled()} />
      <Show when={props.content.version}>
        {(version) => <p class={styles.hash}>{t('assessment.hash', { hash: version().hash })}</p>}
      </Show>
    </article>
  );
}
