// A date typed as people write it (3.11.2026), or picked from the browser's own calendar. The value is a plain
// ISO date, or '' while there is none; `onDate` is called when the typed text is a date or is emptied.
import { createEffect, createSignal, type JSX, on } from 'solid-js';
import { isoDay, typedDate } from '../i18n/dates.ts';
import { locale, t } from '../i18n/index.ts';
import { parseDate } from '../i18n/parse-date.ts';
import { IconButton } from './button.tsx';
import styles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';

export type DateInputProps = FieldProps & {
  value: string;
  onDate: (iso: string) => void;
  min?: string | undefined;
  max?: string | undefined;
  disabled?: boolean | undefined;
};

export function DateInput(props: DateInputProps): JSX.Element {
  const [text, setText] = createSignal('');
  const [unread, setUnread] = createSignal(false);
  let picker: HTMLInputElement | undefined;
  createEffect(
    on([() => props.value, locale], ([value, language]) => {
      setText(value ? typedDate(language, value) : '');
      setUnread(false);
    }),
  );
  const read = (typed: string) => {
    setText(typed);
    const iso = parseDate(typed, isoDay(new Date()));
    setUnread(typed.trim() !== '' && iso === null);
    if (iso !== null && iso !== props.value) props.onDate(iso);
    else if (typed.trim() === '' && props.value !== '') props.onDate('');
    else if (iso !== null) setText(typedDate(locale(), iso));
  };
  return (
    <Field
      label={props.label}
      optional={props.optional}
      hideLabel={props.hideLabel}
      hint={props.hint ?? t('ui.dateHint')}
      error={unread() ? t('ui.notADate') : props.error}
    >
      {(ties) => (
        <div class={styles['with-button']}>
          <input
            {...ties}
            class={styles.control}
            type="text"
            inputmode="numeric"
            autocomplete="off"
            disabled={props.disabled}
            value={text()}
            onChange={(event) => read(event.currentTarget.value)}
          />
          <IconButton
            icon="calendar"
            name={`${t('ui.pickDate')}: ${props.label}`}
            disabled={props.disabled}
            onClick={() => picker?.showPicker()}
          />
          <input
            ref={(element) => {
              picker = element;
            }}
            class={styles['native-date']}
            type="date"
            tabindex="-1"
            aria-label={`${t('ui.pickDate')}: ${props.label}`}
            value={props.value}
            min={props.min}
            max={props.max}
            onChange={(event) => props.onDate(event.currentTarget.value)}
          />
        </div>
      )}
    </Field>
  );
}
