// Our own 0–10 scale. Native radio buttons give the arrow keys; Delete, or pressing the chosen number again, takes
// the answer away, because "no answer" is an answer too.
import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import type { AgencyKind } from './agency-kind.ts';
import styles from './scale.module.css';

const steps = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export type ScaleProps = {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  /** Words under the two ends. */
  low?: string | undefined;
  high?: string | undefined;
  /** The colour of whoever answers. */
  agency?: AgencyKind | undefined;
  disabled?: boolean | undefined;
};

export function Scale(props: ScaleProps): JSX.Element {
  const id = createUniqueId();
  const clear = () => {
    if (props.value !== null && !props.disabled) props.onChange(null);
  };
  return (
    <fieldset
      class={styles.scale}
      data-agency={props.agency}
      onKeyDown={(event) => {
        if (event.key === 'Delete' || event.key === 'Backspace') clear();
      }}
    >
      <legend class={styles.legend}>{props.label}</legend>
      <div class={styles.area}>
        <div class={styles.row}>
          <For each={steps}>
            {(step) => (
              <label class={styles.step}>
                <input
                  type="radio"
                  name={id}
                  value={step}
                  checked={props.value === step}
                  disabled={props.disabled}
                  onChange={() => props.onChange(step)}
                  onClick={() => {
                    if (props.value === step) clear();
                  }}
                />
                <span>{step}</span>
              </label>
            )}
          </For>
        </div>
        <Show when={props.low || props.high}>
          <p class={styles.ends}>
            <span>{props.low}</span>
            <span>{props.high}</span>
          </p>
        </Show>
        <Show when={props.value !== null && !props.disabled}>
          <button
            type="button"
            class={styles.clear}
            data-screen-only
            onClick={clear}
            aria-label={`${t('ui.clear')}: ${props.label}`}
          >
            {t('ui.clear')}
          </button>
        </Show>
      </div>
    </fieldset>
  );
}
