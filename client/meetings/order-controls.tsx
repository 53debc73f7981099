// The minutes of a row, and its place among the others: by two buttons, and by Alt and an arrow anywhere in the row.
import type { JSX } from 'solid-js';
import { t } from '../i18n/index.ts';
import { IconButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import styles from './order-controls.module.css';

/** In a list and in a text the arrows have a meaning of their own. */
export const moveByKey = (event: KeyboardEvent, move: (step: -1 | 1) => void): void => {
  const step = { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key];
  const typing = event.target instanceof Element && event.target.closest('select, textarea, input');
  if (!event.altKey || step === undefined || typing) return;
  event.preventDefault();
  move(step);
};

export function OrderControls(props: {
  name: string;
  minutes: number;
  /** Minutes that are offered. */
  lengths: readonly number[];
  first: boolean;
  last: boolean;
  busy: boolean;
  onMinutes: (minutes: number) => void;
  onMove: (step: -1 | 1) => void;
}): JSX.Element {
  const choices = () => [...new Set([...props.lengths, props.minutes])].sort((a, b) => a - b).map(String);
  const step = (by: -1 | 1, end: boolean) => (
    <IconButton
      icon="chevron-down"
      name={`${t(by < 0 ? 'meeting.moveUp' : 'meeting.moveDown')}: ${props.name}`}
      data-step={by}
      data-end={end ? '' : undefined}
      aria-disabled={end || props.busy ? 'true' : undefined}
      onClick={() => !end && !props.busy && props.onMove(by)}
    />
  );
  return (
    <>
      <div class={styles.minutes}>
        <Select
          label={`${t('meeting.minutesOf')}: ${props.name}`}
          hideLabel
          value={String(props.minutes)}
          options={choices().map((value) => ({
            value,
            label: t('meeting.minutes', { count: Number(value) }),
          }))}
          onChange={(value) => props.onMinutes(Number(value))}
        />
      </div>
      <span class={styles.steps}>
        {step(-1, props.first)}
        {step(1, props.last)}
      </span>
    </>
  );
}
