// Putting a step off, or dropping it: not without a word.
import { type JSX, Show } from 'solid-js';
import { isoDay } from '../i18n/dates.ts';
import { day } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { DateInput } from '../ui/date-input.tsx';
import { showToast } from '../ui/toast.tsx';
import type { Form } from '../writing/form.ts';
import { WithReason } from '../writing/with-reason.tsx';
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
  const moving = useMoving();
  const postpones = props.act === 'postpone';
  const work = async (reason: string, form: Form): Promise<boolean> => {
    const to = form.text('dueOn');
    const given = { reason, ...(postpones ? { dueOn: to } : {}) };
    if ((await moving.move(props.step, props.act, given)) === undefined) return false;
    showToast(postpones ? t('steps.toldPostponed', { date: day(to) }) : t('steps.toldDropped'));
    return true;
  };
  const until = (form: Form, tried: () => boolean) => (
    <DateInput
      label={t('steps.postponeTo')}
      min={isoDay(new Date())}
      value={form.text('dueOn')}
      onDate={(iso) => form.type('dueOn', iso)}
      error={tried() && form.text('dueOn') === '' ? t('steps.needDate') : undefined}
    />
  );
  return (
    <WithReason
      name={`step-${props.act}:${props.step.id}`}
      title={t(wordsOf[props.act].title)}
      action={t(wordsOf[props.act].press)}
      danger={!postpones}
      label={t('steps.reason')}
      needed={t('steps.needReason')}
      longest={200}
      busy={moving.busy()}
      problem={moving.problem()}
      lead={
        <>
          <p class={styles.quoted}>{props.step.text}</p>
          <Show when={!postpones}>
            <p>{t('steps.dropLead')}</p>
          </Show>
        </>
      }
      more={postpones ? until : undefined}
      complete={postpones ? (form) => form.text('dueOn') !== '' : undefined}
      work={work}
      onClose={props.onClose}
    />
  );
}
