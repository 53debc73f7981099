// One question to who asked: did it help?
import { createSignal, type JSX, Show } from 'solid-js';
import { type Consultation, followUpAnswers } from '../../shared/consultation.ts';
import { followUp } from '../../shared/consultation-outcomes.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import shapes from '../ui/shapes.module.css';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { createAskedOnce } from './asked-once.ts';
import { useDoing } from './consultations-query.ts';

export function FollowUp(props: { of: Consultation }): JSX.Element {
  return (
    <Show when={props.of.can.includes('follow-up')}>
      <Question of={props.of} />
    </Show>
  );
}

function Question(props: { of: Consultation }): JSX.Element {
  const form = useForm(`follow-up:${props.of.id}`);
  const doing = useDoing();
  const once = createAskedOnce();
  const [tried, setTried] = createSignal(false);
  const helped = () => followUpAnswers.find((one) => one === form.text('helped'));
  const send = async () => {
    setTried(true);
    const answer = helped();
    if (answer === undefined) return;
    const params = { consultationId: props.of.id };
    const body = { helped: answer, words: form.text('words').trim(), checked: once.asked() };
    const done = await doing.run(body, async (key) => {
      await call(followUp, { params, body, key });
      await form.discard().catch(() => undefined);
    });
    if (!done) return once.heed(doing.problem());
    showToast(t('consultation.sentTurn'));
  };
  return (
    <Show when={form.ready()}>
      <div class={shapes.panel}>
        <RadioGroup
          label={t('outcome.followTitle')}
          hint={t('outcome.followLead')}
          value={helped() ?? ''}
          options={followUpAnswers.map((one) => ({ value: one, label: t(`followUpAnswer.${one}`) }))}
          onChange={(one) => form.type('helped', one)}
          error={tried() && helped() === undefined ? t('outcome.needFollow') : undefined}
        />
        <Show when={helped()}>
          <TextArea
            label={t('outcome.followWords')}
            optional
            rows={2}
            maxLength={2_000}
            value={form.text('words')}
            onInput={(text) => form.type('words', text)}
          />
        </Show>
        <div>
          <Button size="small" kind="primary" busy={doing.busy()} onClick={() => void send()}>
            {once.asked() ? t('ask.likelySend') : t('outcome.followDo')}
          </Button>
        </div>
        <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
      </div>
    </Show>
  );
}
