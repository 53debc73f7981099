// What is done to a meeting or to a case on its agenda with a reason. The reason is kept as it is typed.
import { createSignal, type JSX, Show } from 'solid-js';
import type { MeetingAct } from '../../shared/meetings.ts';
import { moveMeeting } from '../../shared/meetings.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { useDoing } from './meetings-query.ts';

const acts = {
  cancel: { title: 'meeting.cancel', lead: 'meeting.cancelLead', done: 'meeting.cancelled' },
  'postpone-item': { title: 'meeting.postpone', lead: 'meeting.postponeLead', done: 'meeting.postponed' },
  'withdraw-item': { title: 'meeting.withdraw', lead: 'meeting.withdrawLead', done: 'meeting.withdrawn' },
} as const satisfies Partial<Record<MeetingAct, unknown>>;
export type ReasonedAct = keyof typeof acts;

export function ReasonDialog(props: {
  meetingId: string;
  act: ReasonedAct;
  /** The item, and what it is called. */
  item?: { readonly id: string; readonly name: string } | undefined;
  onClose: () => void;
}): JSX.Element {
  const words = acts[props.act];
  const form = useForm(`${props.act}:${props.item?.id ?? props.meetingId}`);
  const doing = useDoing();
  const [tried, setTried] = createSignal(false);
  const reason = () => form.text('reason').trim();
  const title = () => (props.item ? `${t(words.title)}: ${props.item.name}` : t(words.title));
  const send = async () => {
    setTried(true);
    if (reason() === '') return;
    const params = { meetingId: props.meetingId };
    const body = { act: props.act, itemId: props.item?.id ?? null, phase: null, reason: reason() };
    if (!(await doing.run(body, (key) => call(moveMeeting, { params, body, key })))) return;
    await form.discard().catch(() => undefined);
    showToast(t(words.done));
    props.onClose();
  };
  return (
    <Dialog
      open
      title={title()}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button
            kind={props.act === 'postpone-item' ? 'primary' : 'danger'}
            busy={doing.busy()}
            onClick={() => void send()}
          >
            {t(words.title)}
          </Button>
        </>
      }
    >
      <p>{t(words.lead)}</p>
      <Show when={form.ready()} fallback={<Skeleton lines={2} />}>
        <TextInput
          label={t('meeting.reason')}
          maxLength={400}
          value={form.text('reason')}
          onInput={(text) => form.type('reason', text)}
          error={tried() && reason() === '' ? t('meeting.needReason') : undefined}
        />
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
