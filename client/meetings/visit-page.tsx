// Somebody who is invited for one case waits here: when, where, their answer, and their own text where they answer in writing. It
// becomes the room by itself when the case is taken up. Of the rest of the meeting it knows nothing.
import { A } from '@solidjs/router';
import { useQueryClient } from '@tanstack/solid-query';
import { createEffect, type JSX, onCleanup, Show } from 'solid-js';
import type { OwnVisit } from '../../shared/meeting.ts';
import { wholeDay } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { meetingsKey } from '../live/index.ts';
import { Page } from '../shell/page.tsx';
import { AnswerVisit } from './answer-visit.tsx';
import { MeetingsPath, PlaceFacts } from './meeting-head.tsx';
import styles from './meetings.module.css';
import { isComing } from './visits.ts';
import { clockOf } from './words.ts';
import { WrittenAnswer } from './written-answer.tsx';

/** A browser's timer holds no more. */
const longestMs = 2 ** 31 - 1;

/** The window opens by the clock, of which no hint tells: asked again then. */
const useWindow = (visit: () => OwnVisit): void => {
  const queries = useQueryClient();
  const ask = () => void queries.invalidateQueries({ queryKey: meetingsKey });
  createEffect(() => {
    const { fromAt, untilAt } = visit();
    for (const at of [fromAt, untilAt]) {
      const wait = Date.parse(at) - Date.now();
      if (wait <= 0 || wait > longestMs) continue;
      const timer = setTimeout(ask, wait);
      onCleanup(() => clearTimeout(timer));
    }
  });
  // The list and the room are read side by side: where the list knew first, the room is asked once more.
  createEffect(() => {
    const { now, meetingId } = visit();
    if (now) void queries.invalidateQueries({ queryKey: [...meetingsKey, meetingId] });
  });
};

export function VisitPage(props: { visit: OwnVisit }): JSX.Element {
  useWindow(() => props.visit);
  const coming = () => isComing(props.visit, new Date());
  const next = () => {
    if (props.visit.now) return t('meeting.nowYours');
    if (props.visit.been) return t('meetingRoom.visitOver');
    if (!coming()) return t('meeting.visitOver');
    return t(props.visit.answer === 'comes-not' ? 'meeting.visitComesNot' : 'meeting.visitWaits');
  };
  const somewhere = () => props.visit.place !== null || props.visit.link !== null;
  return (
    <Page
      title={t(`meetingKind.${props.visit.kind}`)}
      windowTitle={t('meeting.window')}
      path={<MeetingsPath />}
    >
      <div class={styles.stack}>
        <section class={`sheet ${styles.visit}`}>
          <dl class={styles.facts}>
            <div>
              <dt>{t('meeting.visitCase')}</dt>
              <dd>
                <A class={styles.name ?? ''} href={`/cases/${props.visit.caseId}`}>
                  {props.visit.childGivenName}
                </A>{' '}
                <span class="quiet numbers">{props.visit.caseNumber}</span>
              </dd>
            </div>
            <div>
              <dt>{t('meeting.visitWhen')}</dt>
              <dd>
                {wholeDay(props.visit.fromAt)}{' '}
                <span class="numbers">{clockOf(props.visit.fromAt, props.visit.untilAt)}</span>
              </dd>
            </div>
            <div>
              <dt>{t('meeting.visitWhere')}</dt>
              <dd>
                <Show when={somewhere()} fallback={<span class="quiet">{t('meeting.noPlace')}</span>}>
                  <span class={styles.places}>
                    <PlaceFacts of={props.visit} />
                  </span>
                </Show>
              </dd>
            </div>
          </dl>
          <Show when={coming()}>
            <div class={styles.asked}>
              <h2>{t('meeting.answerLabel')}</h2>
              <AnswerVisit of={props.visit} />
            </div>
          </Show>
          <p class={styles.next} role="status">
            {next()}
          </p>
        </section>
        <Show when={props.visit.entryId}>
          {(entryId) => <WrittenAnswer caseId={props.visit.caseId} entryId={entryId()} />}
        </Show>
      </div>
    </Page>
  );
}
