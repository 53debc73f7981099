// Times for a talk or a visit, offered to the asker to choose from.
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { Consultation } from '../../shared/consultation.ts';
import { proposeTimes } from '../../shared/consultations-together.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { isoDay, momentOf } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FieldError } from '../ui/field.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TimeInput } from '../ui/time-input.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { createAskedOnce } from './asked-once.ts';
import { useDoing } from './consultations-query.ts';
import styles from './request.module.css';

const ways = ['telephone', 'video', 'joint-visit'] as const;
const most = 6;

export function ProposeTimesDialog(props: { of: Consultation; onClose: () => void }): JSX.Element {
  const form = useForm(`times:${props.of.id}`);
  const doing = useDoing(() => props.of.id);
  const once = createAskedOnce();
  const [tried, setTried] = createSignal(false);
  const way = () => ways.find((one) => one === form.text('way')) ?? 'telephone';
  const count = () => Math.min(most, Math.max(1, Number(form.text('count')) || 1));
  const rows = () => Array.from({ length: count() }, (_, index) => index);
  /** Null while it is not whole, or lies behind. */
  const timeAt = (index: number): { from: string; to: string } | null => {
    const [day, from, to] = ['day', 'from', 'to'].map((name) => form.text(`${name}${index}`));
    if (!day || !from || !to || to <= from) return null;
    const begins = momentOf(day, from);
    return begins > new Date() ? { from: begins.toISOString(), to: momentOf(day, to).toISOString() } : null;
  };
  const times = () => rows().map(timeAt);
  const send = async () => {
    setTried(true);
    const given = times().filter((one) => one !== null);
    if (given.length < count()) return;
    const params = { consultationId: props.of.id };
    const body = { way: way(), times: given, text: form.text('words').trim(), checked: once.asked() };
    if (!(await doing.run(body, (key) => call(proposeTimes, { params, body, key }))))
      return once.heed(doing.problem());
    await form.discard().catch(() => undefined);
    showToast(t('consultation.sentTurn'));
    props.onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('withOthers.proposeTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={doing.busy()} onClick={() => void send()}>
            {once.asked() ? t('ask.likelySend') : t('withOthers.proposeDo')}
          </Button>
        </>
      }
    >
      <p>{t('withOthers.proposeLead')}</p>
      <Show when={form.ready()} fallback={<Skeleton lines={4} />}>
        <RadioGroup
          label={t('withOthers.way')}
          value={way()}
          options={ways.map((one) => ({ value: one, label: t(`talkWay.${one}`) }))}
          onChange={(one) => form.type('way', one)}
        />
        <For each={rows()}>
          {(index) => (
            <div class={styles.time} data-wrong={tried() && timeAt(index) === null ? '' : undefined}>
              <DateInput
                label={t('withOthers.day')}
                hint=""
                min={isoDay(new Date())}
                value={form.text(`day${index}`)}
                onDate={(day) => form.type(`day${index}`, day)}
              />
              <TimeInput
                label={t('withOthers.begins')}
                value={form.text(`from${index}`)}
                onTime={(text) => form.type(`from${index}`, text)}
              />
              <TimeInput
                label={t('withOthers.ends')}
                value={form.text(`to${index}`)}
                onTime={(text) => form.type(`to${index}`, text)}
              />
            </div>
          )}
        </For>
        <FieldError
          id="times-wrong"
          text={tried() && times().includes(null) ? t('withOthers.needTime') : undefined}
        />
        <div class={styles.send}>
          <Show when={count() < most}>
            <Button size="small" icon="plus" onClick={() => form.type('count', String(count() + 1))}>
              {t('withOthers.addTime')}
            </Button>
          </Show>
          <Show when={count() > 1}>
            <Button size="small" kind="quiet" onClick={() => form.type('count', String(count() - 1))}>
              {t('withOthers.removeTime')}
            </Button>
          </Show>
        </div>
        <TextArea
          label={t('withOthers.proposeWords')}
          optional
          rows={2}
          maxLength={8_000}
          value={form.text('words')}
          onInput={(text) => form.type('words', text)}
        />
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
