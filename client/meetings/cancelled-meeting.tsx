// A meeting that was cancelled: what was on its agenda. One that was held can be read in its room.
import { A } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import type { MeetingRoom } from '../../shared/meeting.ts';
import { wholeDay } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Page } from '../shell/page.tsx';
import { Notice } from '../ui/notice.tsx';
import { RestrictedMark } from '../ui/paper.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { MeetingsPath } from './meeting-head.tsx';
import styles from './meetings.module.css';
import { clockOf, meetingTitle } from './words.ts';

export function CancelledMeeting(props: { room: MeetingRoom }): JSX.Element {
  const meeting = () => props.room.meeting;
  const because = () => {
    const reason = meeting().cancelledWhy;
    return reason === null ? undefined : t('meetingNews.because', { reason });
  };
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
        <Notice title={because()}>{t('meeting.cancelledDetail')}</Notice>
        <Show when={props.room.items.length > 0}>
          <Section title={t('meeting.agenda')} look="sheet">
            <Rows>
              <For each={props.room.items}>
                {(item) => (
                  <Row>
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
      </div>
    </Page>
  );
}
