// One of a list, with the browser's own list: it is the best one on a phone.
import { For, type JSX } from 'solid-js';
import styles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';

export type SelectProps<V extends string> = FieldProps & {
  value: V | '';
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
  /** Shown while nothing is chosen. */
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
};

export function Select<V extends string>(props: SelectProps<V>): JSX.Element {
  const choose = (text: string) => {
    const option = props.options.find((one) => one.value === text);
    if (option) props.onChange(option.value);
  };
  return (
    <Field
      label={props.label}
      hint={props.hint}
      error={props.error}
      optional={props.optional}
      hideLabel={props.hideLabel}
    >
      {(ties) => (
        <div class={styles.select}>
          <select
            {...ties}
            class={styles.control}
            disabled={props.disabled}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            <option value="" disabled hidden={props.placeholder === undefined} selected={props.value === ''}>
              {props.placeholder ?? ''}
            </option>
            <For each={props.options}>
              {(option) => (
                <option value={option.value} selected={option.value === props.value}>
                  {option.label}
                </option>
              )}
            </For>
          </select>
          <Icon name="chevron-down" />
        </div>
      )}
    </Field>
  );
}
