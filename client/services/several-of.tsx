// Any number of a short list, as check boxes side by side.
import { createUniqueId, For, type JSX } from 'solid-js';
import { Checkbox } from '../ui/choice.tsx';
import fieldStyles from '../ui/field.module.css';
import { FieldError } from '../ui/field.tsx';
import styles from './services.module.css';

export function SeveralOf<V extends string>(props: {
  label: string;
  value: readonly V[];
  options: readonly { readonly value: V; readonly label: string }[];
  error: string | undefined;
  onChange: (value: V[]) => void;
}): JSX.Element {
  const id = createUniqueId();
  const toggle = (one: V, on: boolean) =>
    props.onChange(
      props.options
        .map((each) => each.value)
        .filter((each) => (each === one ? on : props.value.includes(each))),
    );
  return (
    <fieldset
      class={fieldStyles.group}
      aria-describedby={props.error ? `${id}-error` : undefined}
      data-wrong={props.error ? '' : undefined}
    >
      <legend class={fieldStyles.label}>{props.label}</legend>
      <div class={styles.several}>
        <For each={props.options}>
          {(one) => (
            <Checkbox
              label={one.label}
              checked={props.value.includes(one.value)}
              onChange={(on) => toggle(one.value, on)}
            />
          )}
        </For>
      </div>
      <FieldError id={`${id}-error`} text={props.error} />
    </fieldset>
  );
}
