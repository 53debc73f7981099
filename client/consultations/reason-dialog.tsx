// Something that is done with a reason, which the other side reads. The reason is kept as it is typed.
import { createSignal, type JSX, Show } from 'solid-js';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { useDoing } from './consultations-query.ts';

export function ReasonDialog(props: {
  consultationId: string;
  /** The form's own name. */
  name: string;
  title: string;
  lead: string;
  action: string;
  danger: boolean;
  work: (reason: string, key: string) => Promise<unknown>;
  onClose: () => void;
}): JSX.Element {
  const form = useForm(props.name);
  const doing = useDoing(() => props.consultationId);
  const [tried, setTried] = createSignal(false);
  const reason = () => form.text('reason').trim();
  const send = async () => {
    setTried(true);
    const given = reason();
    if (given === '') return;
    if (!(await doing.run({ given }, (key) => props.work(given, key)))) return;
    await form.discard().catch(() => undefined);
    showToast(t('consultation.done'));
    props.onClose();
  };
  return (
    <Dialog
      open
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind={props.danger ? 'danger' : 'primary'} busy={doing.busy()} onClick={() => void send()}>
            {props.action}
          </Button>
        </>
      }
    >
      <p>{props.lead}</p>
      <Show when={form.ready()} fallback={<Skeleton lines={2} />}>
        <TextInput
          label={t('consultation.reason')}
          maxLength={200}
          value={form.text('reason')}
          onInput={(text) => form.type('reason', text)}
          error={tried() && reason() === '' ? t('consultation.needReason') : undefined}
        />
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
