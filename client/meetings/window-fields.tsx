// From when until when a visitor may come in, on the day of the meeting.
import type { JSX } from 'solid-js';
import { isoDay, momentOf } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { FieldError } from '../ui/field.tsx';
import { TimeInput } from '../ui/time-input.tsx';
import type { Span } from './agenda-times.ts';
import { clockIn } from './meeting-draft.ts';
import styles from './meetings.module.css';

/** Two clock times, as '09:05'. */
export type WindowDraft = { readonly from: string; readonly until: string };

export const windowDraft = ({ from, until }: Span): WindowDraft => ({
  from: clockIn(from),
  until: clockIn(until),
});

/** On the day of a moment; null where the second is not after the first. */
export const windowOn = (
  on: string | Date,
  { from, until }: WindowDraft,
): { fromAt: string; untilAt: string } | null => {
  if (from === '' || until === '' || until <= from) return null;
  const day = isoDay(on);
  return { fromAt: momentOf(day, from).toISOString(), untilAt: momentOf(day, until).toISOString() };
};

export function WindowFields(props: {
  value: WindowDraft;
  wrong: boolean;
  onChange: (value: WindowDraft) => void;
}): JSX.Element {
  return (
    <>
      <div class={styles.when}>
        <TimeInput
          label={t('meeting.windowFrom')}
          value={props.value.from}
          onTime={(from) => props.onChange({ ...props.value, from })}
        />
        <TimeInput
          label={t('meeting.windowUntil')}
          value={props.value.until}
          onTime={(until) => props.onChange({ ...props.value, until })}
        />
      </div>
      <FieldError id="window-wrong" text={props.wrong ? t('meeting.needWindow') : undefined} />
    </>
  );
}
