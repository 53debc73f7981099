// The live room of a meeting. It shows the room as it was last read; when something moves, it is read again, and whoever comes late or
// comes back lands in the same way.
import { A } from '@solidjs/router';
import { createMemo, type JSX, Show } from 'solid-js';
import type { MeetingRoom, OpenItem } from '../../../shared/meeting.ts';
import { day, time } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { session } from '../../sessions/session.ts';
import { Page } from '../../shell/page.tsx';
import { keptLate } from '../../together/late-words.ts';
import { KeptAsNote } from '../../together/together-notices.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SavedLine } from '../../writing/saved-line.tsx';
import { Agenda } from './agenda.tsx';
import { useAnnouncing } from './announcing.ts';
import { Beside } from './beside.tsx';
import { Between } from './between.tsx';
import { ChairRow } from './chair-row.tsx';
import { ElsewhereBar } from './elsewhere-bar.tsx';
import { Foyer } from './foyer.tsx';
import headStyles from './head.module.css';
import { ItemCase } from './item-case.tsx';
import { ListeningRow } from './listening-row.tsx';
import { createMoves } from './moves.ts';
import { useNarrow } from './narrow.ts';
import { createOpenDocuments } from './open-documents.ts';
import { PeopleHere } from './people-here.tsx';
import { PhaseBar } from './phase-bar.tsx';
import { PhaseSheet } from './phase-sheet.tsx';
import { Listening } from './reflection-part.tsx';
import styles from './room.module.css';
import {
  currentItem,
  currentPhase,
  itemById,
  openItem,
  type RoomAround,
  RoomContext,
  shortName,
  useRoom,
} from './room.ts';
import { TimeLeft } from './time-left.tsx';
import { createTyping } from './typing.ts';
import { createView } from './view.ts';
import { WallNarrowed, WallRow } from './wall-row.tsx';

/** The item in view, as long as there is one that the reader may read. */
const useItemInView = (): (() => OpenItem | undefined) => {
  const { room, view } = useRoom();
  return createMemo(() => {
    const spot = view.spot();
    return spot ? openItem(itemById(room(), spot.itemId)) : undefined;
  });
};

function Clock(): JSX.Element {
  const { room } = useRoom();
  const item = () => openItem(currentItem(room()));
  const phase = () => {
    const [one, now] = [item(), currentPhase(room(), item())];
    return one?.phaseAt && now ? { phaseAt: one.phaseAt, minutes: now.minutes } : undefined;
  };
  return <Show when={phase()}>{(now) => <TimeLeft phaseAt={now().phaseAt} minutes={now().minutes} />}</Show>;
}

const writingPlaces = [
  '[contenteditable="true"]',
  'textarea:not([readonly])',
  '[data-writing-place]',
  '#meeting-phase',
];

/** To where one writes, or can begin to. */
const goToWriting = (): void => {
  const room = document.getElementById('meeting-room');
  for (const place of writingPlaces) {
    const found = room?.querySelector<HTMLElement>(place);
    if (!found) continue;
    found.focus();
    return;
  }
};

/** A part at the left; on a narrow page it is folded under its own heading, before the sheet. */
function Fold(props: { title: string; short?: string; children: JSX.Element }): JSX.Element {
  const narrow = useNarrow();
  return (
    <Show
      when={narrow()}
      fallback={
        <>
          <h2>{props.title}</h2>
          {props.children}
        </>
      }
    >
      <Disclosure summary={props.short ?? props.title}>{props.children}</Disclosure>
    </Show>
  );
}

function Left(): JSX.Element {
  const { room } = useRoom();
  return (
    <Show when={room().as === 'team'}>
      <section class={styles.agenda}>
        <Fold title={t('meetingRoom.agenda')}>
          <Agenda />
        </Fold>
      </section>
    </Show>
  );
}

