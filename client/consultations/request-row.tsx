// One request in a list: its first words, where it is and with whom, and when an answer is due.
import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import type { ConsultationHead } from '../../shared/consultation.ts';
import { claimConsultation } from '../../shared/consultations.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { isoDay } from '../i18n/dates.ts';
import { date, language } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { DueWord } from '../today/due-word.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Row } from '../ui/section.tsx';
import { showToast } from '../ui/toast.tsx';
import styles from './consultations.module.css';
import { isOver, useDoing } from './consultations-query.ts';
import { escalatedWords, holderWords, isMyTurn, isUnread, nextWords, postOf } from './words.ts';

function Excerpt(props: { head: ConsultationHead }): JSX.Element {
  return (
    <p>
      <A class={styles.excerpt ?? ''} href={`/consultations/${props.head.id}`}>
        {props.head.excerpt}
      </A>
    </p>
  );
}

function When(props: { head: ConsultationHead }): JSX.Element {
  return (
    <Show
      when={props.head.answeredAt === null && !isOver(props.head)}
      fallback={
        <Show when={props.head.answeredAt}>
          {(at) => <>{t('consultation.answeredOn', { date: date(at()) })}</>}
        </Show>
      }
    >
      <DueWord dueOn={props.head.dueOn} today={isoDay(new Date())} />
    </Show>
  );
}

/** Of mine: who has it, when an answer is due, what happens next. */
export function AskedRow(props: { head: ConsultationHead }): JSX.Element {
  return (
    <Row
      end={
        <span class={styles.state} data-turn={isMyTurn(props.head) ? '' : undefined}>
          {t(isMyTurn(props.head) ? 'consultation.yours' : `consultationState.${props.head.state}`)}
        </span>
      }
    >
      <Excerpt head={props.head} />
      <p class={styles.facts}>
        <span>{holderWords(props.head)}</span>
        <When head={props.head} />
      </p>
      <Show when={!isOver(props.head)}>
        <p class="quiet">{escalatedWords(props.head) ?? nextWords(props.head)}</p>
      </Show>
    </Row>
  );
}

/** Of the team: how urgent, in which language, by when, and one press to take it. */
export function QueueRow(props: { head: ConsultationHead }): JSX.Element {
  const doing = useDoing(() => props.head.id);
  const claim = async () => {
    const params = { consultationId: props.head.id };
    const done = await doing.run(params, (key) => call(claimConsultation, { params, body: {}, key }));
    showToast(done ? t('consultation.claimed') : wordsFor(doing.problem()));
  };
  return (
    <Row
      end={
        <>
          <Show when={!props.head.can.includes('claim')}>
            <span class={styles.state} data-turn={isMyTurn(props.head) ? '' : undefined}>
              {t(isMyTurn(props.head) ? 'consultation.yours' : `consultationState.${props.head.state}`)}
            </span>
          </Show>
          <Show when={props.head.can.includes('claim')}>
            <Button size="small" kind="primary" busy={doing.busy()} onClick={() => void claim()}>
              {t('consultation.claim')}
              <span class="visually-hidden">: {props.head.excerpt}</span>
            </Button>
          </Show>
        </>
      }
    >
      <Show when={isUnread(props.head) || props.head.urgency !== 'ordinary'}>
        <p class={styles.signs}>
          <Show when={isUnread(props.head)}>
            <span class={styles.unread}>{t('consultation.unread')}</span>
          </Show>
          <Show when={props.head.urgency !== 'ordinary'}>
            <span class={styles.urgency} data-urgency={props.head.urgency}>
              <Icon name={props.head.urgency === 'urgent' ? 'warning' : 'clock'} size={14} />
              {t(`urgency.${props.head.urgency}`)}
            </span>
          </Show>
          <Show when={props.head.escalated}>
            <span class={styles.urgency} data-urgency="urgent">
              {t('consultation.untaken')}
            </span>
          </Show>
        </p>
      </Show>
      <Excerpt head={props.head} />
      <p class={styles.facts}>
        <When head={props.head} />
        <span>{t(`questionArea.${props.head.area}`)}</span>
        <span>{t(props.head.anonymous ? 'consultation.anonymous' : 'consultation.named')}</span>
        <span>{language(props.head.language)}</span>
      </p>
      <p class="quiet">
        <Show when={props.head.holder}>{(one) => <>{one().name} · </>}</Show>
        {t('consultation.asker')}: {postOf(props.head.asker)}
      </p>
    </Row>
  );
}
