// A statutory clock: the date, how much of the time has gone, and in words how it stands. Which days count is the
// server's business; here the numbers are only shown.
import { createUniqueId, type JSX, Show } from 'solid-js';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import styles from './clock-bar.module.css';
import { Icon } from './icon.tsx';

export type ClockBarProps = {
  label: string;
  /** ISO date. */
  dueOn: string;
  /** Share of the time gone, 0–1. */
  elapsed: number;
  /** Days left, negative when late; working days when `working`. */
  daysLeft: number;
  working?: boolean | undefined;
  state: 'calm' | 'soon' | 'late' | 'done';
  /** Why that date: the rule, in words. */
  reason?: string | undefined;
};

function inWords(props: ClockBarProps): string {
  if (props.state === 'done') return t('time.done');
  if (props.daysLeft < 0) return t('time.daysOver', { count: -props.daysLeft });
  if (props.daysLeft === 0) return t('time.dueToday');
  const left = t(props.working ? 'time.workingDaysLeft' : 'time.daysLeft', { count: props.daysLeft });
  return props.state === 'soon' ? `${t('time.soon')}, ${left}` : left;
}

export function ClockBar(props: ClockBarProps): JSX.Element {
  const id = createUniqueId();
  const share = () => Math.min(1, Math.max(0, props.elapsed));
  return (
    <div class={styles.clock} data-state={props.state}>
      <p class={styles.head}>
        <span id={id}>{props.label}</span>
        <time datetime={props.dueOn} class={styles.due}>
          {date(props.dueOn)}
        </time>
      </p>
      <progress
        class={styles.bar}
        max={1}
        value={share()}
        aria-labelledby={id}
        aria-valuetext={t('time.elapsed', { percent: Math.round(share() * 100) })}
      />
      <p class={styles.words}>
        <span class={styles.state}>
          <Show when={props.state !== 'calm'}>
            <Icon
              name={props.state === 'done' ? 'check' : props.state === 'soon' ? 'clock' : 'warning'}
              size={14}
            />
          </Show>
          {inWords(props)}
        </span>
        <Show when={props.reason}>
          <span> · {props.reason}</span>
        </Show>
      </p>
    </div>
  );
}
