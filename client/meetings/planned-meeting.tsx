// A meeting before it begins: its agenda is built here by everybody in the team at once.
import { useSearchParams } from '@solidjs/router';
import { createSignal, type JSX, onMount, Show } from 'solid-js';
import type { MeetingAbility, MeetingRoom } from '../../shared/meeting.ts';
import { moveMeeting } from '../../shared/meetings.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { isoDay } from '../i18n/dates.ts';
import { wholeDay } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Menu } from '../ui/menu.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Agenda } from './agenda.tsx';
import { ChangeMeetingDialog } from './change-meeting-dialog.tsx';
import { MeetingsPath, PlaceFacts } from './meeting-head.tsx';
import styles from './meetings.module.css';
import { useDoing } from './meetings-query.ts';
import { useAgendaNews } from './news-query.ts';
import { ProposeDialog } from './propose-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { WaitingCases } from './waiting-cases.tsx';
import { WhoComes } from './who-comes.tsx';
import { clockOf, meetingTitle, startOf } from './words.ts';

type Opened = 'propose' | 'change' | 'cancel' | 'start';

export function PlannedMeeting(props: { room: MeetingRoom }): JSX.Element {
  const meeting = () => props.room.meeting;
  const can = (ability: MeetingAbility) => props.room.can.includes(ability);
  const [opened, setOpened] = createSignal<Opened>();
  /** What a proposal is begun with. */
  const [chosen, setChosen] = createSignal('');
  const propose = (caseId = '') => {
    setChosen(caseId);
    setOpened('propose');
  };
  // Whoever comes to propose a case is in the middle of it; a page that is read again is not.
  const [search, setSearch] = useSearchParams<{ propose?: string }>();
  onMount(() => {
    const caseId = search.propose;
    if (caseId === undefined) return;
    setSearch({ propose: undefined }, { replace: true });
    if (can('propose')) propose(caseId);
  });
  const news = useAgendaNews(() => props.room);
  const close = () => setOpened(undefined);
  const doing = useDoing();
  const start = async () => {
    const params = { meetingId: meeting().id };
    const body = { act: 'open' as const, itemId: null, phase: null, reason: null };
    await doing.run(body, (key) => call(moveMeeting, { params, body, key }));
  };
  /** Of another day, it is asked about first: what has begun is not planned any more. */
  const isToday = () => isoDay(meeting().startsAt) <= isoDay(new Date());
  const acts = () => [
    ...(can('change') ? [{ label: t('meeting.change'), onSelect: () => setOpened('change') }] : []),
    ...(can('cancel')
      ? [{ label: t('meeting.cancel'), danger: true, onSelect: () => setOpened('cancel') }]
      : []),
  ];
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
          <PlaceFacts of={meeting()} />
        </>
      }
      actions={
        <>
          <Show when={can('propose')}>
            <Button icon="plus" kind={isToday() ? 'secondary' : 'primary'} onClick={() => propose()}>
              {t('meeting.propose')}
            </Button>
          </Show>
          <Show when={can('open')}>
            <Button
              kind={isToday() ? 'primary' : 'secondary'}
              busy={doing.busy()}
              onClick={() => (isToday() ? void start() : setOpened('start'))}
            >
              {t('meeting.start')}
            </Button>
          </Show>
          <Show when={can('change') || can('cancel')}>
            <Menu items={acts()} />
          </Show>
        </>
      }
    >
      <div class={styles.stack}>
        <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
        <Show when={props.room.expected.length > 0}>
          <WhoComes room={props.room} />
        </Show>
        <Agenda room={props.room} news={news()} onPropose={can('propose') ? () => propose() : undefined} />
        <Show when={can('propose') && news()}>
          {(read) => <WaitingCases news={read()} onPropose={propose} />}
        </Show>
        <p class="quiet">{t('meeting.startsNext', { date: startOf(meeting()) })}</p>
      </div>
      <Show when={opened() === 'propose'}>
        <ProposeDialog room={props.room} caseId={chosen()} onClose={close} />
      </Show>
      <Show when={opened() === 'change'}>
        <ChangeMeetingDialog meeting={meeting()} onClose={close} />
      </Show>
      <Show when={opened() === 'cancel'}>
        <ReasonDialog meetingId={meeting().id} act="cancel" onClose={close} />
      </Show>
      <Dialog
        open={opened() === 'start'}
        title={t('meeting.startEarly')}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t('ui.cancel')}</Button>
            <Button kind="primary" busy={doing.busy()} onClick={() => void start()}>
              {t('meeting.start')}
            </Button>
          </>
        }
      >
        <p>{t('meeting.startEarlyLead', { date: startOf(meeting()) })}</p>
      </Dialog>
    </Page>
  );
}
