// One line of text.
import { type JSX, splitProps } from 'solid-js';
import styles from './field.module.css';
import { Field, type FieldProps, notOnDisk } from './field.tsx';

type Native = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'value' | 'onInput' | 'class' | 'id'>;
export type TextInputProps = FieldProps & Native & { value: string; onInput: (value: string) => void };

const fieldKeys = ['label', 'hint', 'error', 'optional', 'hideLabel'] as const;

export function TextInput(props: TextInputProps): JSX.Element {
  const [field, own, rest] = splitProps(props, fieldKeys, ['value', 'onInput']);
  return (
    <Field {...field}>
      {(ties) => (
        <input
          type="text"
          autocomplete={notOnDisk}
          {...rest}
          {...ties}
          class={styles.control}
          value={own.value}
          onInput={(event) => own.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
