// When and where: the same fields for convening a meeting and for changing it.
import type { JSX } from 'solid-js';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { DateInput } from '../ui/date-input.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { TimeInput } from '../ui/time-input.tsx';
import { type DraftPart, lengths, type MeetingDraft, wrongIn } from './meeting-draft.ts';
import styles from './meetings.module.css';

export function MeetingFields(props: {
  value: MeetingDraft;
  /** Says what is missing, once it was tried to send it. */
  tried: boolean;
  onChange: (part: DraftPart, text: string) => void;
}): JSX.Element {
  const now = new Date();
  const error = (part: DraftPart) => {
    const key = props.tried ? wrongIn(props.value, now)[part] : undefined;
    return key && t(key);
  };
  const choices = () =>
    [...new Set([...lengths.map(String), props.value.length])].sort((a, b) => Number(a) - Number(b));
  return (
    <>
      <div class={styles.when}>
        <DateInput
          label={t('meeting.day')}
          hint=""
          min={isoDay(now)}
          value={props.value.day}
          error={error('day')}
          onDate={(iso) => props.onChange('day', iso)}
        />
        <TimeInput
          label={t('meeting.begins')}
          value={props.value.begins}
          error={error('begins')}
          onTime={(text) => props.onChange('begins', text)}
        />
        <Select
          label={t('meeting.length')}
          value={props.value.length}
          options={choices().map((value) => ({
            value,
            label: t('meeting.minutes', { count: Number(value) }),
          }))}
          onChange={(value) => props.onChange('length', value)}
        />
      </div>
      <TextInput
        label={t('meeting.place')}
        hint={t('meeting.placeHint')}
        optional
        maxLength={200}
        value={props.value.place}
        onInput={(text) => props.onChange('place', text)}
      />
      <TextInput
        label={t('meeting.link')}
        hint={t('meeting.linkHint')}
        optional
        inputMode="url"
        maxLength={500}
        value={props.value.link}
        error={error('link')}
        onInput={(text) => props.onChange('link', text)}
      />
    </>
  );
}