function People(): JSX.Element {
  const { room } = useRoom();
  const names = () =>
    room()
      .present.map(({ person }) => shortName(person))
      .join(', ');
  return (
    <Show when={room().meeting.state === 'open'}>
      <section class={styles.people}>
        <Fold title={t('meetingRoom.here')} short={t('meetingRoom.hereNow', { names: names() })}>
          <PeopleHere />
          <Show when={room().as === 'team'}>
            <WallRow />
          </Show>
        </Fold>
      </section>
    </Show>
  );
}

function Inside(): JSX.Element {
  const { room, me, view } = useRoom();
  const item = useItemInView();
  /** The presenter, while the others reflect. */
  const listens = () => {
    const now = openItem(currentItem(room()));
    return (
      view.follows() && now?.presenter.personId === me() && currentPhase(room(), now)?.key === 'reflection'
    );
  };
  return (
    <div class={styles.columns} data-listens={listens() ? '' : undefined}>
      <Left />
      <Show
        when={item()?.id}
        keyed
        fallback={
          <>
            <People />
            <div class={styles.middle}>
              <ElsewhereBar />
              <Between />
            </div>
          </>
        }
      >
        {(id) => {
          const last = createMemo<OpenItem | undefined>((before) => openItem(itemById(room(), id)) ?? before);
          return (
            <Show when={last()}>
              {(one) => (
                <ItemCase item={one()}>
                  <People />
                  <div class={styles.middle}>
                    <ElsewhereBar />
                    <Show when={!listens()} fallback={<Listening />}>
                      <PhaseSheet />
                    </Show>
                  </div>
                  <Beside />
                </ItemCase>
              )}
            </Show>
          );
        }}
      </Show>
    </div>
  );
}

function Frame(): JSX.Element {
  const { room, me, moves } = useRoom();
  const item = useItemInView();
  const meeting = () => room().meeting;
  const isIn = () =>
    meeting().state !== 'open' || room().present.some(({ person }) => person.personId === me());
  const about = () => (isIn() ? item() : undefined);
  const where = () => {
    const { teamName, startsAt } = meeting();
    return [teamName, `${day(startsAt)} ${t('time.clock', { time: time(startsAt) })}`].filter(Boolean);
  };
  return (
    <Page
      title={about()?.childGivenName ?? t('meetingRoom.title')}
      windowTitle={[t('meetingRoom.title'), about()?.caseNumber].filter(Boolean).join(' ')}
      path={
        <>
          <A href="/meetings">{t('shell.meetings')}</A>
          <span>{where().join(' · ')}</span>
        </>
      }
      actions={
        <Show when={isIn()}>
          <SavedLine />
          <Clock />
          <Show when={meeting().state === 'open'}>
            <Button size="small" kind="quiet" busy={moves.busy()} onClick={() => void moves.goOut()}>
              {t('meetingRoom.goOut')}
            </Button>
          </Show>
        </Show>
      }
      below={
        <Show when={isIn()}>
          <div class={headStyles.head}>
            <button type="button" class={headStyles.skip} onClick={goToWriting}>
              {t('meetingRoom.skip')}
            </button>
            <Show when={about()}>{(one) => <PhaseBar item={one()} />}</Show>
            <Show when={meeting().state === 'open'}>
              <ListeningRow />
            </Show>
            <Show when={room().as === 'team' && meeting().state === 'open'}>
              <ChairRow />
              <WallNarrowed />
            </Show>
            <Show when={keptLate()}>
              <KeptAsNote />
            </Show>
          </div>
        </Show>
      }
    >
      <Show when={isIn()} fallback={<Foyer />}>
        <Inside />
      </Show>
    </Page>
  );
}

export function MeetingRoomPage(props: { meetingId: string; room: MeetingRoom }): JSX.Element {
  const room = () => props.room;
  const typing = createTyping();
  useAnnouncing(room);
  const around: RoomAround = {
    room,
    me: () => session()?.personId ?? '',
    moves: createMoves(props.meetingId),
    view: createView(room, typing.now),
    documents: createOpenDocuments(),
  };
  return (
    <RoomContext.Provider value={around}>
      <div id="meeting-room" class={styles.room} ref={typing.listen}>
        <Frame />
      </div>
    </RoomContext.Provider>
  );
}
