// The receipt: where the notification is, as far as its notifier may know.
import { A } from '@solidjs/router';
import { createEffect, type JSX, on, Show } from 'solid-js';
import type { WelfareNotification } from '../../shared/welfare-notification.ts';
import { ClockReason } from '../cases/statutory-clock.tsx';
import { serviceName } from '../consultations/words.ts';
import { date, dateTime } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { announce } from '../ui/announcer.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './welfare.module.css';

/** What happens to it while the page is open is said. */
const tellSteps = (of: () => WelfareNotification): void => {
  createEffect(
    on(
      [() => of().readByPersonAt, () => of().handlingBeganAt],
      ([read, began]) => {
        if (began) announce(t('welfare.began'));
        else if (read) announce(t('welfare.readByPerson'));
      },
      { defer: true },
    ),
  );
};

function Step(props: { done: string; notYet?: string; at: string | null }): JSX.Element {
  return (
    <li data-done={props.at === null ? undefined : ''}>
      <Icon name={props.at === null ? 'clock' : 'check'} size={18} />
      <div>
        <p>{props.at === null ? props.notYet : props.done}</p>
        <Show when={props.at}>
          {(at) => (
            <p class="quiet">
              <time datetime={at()}>{dateTime(at())}</time>
            </p>
          )}
        </Show>
      </div>
    </li>
  );
}

export function Progress(props: { of: WelfareNotification }): JSX.Element {
  tellSteps(() => props.of);
  return (
    <section class={`sheet ${styles.handling}`} aria-labelledby="progress">
      <h2 id="progress">{t('welfare.progress')}</h2>
      <ol class={styles.progress}>
        <Step
          done={t('welfare.reached', { service: serviceName(props.of.service) })}
          at={props.of.receivedAt}
        />
        <Step
          done={t('welfare.readByPerson')}
          notYet={t('welfare.notReadYet')}
          at={props.of.readByPersonAt}
        />
        <Step done={t('welfare.began')} notYet={t('welfare.notBegun')} at={props.of.handlingBeganAt} />
      </ol>
      <div>
        <p>
          {t('welfare.urgencyAtOnce')} {t('welfare.decisionBy', { date: date(props.of.decision.dueOn) })}
        </p>
        <Disclosure summary={<span class="quiet">{t('deadline.why')}</span>}>
          <ClockReason clock={props.of.decision} />
        </Disclosure>
      </div>
      <p class="quiet">{t('welfare.whatNot')}</p>
      <Show when={props.of.consultationId}>
        {(id) => (
          <p>
            <A href={`/consultations/${id()}`}>{t('welfare.fromConsultation')}</A>
          </p>
        )}
      </Show>
    </section>
  );
}
