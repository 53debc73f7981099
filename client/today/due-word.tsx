// A due date in words: late in red with a mark, near in amber, never by colour alone.
import { type JSX, Show } from 'solid-js';
import { daysBetween } from '../i18n/dates.ts';
import { date, day } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './today.module.css';

const near = 2;
/** Days from which a day without its year could be taken for another. */
const far = 300;

export function DueWord(props: {
  dueOn: string | null;
  today: string;
  /** Only the day while there is time: where a column of days says what they are. */
  bare?: boolean | undefined;
}): JSX.Element {
  const left = () => (props.dueOn === null ? null : daysBetween(props.today, props.dueOn));
  const state = () => {
    const days = left();
    if (days === null || days > near) return 'calm';
    return days < 0 ? 'late' : 'soon';
  };
  const words = () => {
    const { dueOn } = props;
    const days = left();
    if (dueOn === null || days === null) return t('today.noDue');
    const said = Math.abs(days) < far ? day(dueOn) : date(dueOn);
    if (days < 0) return t('today.overdue', { date: said });
    if (days === 0) return t('time.dueToday');
    return props.bare ? said : t('today.due', { date: said });
  };
  return (
    <span class={styles.due} data-state={state()}>
      <Show when={state() !== 'calm'}>
        <Icon name={state() === 'late' ? 'warning' : 'clock'} size={14} />{' '}
      </Show>
      {words()}
    </span>
  );
}
