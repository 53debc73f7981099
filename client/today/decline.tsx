// Saying no, with a reason: to an invitation, or to responsibility. Kept as it is typed, like every text.
import { useQueryClient } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { todayKey } from './today-query.ts';

export type Declining = {
  readonly what: 'invitation' | 'handover';
  readonly id: string;
  readonly send: (reason: string, key: string) => Promise<unknown>;
};

const words = {
  invitation: {
    title: 'membership.declineTitle',
    lead: 'membership.declineWords',
    hint: 'membership.declineReasonHint',
    send: 'membership.declineSend',
  },
  handover: {
    title: 'membership.declineHandoverTitle',
    lead: 'membership.declineHandoverWords',
    hint: 'membership.declineHandoverHint',
    send: 'membership.declineHandoverSend',
  },
} as const;

export function DeclineDialog(props: { declining: Declining; onClose: () => void }): JSX.Element {
  const queries = useQueryClient();
  const sending = createSending();
  const form = useForm(`decline:${props.declining.id}`);
  const [tried, setTried] = createSignal(false);
  const reason = () => form.text('reason').trim();
  const said = () => words[props.declining.what];
  const send = async () => {
    setTried(true);
    const given = reason();
    if (given === '') return;
    const done = await sending.send({ given }, async (key) => {
      await props.declining.send(given, key);
    });
    if (!done) return;
    await form.discard().catch(() => undefined);
    await queries.invalidateQueries({ queryKey: todayKey });
    showToast(t('membership.declined'));
    props.onClose();
  };
  return (
    <Dialog
      open
      title={t(said().title)}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="danger" busy={sending.busy()} onClick={() => void send()}>
            {t(said().send)}
          </Button>
        </>
      }
    >
      <p>{t(said().lead)}</p>
      <Show when={form.ready()} fallback={<Skeleton lines={2} />}>
        <TextInput
          label={t('membership.declineReason')}
          hint={t(said().hint)}
          value={form.text('reason')}
          maxLength={200}
          onInput={(text) => form.type('reason', text)}
          error={tried() && reason() === '' ? t('membership.needReason') : undefined}
        />
      </Show>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
