// Putting a step off, or dropping it: not without a word. The words are kept as they are typed.
import { createSignal, type JSX, Show } from 'solid-js';
import { wordsFor } from '../api/problem-words.ts';
import { isoDay } from '../i18n/dates.ts';
import { day } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { type Movable, useMoving } from './moving.ts';
import styles from './steps.module.css';

const wordsOf = {
  postpone: { title: 'steps.postponeTitle', press: 'steps.postponeDo' },
  drop: { title: 'steps.dropTitle', press: 'steps.dropDo' },
} as const;

export function ReasonedDialog(props: {
  act: 'postpone' | 'drop';
  step: Movable;
  onClose: () => void;
}): JSX.Element {
  const form = useForm(`step-${props.act}:${props.step.id}`);
  const moving = useMoving();
  const [tried, setTried] = createSignal(false);
  const postpones = props.act === 'postpone';
  const reason = () => form.text('reason').trim();
  const dueOn = () => form.text('dueOn');
  const send = async () => {
    setTried(true);
    if (reason() === '' || (postpones && dueOn() === '')) return;
    const to = dueOn();
    const given = { reason: reason(), ...(postpones ? { dueOn: to } : {}) };
    if ((await moving.move(props.step, props.act, given)) === undefined) return;
    await form.discard().catch(() => undefined);
    showToast(postpones ? t('steps.toldPostponed', { date: day(to) }) : t('steps.toldDropped'));
    props.onClose();
  };
  return (
    <Dialog
      open
      title={t(wordsOf[props.act].title)}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind={postpones ? 'primary' : 'danger'} busy={moving.busy()} onClick={() => void send()}>
            {t(wordsOf[props.act].press)}
          </Button>
        </>
      }
    >
      <p class={styles.quoted}>{props.step.text}</p>
      <Show when={!postpones}>
        <p>{t('steps.dropLead')}</p>
      </Show>
      <Show when={form.ready()} fallback={<Skeleton lines={3} />}>
        <Show when={postpones}>
          <DateInput
            label={t('steps.postponeTo')}
            min={isoDay(new Date())}
            value={dueOn()}
            onDate={(iso) => form.type('dueOn', iso)}
            error={tried() && dueOn() === '' ? t('steps.needDate') : undefined}
          />
        </Show>
        <TextInput
          label={t('steps.reason')}
          maxLength={200}
          value={form.text('reason')}
          onInput={(text) => form.type('reason', text)}
          error={tried() && reason() === '' ? t('steps.needReason') : undefined}
        />
      </Show>
      <Show when={moving.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
