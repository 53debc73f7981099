// Which information goes one way, each class with what it holds in plain words.
import { createUniqueId, For, type JSX } from 'solid-js';
import { type DataClass, dataClasses } from '../../shared/vocabulary.ts';
import { t } from '../i18n/index.ts';
import { Checkbox } from '../ui/choice.tsx';
import { FieldError } from '../ui/field.tsx';
import styles from './members.module.css';

export function ClassChoice(props: {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Without it, every class. */
  among?: readonly DataClass[] | undefined;
  value: readonly DataClass[];
  onChange: (value: DataClass[]) => void;
}): JSX.Element {
  const id = createUniqueId();
  const toggle = (one: DataClass, on: boolean) =>
    props.onChange(dataClasses.filter((each) => (each === one ? on : props.value.includes(each))));
  return (
    <fieldset
      class={styles.classes}
      aria-describedby={props.error ? `${id}-error` : undefined}
      data-wrong={props.error ? '' : undefined}
    >
      <legend>{props.label}</legend>
      {props.hint ? <p class="quiet">{props.hint}</p> : null}
      <div class={styles.grid}>
        <For each={props.among ?? dataClasses}>
          {(one) => (
            <Checkbox
              label={t(`dataClass.${one}`)}
              hint={t(`dataClassHint.${one}`)}
              checked={props.value.includes(one)}
              onChange={(on) => toggle(one, on)}
            />
          )}
        </For>
      </div>
      <FieldError id={`${id}-error`} text={props.error} />
    </fieldset>
  );
}
