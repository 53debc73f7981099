// Handing a step on: it is offered, and stays whose it is until it is accepted.
import { createSignal, type JSX, Show } from 'solid-js';
import type { Member } from '../../shared/cases.ts';
import { CallError } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { doerLabel } from './doer-label.ts';
import { type Movable, useMoving } from './moving.ts';
import styles from './steps.module.css';

export function OfferDialog(props: {
  step: Movable;
  mine: boolean;
  others: readonly Member[];
  onClose: () => void;
}): JSX.Element {
  const form = useForm(`step-offer:${props.step.id}`);
  const moving = useMoving();
  const [tried, setTried] = createSignal(false);
  const to = () => props.others.find((one) => one.id === form.text('to'));
  const send = async () => {
    setTried(true);
    const one = to();
    if (!one) return;
    if ((await moving.move(props.step, 'offer', { toMemberId: one.id })) === undefined) return;
    await form.discard().catch(() => undefined);
    showToast(t('steps.toldOffered', { name: one.name }));
    props.onClose();
  };
  const problemWords = (problem: unknown): string => {
    const name = to()?.name ?? '';
    const id = problem instanceof CallError ? problem.id : undefined;
    if (id === 'doer-hidden') return t('steps.hiddenOther', { name });
    return id === 'ground-missing' ? t('steps.noGroundOther', { name }) : wordsFor(problem);
  };
  return (
    <Dialog
      open
      title={t('steps.offerTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Show when={props.others.length > 0}>
            <Button kind="primary" busy={moving.busy()} onClick={() => void send()}>
              {t('steps.offerDo')}
            </Button>
          </Show>
        </>
      }
    >
      <p class={styles.quoted}>{props.step.text}</p>
      <Show when={props.others.length > 0} fallback={<p>{t('steps.offerNobody')}</p>}>
        <p>{t(props.mine ? 'steps.offerLead' : 'steps.offerLeadOther')}</p>
        <Show when={form.ready()} fallback={<Skeleton lines={2} />}>
          <Select
            label={t('steps.offerTo')}
            value={to()?.id ?? ''}
            options={props.others.map((one) => ({ value: one.id, label: doerLabel(one) }))}
            placeholder={t('steps.choose')}
            onChange={(id) => form.type('to', id)}
            error={tried() && !to() ? t('steps.needWhom') : undefined}
          />
        </Show>
      </Show>
      <Show when={moving.problem()}>{(problem) => <ErrorNotice>{problemWords(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
