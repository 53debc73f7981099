// Offering a request to another service: it stays here until that one accepts.
import { createSignal, type JSX, Show } from 'solid-js';
import type { Consultation, RequestGround } from '../../shared/consultation.ts';
import { passOn } from '../../shared/consultations-together.ts';
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
import { GroundPart } from './ground-part.tsx';
import { advisesOn, useServices } from './service-choice.tsx';
import { serviceName } from './words.ts';

export function PassOnDialog(props: { of: Consultation; onClose: () => void }): JSX.Element {
  const form = useForm(`pass-on:${props.of.id}`);
  const doing = useDoing(() => props.of.id);
  const services = useServices();
  const [tried, setTried] = createSignal(false);
  const [ground, setGround] = createSignal<RequestGround | null>(null);
  const named = () => !props.of.anonymous;
  const others = () =>
    (services.isSuccess ? services.data : []).filter(
      (one) =>
        one.endedAt === null &&
        one.id !== props.of.service.serviceId &&
        (named() ? one.takesNamed : one.takesAnonymous),
    );
  const whom = () => others().find((one) => one.id === form.text('to'))?.id ?? '';
  const reason = () => form.text('reason').trim();
  const send = async () => {
    setTried(true);
    if (whom() === '' || reason() === '' || (named() && ground() === null)) return;
    const params = { consultationId: props.of.id };
    const body = { serviceId: whom(), reason: reason(), ground: named() ? ground() : null };
    if (!(await doing.run(body, (key) => call(passOn, { params, body, key })))) return;
    await form.discard().catch(() => undefined);
    showToast(t('consultation.done'));
    props.onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('withOthers.passOnTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Show when={others().length > 0}>
            <Button kind="primary" busy={doing.busy()} onClick={() => void send()}>
              {t('withOthers.passOnDo')}
            </Button>
          </Show>
        </>
      }
    >
      <Show when={form.ready() && !services.isPending} fallback={<Skeleton lines={4} />}>
        <Show when={others().length > 0} fallback={<p>{t('withOthers.passOnNobody')}</p>}>
          <p>{t('withOthers.passOnLead')}</p>
          <RadioGroup
            label={t('withOthers.passOnWhom')}
            value={whom()}
            options={others().map((one) => ({
              value: one.id,
              label: serviceName(one),
              hint: advisesOn(one),
            }))}
            onChange={(one) => form.type('to', one)}
            error={tried() && whom() === '' ? t('withOthers.needTeam') : undefined}
          />
          <TextInput
            label={t('consultation.reason')}
            maxLength={200}
            value={form.text('reason')}
            onInput={(text) => form.type('reason', text)}
            error={tried() && reason() === '' ? t('consultation.needReason') : undefined}
          />
          <Show when={named()}>
            <GroundPart value={ground()} missing={tried() && ground() === null} onChange={setGround} />
          </Show>
        </Show>
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
