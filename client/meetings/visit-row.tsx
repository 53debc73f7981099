// One's own visit in a list: whose case, when, where, and the answer; the way in once the case is being discussed.
import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import type { OwnVisit } from '../../shared/meeting.ts';
import { t } from '../i18n/index.ts';
import { LinkButton } from '../ui/button.tsx';
import { Row } from '../ui/section.tsx';
import { AnswerVisit } from './answer-visit.tsx';
import styles from './meetings.module.css';
import { canAnswer } from './visits.ts';
import { visitTitle, whenOf } from './words.ts';

export function VisitRow(props: { of: OwnVisit }): JSX.Element {
  const address = () => `/meetings/${props.of.meetingId}`;
  return (
    <Row
      end={
        <Show when={props.of.now}>
          <LinkButton href={address()} size="small" kind="primary">
            {t('meeting.comeIn')}
            <span class="visually-hidden">: {visitTitle(props.of)}</span>
          </LinkButton>
        </Show>
      }
    >
      <p>
        <A class={styles.name ?? ''} href={address()}>
          {visitTitle(props.of)}
        </A>{' '}
        <span class="quiet numbers">{props.of.caseNumber}</span>
      </p>
      <p class="quiet">
        <span class="numbers">{whenOf({ startsAt: props.of.fromAt, endsAt: props.of.untilAt })}</span>
        <Show when={props.of.place}>{(place) => <> · {place()}</>}</Show>
      </p>
      <Show when={props.of.now}>
        <p class={styles.now}>{t('meeting.nowYours')}</p>
      </Show>
      <Show when={canAnswer(props.of, new Date())}>
        <AnswerVisit of={props.of} />
      </Show>
    </Row>
  );
}
