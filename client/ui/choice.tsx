// Check boxes and radio groups: native inputs, drawn with the tokens, the whole row is the target.
import { createUniqueId, For, type JSX, Show } from 'solid-js';
import styles from './choice.module.css';
import fieldStyles from './field.module.css';
import { FieldError } from './field.tsx';

export type CheckboxProps = {
  label: JSX.Element;
  hint?: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean | undefined;
};

export function Checkbox(props: CheckboxProps): JSX.Element {
  const id = createUniqueId();
  return (
    <label class={styles.choice}>
      <input
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        aria-describedby={props.hint ? id : undefined}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
      <Show when={props.hint}>
        <span id={id} class={styles.hint}>
          {props.hint}
        </span>
      </Show>
    </label>
  );
}

export type RadioGroupProps<V extends string> = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: V | '';
  options: readonly { value: V; label: string; hint?: string | undefined; disabled?: boolean | undefined }[];
  onChange: (value: V) => void;
};

export function RadioGroup<V extends string>(props: RadioGroupProps<V>): JSX.Element {
  const id = createUniqueId();
  const described = () =>
    [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset
      class={fieldStyles.group}
      aria-describedby={described()}
      data-wrong={props.error ? '' : undefined}
    >
      <legend class={fieldStyles.label}>{props.label}</legend>
      <Show when={props.hint}>
        <p id={`${id}-hint`} class={fieldStyles.hint}>
          {props.hint}
        </p>
      </Show>
      <For each={props.options}>
        {(option, index) => (
          <label class={styles.choice}>
            <input
              type="radio"
              name={id}
              checked={option.value === props.value}
              disabled={option.disabled}
              aria-describedby={option.hint ? `${id}-${index()}` : undefined}
              onChange={() => props.onChange(option.value)}
            />
            <span>{option.label}</span>
            <Show when={option.hint}>
              <span id={`${id}-${index()}`} class={styles.hint}>
                {option.hint}
              </span>
            </Show>
          </label>
        )}
      </For>
      <FieldError id={`${id}-error`} text={props.error} />
    </fieldset>
  );
}
