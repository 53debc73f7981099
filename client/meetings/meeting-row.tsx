// One meeting in a list: when, which, how many cases; one press opens or joins it.
import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import type { MeetingHead } from '../../shared/meeting.ts';
import { t } from '../i18n/index.ts';
import { LinkButton } from '../ui/button.tsx';
import { Row } from '../ui/section.tsx';
import styles from './meetings.module.css';
import { clockOf, itemCount, meetingTitle, whenOf } from './words.ts';

/** @param props.withDay where no heading says the day */
export function MeetingRow(props: { of: MeetingHead; withDay?: boolean }): JSX.Element {
  const address = () => `/meetings/${props.of.id}`;
  const over = () => props.of.state === 'ended' || props.of.state === 'cancelled';
  const when = () => (props.withDay ? whenOf(props.of) : clockOf(props.of.startsAt, props.of.endsAt));
  const about = () => (props.of.teamName === null ? t('meeting.ofCase') : itemCount(props.of.items));
  return (
    <Row
      end={
        <>
          <Show when={props.of.state !== 'planned'}>
            <span class={styles.state} data-state={props.of.state}>
              {t(`meetingState.${props.of.state}`)}
            </span>
          </Show>
          <Show when={!over() && !props.withDay}>
            <LinkButton
              href={address()}
              size="small"
              kind={props.of.state === 'open' ? 'primary' : 'secondary'}
            >
              {t(props.of.state === 'open' ? 'meeting.join' : 'meeting.open')}
              <span class="visually-hidden">
                : {meetingTitle(props.of)}, {whenOf(props.of)}
              </span>
            </LinkButton>
          </Show>
        </>
      }
    >
      <p>
        <A class={styles.name ?? ''} href={address()}>
          {meetingTitle(props.of)}
        </A>
      </p>
      <p class="quiet">
        <span class="numbers">{when()}</span> · {about()}
        <Show when={props.of.unsigned > 0}> · {t('meeting.unsigned', { count: props.of.unsigned })}</Show>
        <Show when={!over() && props.of.unanswered > 0}>
          {' '}
          · {t('meeting.unanswered', { count: props.of.unanswered })}
        </Show>
      </p>
      <Show when={!over() && props.of.presents.length > 0}>
        <p>{t('meeting.youPresent', { names: props.of.presents.join(', ') })}</p>
      </Show>
    </Row>
  );
}
