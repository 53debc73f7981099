// What is left of the phase, by this device's clock: counted down without a sound. Time that is over is said in words and is no alarm.
import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { t } from '../../i18n/index.ts';
import styles from './head.module.css';
import { secondsLeft } from './running-times.ts';

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

export function TimeLeft(props: { phaseAt: string; minutes: number }): JSX.Element {
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), 1_000);
  onCleanup(() => clearInterval(timer));
  const left = () => Math.min(secondsLeft(props.phaseAt, props.minutes, now()), props.minutes * 60);
  const over = () => Math.floor(-left() / 60);
  return (
    <p class={styles.time} role="timer">
      <Show
        when={left() > 0}
        fallback={
          <span class={styles.over}>
            {over() < 1 ? t('meetingRoom.full') : t('meetingRoom.over', { count: over() })}
          </span>
        }
      >
        <span class={styles.clock}>{clock(left())}</span>
        <span class="quiet">{t('meetingRoom.left')}</span>
      </Show>
    </p>
  );
}
