// Giving a request to somebody else of the same team: who is there, and a few words with it.
import { createSignal, type JSX, Show } from 'solid-js';
import type { Consultation } from '../../shared/consultation.ts';
import { handOnConsultation } from '../../shared/consultations.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { useDoing } from './consultations-query.ts';

export function HandOnDialog(props: { of: Consultation; onClose: () => void }): JSX.Element {
  const form = useForm(`hand-on:${props.of.id}`);
  const doing = useDoing(() => props.of.id);
  const [tried, setTried] = createSignal(false);
  const others = () => props.of.team.filter((one) => one.personId !== props.of.holder?.personId);
  const whom = () => others().find((one) => one.affiliationId === form.text('to'))?.affiliationId ?? '';
  const send = async () => {
    setTried(true);
    if (whom() === '') return;
    const params = { consultationId: props.of.id };
    const body = { affiliationId: whom(), reason: form.text('reason').trim() || null };
    if (!(await doing.run(body, (key) => call(handOnConsultation, { params, body, key })))) return;
    await form.discard().catch(() => undefined);
    showToast(t('consultation.done'));
    props.onClose();
  };
  return (
    <Dialog
      open
      title={t('consultation.handOnTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Show when={others().length > 0}>
            <Button kind="primary" busy={doing.busy()} onClick={() => void send()}>
              {t('consultation.handOnDo')}
            </Button>
          </Show>
        </>
      }
    >
      <Show when={form.ready()} fallback={<Skeleton lines={4} />}>
        <Show when={others().length > 0} fallback={<p>{t('consultation.handOnNobody')}</p>}>
          <p>{t('consultation.handOnLead')}</p>
          <RadioGroup
            label={t('consultation.handOnWhom')}
            value={whom()}
            options={others().map((one) => ({
              value: one.affiliationId,
              label: one.name,
              hint: t(`serviceRole.${one.role}`),
            }))}
            onChange={(one) => form.type('to', one)}
            error={tried() && whom() === '' ? t('consultation.needWhom') : undefined}
          />
          <TextInput
            label={t('consultation.handOnReason')}
            optional
            maxLength={200}
            value={form.text('reason')}
            onInput={(text) => form.type('reason', text)}
          />
        </Show>
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
