// A meeting that has ended or was cancelled: what was taken up, and how it ended.
import { A } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import type { MeetingRoom } from '../../shared/meeting.ts';
import { dateTime, wholeDay } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Page } from '../shell/page.tsx';
import { Notice } from '../ui/notice.tsx';
import { RestrictedMark } from '../ui/paper.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { MeetingsPath } from './meeting-head.tsx';
import styles from './meetings.module.css';
import { clockOf, meetingTitle } from './words.ts';

export function PastMeeting(props: { room: MeetingRoom }): JSX.Element {
  const meeting = () => props.room.meeting;
  const cancelled = () => meeting().state === 'cancelled';
  return (
    <Page
      title={meetingTitle(meeting())}
      windowTitle={t('meeting.window')}
      path={<MeetingsPath />}
      facts={
        <>
          <span>
            {wholeDay(meeting().startsAt)} {clockOf(meeting().startsAt, meeting().endsAt)}
          </span>
          <span>{t(`meetingState.${meeting().state}`)}</span>
        </>
      }
    >
      <div class={styles.stack}>
        <Show when={cancelled()}>
          <Notice>{t('meeting.cancelledDetail')}</Notice>
        </Show>
        <Show when={props.room.items.length > 0}>
          <Section title={t(cancelled() ? 'meeting.agenda' : 'meeting.discussed')} look="sheet">
            <Rows>
              <For each={props.room.items}>
                {(item) => (
                  <Row
                    end={
                      <Show when={!cancelled()}>
                        <span class={styles.state}>{t(`itemState.${item.state}`)}</span>
                      </Show>
                    }
                  >
                    <Show when={item.restricted ? undefined : item} fallback={<RestrictedMark />}>
                      {(open) => (
                        <>
                          <p>
                            <A class={styles.name ?? ''} href={`/cases/${open().caseId}`}>
                              {open().childGivenName}
                            </A>{' '}
                            <span class="quiet numbers">{open().caseNumber}</span>
                          </p>
                          <p class="quiet">{t('meeting.presents', { name: open().presenter.name })}</p>
                        </>
                      )}
                    </Show>
                  </Row>
                )}
              </For>
            </Rows>
          </Section>
        </Show>
        <Show when={meeting().chair}>
          {(chair) => <p class="quiet">{t('meeting.chair', { name: chair().name })}</p>}
        </Show>
        <Show when={meeting().endedAt}>
          {(at) => <p class="quiet">{t('meeting.endedAt', { date: dateTime(at()) })}</p>}
        </Show>
      </div>
    </Page>
  );
}
