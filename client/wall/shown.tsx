// What everybody present may see, large: the case and its phase, what belongs to the phase, and beside it what has been agreed.
import { createMemo, createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import type { WallItem, WallView } from '../../shared/wall.ts';
import { day } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { phaseQuestions, phaseTitle } from '../meetings/room/phase-words.ts';
import { secondsLeft } from '../meetings/room/running-times.ts';
import styles from './wall.module.css';

type Shown = Extract<WallView, { state: 'shown' }>;

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function TimeLeft(props: { item: WallItem }): JSX.Element {
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), 1_000);
  onCleanup(() => clearInterval(timer));
  const minutes = () => props.item.phase.minutes;
  const left = () => Math.min(secondsLeft(props.item.phaseAt, minutes(), now()), minutes() * 60);
  return (
    <p class={styles.time} role="timer">
      <Show when={left() > 0} fallback={<span class={styles.full}>{t('meetingRoom.full')}</span>}>
        <span class={styles.clock}>{clock(left())}</span>
        <span class={styles.quiet}>{t('wall.left')}</span>
      </Show>
    </p>
  );
}

function Texts(props: { title: string; texts: readonly string[]; quote?: boolean }): JSX.Element {
  return (
    <Show when={props.texts.length > 0}>
      <section>
        <h3>{props.title}</h3>
        <ul class={props.quote ? styles.quotes : styles.texts}>
          <For each={props.texts}>{(text) => <li>{text}</li>}</For>
        </ul>
      </section>
    </Show>
  );
}

function Steps(props: { item: WallItem }): JSX.Element {
  const lines = () =>
    props.item.steps.map(({ text, dueOn }) => (dueOn === null ? text : `${text} (${day(dueOn)})`));
  return <Texts title={t('wall.steps')} texts={lines()} />;
}

/** Under its phase each kind of text stands in the middle; what was said before stays at the side. */
function Middle(props: { item: WallItem }): JSX.Element {
  const key = () => props.item.phase.key;
  return (
    <>
      <Show when={props.item.question}>
        {(question) => <blockquote class={styles.question}>{question()}</blockquote>}
      </Show>
      <Texts title={t('meetingRoom.guiding')} texts={phaseQuestions(props.item.phase)} />
      <Show when={key() === 'hypotheses' || key() === 'reflection'}>
        <Texts title={t('wall.hypotheses')} texts={props.item.hypotheses} />
      </Show>
      <Show when={key() === 'child-voice'}>
        <Texts title={t('wall.childVoice')} texts={props.item.childVoice} quote />
      </Show>
      <Texts title={t('wall.shared')} texts={props.item.lines} />
      <Show when={key() === 'steps'}>
        <Steps item={props.item} />
      </Show>
    </>
  );
}

function Beside(props: { view: Shown }): JSX.Element {
  const agenda = () => (props.view.agenda ?? []).filter(({ state }) => state !== 'postponed');
  return (
    <div class={styles.beside}>
      <Show when={props.view.item}>
        {(item) => (
          <>
            <Show when={item().phase.key !== 'child-voice'}>
              <Texts title={t('wall.childVoice')} texts={item().childVoice} quote />
            </Show>
            <Show when={item().phase.key !== 'steps'}>
              <Steps item={item()} />
            </Show>
          </>
        )}
      </Show>
      <Show when={agenda().length > 0}>
        <section>
          <Show when={props.view.item} fallback={<h2 class={styles.small}>{t('meetingRoom.agenda')}</h2>}>
            <h3>{t('meetingRoom.agenda')}</h3>
          </Show>
          <ol class={styles.agenda}>
            <For each={agenda()}>
              {(one) => (
                <li data-state={one.state}>
                  {one.name ?? t('wall.restricted')}
                  <Show when={one.state === 'current'}>
                    <span class={styles.quiet}> · {t('meetingRoom.agendaNow')}</span>
                  </Show>
                  <Show when={one.state === 'discussed'}>
                    <span class={styles.quiet}> · {t('meetingRoom.agendaDone')}</span>
                  </Show>
                </li>
              )}
            </For>
          </ol>
        </section>
      </Show>
    </div>
  );
}

export function OnWall(props: { view: Shown }): JSX.Element {
  const item = createMemo(() => props.view.item);
  const kind = () => t(`meetingKind.${props.view.kind}`);
  /** Over a case the whole name of the meeting; else the team's stands in the heading. */
  const where = () => {
    const { teamName } = props.view;
    if (item()) return [teamName, kind()].filter(Boolean).join(' · ');
    return teamName === null ? '' : kind();
  };
  return (
    <>
      {/* A change of phase is said when a screen reader has finished what it is saying. */}
      <p class="visually-hidden" role="status">
        <Show when={item()}>
          {(now) => <>{t('meetingRoom.movedPhase', { phase: phaseTitle(now().phase) })}</>}
        </Show>
      </p>
      <header class={styles.head}>
        <p class={styles.quiet}>{where()}</p>
        <Show when={item()} fallback={<h1>{props.view.teamName ?? kind()}</h1>}>
          {(now) => (
            <div class={styles.about}>
              <div>
                <h1>{now().childGivenName}</h1>
                <h2>{phaseTitle(now().phase)}</h2>
              </div>
              <TimeLeft item={now()} />
            </div>
          )}
        </Show>
      </header>
      <div class={styles.columns} data-alone={item() ? undefined : ''}>
        <Show when={item()}>
          {(now) => (
            <div class={styles.middle}>
              <Middle item={now()} />
            </div>
          )}
        </Show>
        <Beside view={props.view} />
      </div>
    </>
  );
}
