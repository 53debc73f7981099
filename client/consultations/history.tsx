// Every step of a request, by whom and when and why, behind one line.
import { For, type JSX, Show } from 'solid-js';
import type { Consultation } from '../../shared/consultation.ts';
import { dateTime } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import styles from './request.module.css';

export function History(props: { steps: Consultation['history'] }): JSX.Element {
  return (
    <Disclosure summary={t('consultation.history')}>
      <ol class={styles.steps}>
        <For each={props.steps}>
          {(step) => (
            <li>
              <p>
                {step.by.name} {t(`consultationAct.${step.act}`)}
              </p>
              <p class="quiet">
                <time datetime={step.at}>{dateTime(step.at)}</time>
                <Show when={step.reason}>
                  {(reason) => <> · {t('consultation.historyReason', { reason: reason() })}</>}
                </Show>
              </p>
            </li>
          )}
        </For>
      </ol>
    </Disclosure>
  );
}
