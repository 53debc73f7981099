// What came of a request, by either side; of both duties it is said whose they are.
import { createSignal, type JSX, Show } from 'solid-js';
import { type Consultation, outcomeKinds } from '../../shared/consultation.ts';
import { recordOutcome } from '../../shared/consultation-outcomes.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { SeveralOf } from '../services/several-of.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { createAskedOnce } from './asked-once.ts';
import { useDoing } from './consultations-query.ts';
import { Duties } from './duties.tsx';

export function OutcomeDialog(props: { of: Consultation; onClose: () => void }): JSX.Element {
  const form = useForm(`outcome:${props.of.id}`);
  const doing = useDoing(() => props.of.id);
  const once = createAskedOnce();
  const [tried, setTried] = createSignal(false);
  const kinds = () => outcomeKinds.filter((one) => form.text('kinds').split(' ').includes(one));
  const notifies = () => kinds().includes('child-welfare-notification');
  const send = async () => {
    setTried(true);
    if (kinds().length === 0) return;
    const params = { consultationId: props.of.id };
    const body = { kinds: kinds(), words: form.text('words').trim(), checked: once.asked() };
    if (!(await doing.run(body, (key) => call(recordOutcome, { params, body, key }))))
      return once.heed(doing.problem());
    await form.discard().catch(() => undefined);
    showToast(t('consultation.done'));
    props.onClose();
  };
  return (
    <Dialog
      open
      title={t('outcome.outcomeTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={doing.busy()} onClick={() => void send()}>
            {once.asked() ? t('ask.likelySend') : t('outcome.outcomeDo')}
          </Button>
        </>
      }
    >
      <Show when={form.ready()} fallback={<Skeleton lines={6} />}>
        <p>{t('outcome.outcomeLead')}</p>
        <SeveralOf
          label={t('outcome.outcomeKinds')}
          value={kinds()}
          options={outcomeKinds.map((one) => ({ value: one, label: t(`outcomeKind.${one}`) }))}
          onChange={(value) => form.type('kinds', value.join(' '))}
          error={tried() && kinds().length === 0 ? t('outcome.needOutcome') : undefined}
        />
        <Show when={notifies()}>
          <Duties notification police from={props.of.can.includes('notify') ? props.of.id : undefined} />
        </Show>
        <TextArea
          label={t('outcome.outcomeWords')}
          optional
          rows={2}
          maxLength={2_000}
          value={form.text('words')}
          onInput={(text) => form.type('words', text)}
        />
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
