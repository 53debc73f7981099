// Where a request stands: who has it, by when an answer is due, what happens next, and who goes on for its asker.
import { A } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import type { Consultation } from '../../shared/consultation.ts';
import { isoDay } from '../i18n/dates.ts';
import { date, dateTime, language } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { ClockBar } from '../ui/clock-bar.tsx';
import { answerClock } from './answer-clock.ts';
import { isOver } from './consultations-query.ts';
import styles from './request.module.css';
import { escalatedWords, holderWords, isMyTurn, nextWords, postOf, serviceName } from './words.ts';

const expertWords = (one: Consultation['experts'][number]): string => {
  if (one.accepted === null) return t('withOthers.expertAsked', { date: date(one.invitedAt) });
  return t(one.accepted ? 'withOthers.expertIn' : 'withOthers.expertNot');
};

export function Standing(props: { of: Consultation }): JSX.Element {
  const clock = () => answerClock(props.of, isoDay(new Date()));
  const asking = () => props.of.sides.includes('asking');
  return (
    <section class={`sheet ${styles.standing}`} aria-labelledby="standing">
      <h2 id="standing" class={styles.state} data-turn={isMyTurn(props.of) ? '' : undefined}>
        {t(isMyTurn(props.of) ? 'consultation.yours' : `consultationState.${props.of.state}`)}
      </h2>
      <p>{nextWords(props.of)}</p>
      <Show when={escalatedWords(props.of)}>
        {(words) => (
          <p class={styles.escalated}>
            {words()}
            <Show when={asking()}> {t('consultation.dangerNow')}</Show>
          </p>
        )}
      </Show>
      <Show when={!isOver(props.of)}>
        <ClockBar
          label={t('consultation.due')}
          dueOn={props.of.dueOn}
          elapsed={clock().elapsed}
          daysLeft={clock().daysLeft}
          working={clock().working}
          state={clock().state}
          reason={
            props.of.answeredAt === null
              ? undefined
              : t('consultation.answeredOn', { date: date(props.of.answeredAt) })
          }
        />
      </Show>
      <dl class={styles.list}>
        <div>
          <dt>{t('consultation.whoHas')}</dt>
          <dd>{holderWords(props.of)}</dd>
        </div>
        <Show when={!asking()}>
          <div>
            <dt>{t('consultation.asker')}</dt>
            <dd>
              {props.of.asker.name}, {postOf(props.of.asker)}
            </dd>
          </div>
          <div>
            <dt>{t('consultation.language')}</dt>
            <dd>{language(props.of.language)}</dd>
          </div>
        </Show>
        <Show when={asking()}>
          <div>
            <dt>{t('consultation.deputy')}</dt>
            <dd>{props.of.standIns.asker?.name ?? props.of.deputy?.name ?? t('consultation.deputyNone')}</dd>
          </div>
        </Show>
        <div>
          <dt>{t('consultation.receivedShort')}</dt>
          <dd>{dateTime(props.of.receivedAt)}</dd>
        </div>
        <Show when={props.of.naming}>
          {(naming) => (
            <div>
              <dt>{t(naming().is === 'from' ? 'naming.madeFrom' : 'naming.madeTo')}</dt>
              <dd>
                <A href={`/consultations/${naming().id}`} class="numbers">
                  {naming().number}
                </A>
                <p class="quiet">{t('naming.onlyYou')}</p>
              </dd>
            </div>
          )}
        </Show>
        <Show when={props.of.experts.length > 0}>
          <div>
            <dt>{t('withOthers.experts')}</dt>
            <For each={props.of.experts}>
              {(one) => (
                <dd>
                  {one.person.name}, {postOf(one.person)}
                  <p class="quiet">{expertWords(one)}</p>
                </dd>
              )}
            </For>
          </div>
        </Show>
        <Show when={props.of.passing}>
          {(passing) => (
            <div>
              <dt>{t('consultation.passingTo')}</dt>
              <dd>
                {serviceName(passing())}
                <p class="quiet">{t('consultation.passingHolds', { reason: passing().reason })}</p>
              </dd>
            </div>
          )}
        </Show>
      </dl>
    </section>
  );
}
