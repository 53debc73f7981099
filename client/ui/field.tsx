// What every form field has: a label, a hint under it, an error that says what to do, and the ids that tie them.
import { createUniqueId, type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import styles from './field.module.css';
import { Icon } from './icon.tsx';

export type FieldProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Fields are required unless they say otherwise in words. */
  optional?: boolean | undefined;
  /** The label is then only for screen readers; something visible must already say the same. */
  hideLabel?: boolean | undefined;
};

/**
 * A browser writes what stands in a box into its own file of open tabs, readable by whoever takes the laptop next,
 * unless the box says that it is not to be filled in again.
 */
export const notOnDisk = 'off';

/** What a control puts on itself. */
export type FieldTies = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
};

export function Field(props: FieldProps & { children: (ties: FieldTies) => JSX.Element }): JSX.Element {
  const id = createUniqueId();
  const ties: FieldTies = {
    id,
    get 'aria-describedby'() {
      return (
        [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ') || undefined
      );
    },
    get 'aria-invalid'() {
      return props.error ? ('true' as const) : undefined;
    },
  };
  return (
    <div class={styles.field}>
      <label for={id} class={props.hideLabel ? 'visually-hidden' : styles.label}>
        {props.label}
        <Show when={props.optional}>
          <span class={styles.optional}> · {t('ui.optional')}</span>
        </Show>
      </label>
      <Show when={props.hint}>
        <p id={`${id}-hint`} class={styles.hint}>
          {props.hint}
        </p>
      </Show>
      {props.children(ties)}
      <FieldError id={`${id}-error`} text={props.error} />
    </div>
  );
}

export function FieldError(props: { id: string; text: string | undefined }): JSX.Element {
  return (
    <Show when={props.text}>
      <p id={props.id} class={styles.error}>
        <Icon name="warning" size={16} />
        <span>{props.text}</span>
      </p>
    </Show>
  );
}
