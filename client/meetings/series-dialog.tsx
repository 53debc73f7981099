// A meeting of the team that goes on: the day of the first one says the weekday. Kept as it is typed.
import { createSignal, type JSX, Show } from 'solid-js';
import { beginSeries } from '../../shared/meetings.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Notice, Skeleton } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { type DraftPart, type MeetingDraft, usualDraft, wrongIn } from './meeting-draft.ts';
import { MeetingFields } from './meeting-fields.tsx';
import { useDoing } from './meetings-query.ts';
import { everyWeeks, weekdayOf } from './series-words.ts';

type Team = { readonly id: string; readonly name: string };

export function SeriesDialog(props: { teams: readonly Team[]; onClose: () => void }): JSX.Element {
  const form = useForm('begin-series');
  const doing = useDoing();
  const [tried, setTried] = createSignal(false);
  const team = () => props.teams.find(({ id }) => id === form.text('team')) ?? props.teams[0];
  const weeks = () => form.text('weeks') || '1';
  const until = () => form.text('until');
  const draft = (): MeetingDraft => ({
    day: form.text('day'),
    begins: form.text('begins'),
    length: form.text('length') || usualDraft.length,
    place: form.text('place'),
    link: form.text('link'),
  });
  const onWeekend = () => draft().day !== '' && weekdayOf(draft().day) > 5;
  const endsBefore = () => until() !== '' && draft().day !== '' && until() < draft().day;
  const begin = async (): Promise<void> => {
    setTried(true);
    const { day, begins, length, place, link } = draft();
    const of = team();
    if (!of || onWeekend() || endsBefore() || Object.keys(wrongIn(draft(), new Date())).length > 0) return;
    const params = { teamId: of.id };
    const body = {
      weekday: weekdayOf(day),
      time: begins,
      minutes: Number(length),
      everyWeeks: Number(weeks()),
      fromOn: day,
      untilOn: until() || null,
      place: place.trim() || null,
      link: link.trim() || null,
    };
    if (!(await doing.run({ params, body }, (key) => call(beginSeries, { params, body, key })))) return;
    await form.discard().catch(() => undefined);
    showToast(t('meeting.seriesBegun'));
    props.onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('meeting.seriesBegin')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={doing.busy()} onClick={() => void begin()}>
            {t('meeting.seriesBegin')}
          </Button>
        </>
      }
    >
      <Show when={form.ready()} fallback={<Skeleton lines={6} />}>
        <p>{t('meeting.seriesLead')}</p>
        <Show when={props.teams.length > 1}>
          <Select
            label={t('meeting.seriesTeam')}
            value={team()?.id ?? ''}
            options={props.teams.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => form.type('team', id)}
          />
        </Show>
        <MeetingFields
          value={draft()}
          tried={tried()}
          onChange={(part: DraftPart, text) => form.type(part, text)}
        />
        <Show when={onWeekend()}>
          <Notice tone="amber">{t('meeting.seriesWeekend')}</Notice>
        </Show>
        <Select
          label={t('meeting.seriesEvery')}
          value={weeks()}
          options={everyWeeks.map((count) => ({
            value: String(count),
            label: t('meeting.everyWeeks', { count }),
          }))}
          onChange={(value) => form.type('weeks', value)}
        />
        <DateInput
          label={t('meeting.seriesUntil')}
          hint={t('meeting.seriesUntilHint')}
          optional
          min={draft().day}
          value={until()}
          error={endsBefore() ? t('meeting.seriesEndsBefore') : undefined}
          onDate={(iso) => form.type('until', iso)}
        />
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
