// Today, of the meetings: those of today with one press to join, the invitations that wait for an answer, the memos that wait for a signature.
import { A } from '@solidjs/router';
import { createEffect, createSignal, For, type JSX, on, Show } from 'solid-js';
import type { MeetingHead } from '../../shared/meeting.ts';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { TodayMemos } from '../memos/memo-rows.tsx';
import { session } from '../sessions/session.ts';
import { createNewly } from '../today/newly.ts';
import { announce } from '../ui/announcer.tsx';
import { Rows, Section } from '../ui/section.tsx';
import { comingWithin, ofToday } from './meeting-days.ts';
import { MeetingRow } from './meeting-row.tsx';
import { useMeetings } from './meetings-query.ts';
import { TodayWaiting } from './today-waiting.tsx';
import { VisitRow } from './visit-row.tsx';
import { isComing, waitsForAnswer } from './visits.ts';

/** @param props.onRead told whether there is anything to show, once it is known */
export function TodayMeetings(props: { onRead: (any: boolean) => void }): JSX.Element {
  const query = useMeetings();
  const lists = () => (query.isSuccess ? query.data : undefined);
  const now = () => new Date();
  const visits = () => (lists()?.visits ?? []).filter((one) => isComing(one, now()));
  const meetings = () => ofToday(lists()?.meetings ?? [], now());
  const waiting = () => visits().filter((one) => waitsForAnswer(one, now()));
  const answered = () =>
    visits().filter((one) => one.now || (one.answer !== null && isoDay(one.fromAt) === isoDay(now())));
  /** Whoever leads or coordinates a team sees to it that its memos are signed. */
  const seesTo = () =>
    ['coordinator', 'consultant-social-worker'].includes(session()?.affiliation?.profession ?? '');
  const unsigned = () =>
    seesTo() ? (lists()?.meetings ?? []).filter((one) => one.state === 'ended' && one.unsigned > 0) : [];
  const unanswered = () =>
    seesTo() ? comingWithin(lists()?.meetings ?? [], now(), 14).filter((one) => one.unanswered > 0) : [];
  /** Those of today stand above, with the same words. */
  const presented = () =>
    comingWithin(lists()?.meetings ?? [], now(), 7).filter(
      (one) => one.presents.length > 0 && !meetings().includes(one),
    );
  const leadsTeam = () => session()?.affiliation?.profession === 'consultant-social-worker';
  /** On whose agenda what has waited long can be put. */
  const nextOfTeam = () =>
    leadsTeam()
      ? (lists()?.meetings ?? []).find(
          (one) =>
            // A case of one's own may stand on another team's agenda, where nothing waits.
            lists()?.teams.some(({ name }) => name === one.teamName) &&
            one.state === 'planned' &&
            Date.parse(one.startsAt) > now().getTime(),
        )?.id
      : undefined;
  const [wait, setWait] = createSignal<boolean>();
  const isNew = createNewly();
  createEffect(() => {
    const read = lists();
    if (read && isNew(read.visits.map((one) => one.id)).length > 0) announce(t('meeting.newVisit'));
  });
  const [memos, setMemos] = createSignal<boolean>();
  const any = () =>
    memos() === true ||
    (nextOfTeam() !== undefined && wait() === true) ||
    [meetings(), waiting(), answered(), unsigned(), unanswered(), presented()].some(
      ({ length }) => length > 0,
    );
  createEffect(
    on([lists, () => query.isError, memos, any, wait], ([read, failed, known, some, waits]) => {
      if ((read || failed) && known !== undefined && (waits !== undefined || nextOfTeam() === undefined))
        props.onRead(some);
    }),
  );
  return (
    <>
      <TodayMemos onRead={setMemos} />
      <Show when={meetings().length + answered().length > 0}>
        <Section
          title={t('meeting.todayTitle')}
          look="sheet"
          aside={
            <Show when={session()?.family === false}>
              <A href="/meetings">{t('meeting.all')}</A>
            </Show>
          }
        >
          <Rows>
            <For each={answered()}>{(one) => <VisitRow of={one} />}</For>
            <For each={meetings()}>{(one) => <MeetingRow of={one} />}</For>
          </Rows>
        </Section>
      </Show>
      <TodayRows title={t('meeting.presentsTitle')} of={presented()} />
      <TodayRows title={t('meeting.unansweredTitle')} of={unanswered()} />
      <TodayRows title={t('meeting.unsignedTitle')} of={unsigned()} />
      <Show when={nextOfTeam()} keyed>
        {(meetingId) => <TodayWaiting meetingId={meetingId} onRead={setWait} />}
      </Show>
      <Show when={leadsTeam()}>
        <For each={lists()?.teams}>
          {(team) => (
            <p>
              <A href={`/meetings/teams/${team.id}/figures`}>{t('teamFigures.today', { team: team.name })}</A>
            </p>
          )}
        </For>
      </Show>
      <Show when={waiting().length > 0}>
        <Section title={t('meeting.waitingTitle')} look="sheet">
          <Rows>
            <For each={waiting()}>{(one) => <VisitRow of={one} />}</For>
          </Rows>
        </Section>
      </Show>
    </>
  );
}

/** Meetings of other days under one heading; nothing where there are none. */
function TodayRows(props: { title: string; of: readonly MeetingHead[] }): JSX.Element {
  return (
    <Show when={props.of.length > 0}>
      <Section title={props.title} look="sheet">
        <Rows>
          <For each={props.of}>{(one) => <MeetingRow of={one} withDay />}</For>
        </Rows>
      </Section>
    </Show>
  );
}
