// What has been tried: ticked, with a word of what came of it. A team that needs to know of each is told of the rest
// with one press.
import { For, type JSX, Show } from 'solid-js';
import { type DraftFields, supports } from '../../shared/consultation.ts';
import { t } from '../i18n/index.ts';
import { Checkbox } from '../ui/choice.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import fieldStyles from '../ui/field.module.css';
import { FieldError } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './ask.module.css';

type Supports = DraftFields['supports'];
type Support = Supports[number]['support'];
type Tried = Supports[number]['tried'];

/** In the order of the list; null takes it out. */
const withOne = (all: Supports, support: Support, tried: Tried | null, note = ''): Supports =>
  supports.flatMap((name) => {
    if (name === support) return tried === null ? [] : [{ support, tried, note }];
    return all.filter((one) => one.support === name);
  });

export function SupportsTried(props: {
  value: Supports;
  /** The service needs an answer for each. */
  each: boolean;
  error: string | undefined;
  onChange: (value: Supports) => void;
}): JSX.Element {
  const of = (support: Support) => props.value.find((one) => one.support === support);
  const isTried = (support: Support) => of(support)?.tried === 'tried';
  const rest = () => supports.filter((one) => !isTried(one));
  const restAnswered = () => rest().length > 0 && rest().every((one) => of(one) !== undefined);
  const tick = (support: Support, on: boolean) => {
    const off = props.each && restAnswered() ? 'not-tried' : null;
    props.onChange(withOne(props.value, support, on ? 'tried' : off, of(support)?.note ?? ''));
  };
  const answerRest = (on: boolean) =>
    props.onChange(
      rest().reduce((all, one) => {
        if (of(one)?.tried === 'not-suitable') return all;
        return withOne(all, one, on ? 'not-tried' : null);
      }, props.value),
    );
  return (
    <fieldset class={fieldStyles.group} data-wrong={props.error ? '' : undefined}>
      <legend>{t('ask.supportsLabel')}</legend>
      <div class={styles.supports}>
        <For each={supports}>
          {(support) => (
            <div class={styles.support}>
              <Checkbox
                label={t(`support.${support}`)}
                checked={isTried(support)}
                onChange={(on) => tick(support, on)}
              />
              <Show when={isTried(support)}>
                <TextInput
                  label={t('ask.supportNote', { support: t(`support.${support}`) })}
                  hideLabel
                  placeholder={t('ask.supportNotePlaceholder')}
                  maxLength={500}
                  value={of(support)?.note ?? ''}
                  onInput={(note) => props.onChange(withOne(props.value, support, 'tried', note))}
                />
              </Show>
            </div>
          )}
        </For>
      </div>
      <Show when={props.each && rest().length > 0}>
        <div class={styles.rest}>
          <Checkbox
            label={t('ask.restNotTried')}
            hint={t('ask.restNotTriedHint')}
            checked={restAnswered()}
            onChange={answerRest}
          />
          <Disclosure summary={<span class="quiet">{t('ask.unfit')}</span>}>
            <fieldset class={styles.supports}>
              <legend class="visually-hidden">{t('ask.unfitLabel')}</legend>
              <For each={rest()}>
                {(support) => (
                  <Checkbox
                    label={t(`support.${support}`)}
                    checked={of(support)?.tried === 'not-suitable'}
                    onChange={(on) =>
                      props.onChange(
                        withOne(
                          props.value,
                          support,
                          on ? 'not-suitable' : restAnswered() ? 'not-tried' : null,
                        ),
                      )
                    }
                  />
                )}
              </For>
            </fieldset>
          </Disclosure>
        </div>
      </Show>
      <FieldError id="supports-missing" text={props.error} />
    </fieldset>
  );
}
