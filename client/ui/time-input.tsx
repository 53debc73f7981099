// A time of day typed as people write it (14.30). The value is '14:30', or '' while there is none; `onTime` is called when the
// typed text is a time or is emptied. The browser's own field shows the clock of the browser's language, not of the page's.
import { createEffect, createSignal, type JSX, on } from 'solid-js';
import { locale, t } from '../i18n/index.ts';
import { parseTime } from '../i18n/parse-time.ts';
import styles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';

export type TimeInputProps = FieldProps & { value: string; onTime: (time: string) => void };

export function TimeInput(props: TimeInputProps): JSX.Element {
  const [text, setText] = createSignal('');
  const [unread, setUnread] = createSignal(false);
  const shown = (value: string) => (locale() === 'en' ? value : value.replace(':', '.'));
  createEffect(
    on([() => props.value, locale], ([value]) => {
      setText(shown(value));
      setUnread(false);
    }),
  );
  const read = (typed: string) => {
    setText(typed);
    const time = parseTime(typed);
    setUnread(typed.trim() !== '' && time === null);
    if (time !== null && time !== props.value) props.onTime(time);
    else if (typed.trim() === '' && props.value !== '') props.onTime('');
    else if (time !== null) setText(shown(time));
  };
  return (
    <Field
      label={props.label}
      optional={props.optional}
      hideLabel={props.hideLabel}
      hint={props.hint}
      error={unread() ? t('ui.notATime') : props.error}
    >
      {(ties) => (
        <input
          {...ties}
          class={styles.control}
          type="text"
          inputmode="decimal"
          autocomplete="off"
          value={text()}
          onChange={(event) => read(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
