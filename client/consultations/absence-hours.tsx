// Hours away from school, by reason; an estimate will do.
import { createUniqueId, For, type JSX } from 'solid-js';
import { absenceReasons, type DraftFields } from '../../shared/consultation.ts';
import { t } from '../i18n/index.ts';
import fieldStyles from '../ui/field.module.css';
import { FieldError } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './ask.module.css';

type Hours = DraftFields['absenceHours'];
const most = 2_000;

export function AbsenceHours(props: {
  value: Hours;
  error: string | undefined;
  onChange: (value: Hours) => void;
}): JSX.Element {
  const id = createUniqueId();
  const of = (reason: Hours[number]['reason']) => props.value.find((one) => one.reason === reason);
  const type = (reason: Hours[number]['reason'], text: string) => {
    const digits = text.replace(/\D/g, '').slice(0, 4);
    props.onChange(
      absenceReasons.flatMap((name) => {
        if (name !== reason) return props.value.filter((one) => one.reason === name);
        return digits === '' ? [] : [{ reason, hours: Math.min(most, Number(digits)) }];
      }),
    );
  };
  return (
    <fieldset
      class={fieldStyles.group}
      aria-describedby={`${id}-hint`}
      data-wrong={props.error ? '' : undefined}
    >
      <legend>{t('ask.absenceLabel')}</legend>
      <p id={`${id}-hint`} class={fieldStyles.hint}>
        {t('ask.absenceHint')}
      </p>
      <div class={styles.hours}>
        <For each={absenceReasons}>
          {(reason) => (
            <TextInput
              label={t(`absenceReason.${reason}`)}
              inputmode="numeric"
              maxLength={4}
              value={of(reason) === undefined ? '' : String(of(reason)?.hours)}
              onInput={(text) => type(reason, text)}
            />
          )}
        </For>
      </div>
      <FieldError id={`${id}-error`} text={props.error} />
    </fieldset>
  );
}
