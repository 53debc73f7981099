// Into which system of one's own a request was taken over.
import { createSignal, type JSX, Show } from 'solid-js';
import { markTransferred } from '../../shared/consultation-records.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { useDoing } from './consultations-query.ts';

export function TransferDialog(props: { consultationId: string; onClose: () => void }): JSX.Element {
  const form = useForm(`transferred:${props.consultationId}`);
  const doing = useDoing();
  const [tried, setTried] = createSignal(false);
  const system = () => form.text('system').trim();
  const send = async () => {
    setTried(true);
    if (system() === '') return;
    const params = { consultationId: props.consultationId };
    const body = { system: system() };
    if (!(await doing.run({ params, body }, (key) => call(markTransferred, { params, body, key })))) return;
    await form.discard().catch(() => undefined);
    showToast(t('records.marked'));
    props.onClose();
  };
  return (
    <Dialog
      open
      title={t('records.markTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={doing.busy()} onClick={() => void send()}>
            {t('records.markDo')}
          </Button>
        </>
      }
    >
      <Show when={form.ready()} fallback={<Skeleton lines={3} />}>
        <p>{t('records.markLead')}</p>
        <TextInput
          label={t('records.system')}
          hint={t('records.systemHint')}
          maxLength={200}
          value={form.text('system')}
          error={tried() && system() === '' ? t('records.needSystem') : undefined}
          onInput={(text) => form.type('system', text)}
        />
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
