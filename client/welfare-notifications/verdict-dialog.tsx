// One step of the receiving service: a choice and the words for it, kept while they are typed.
import { createSignal, type JSX, Show } from 'solid-js';
import { wordsFor } from '../api/problem-words.ts';
import { useDoing } from '../consultations/consultations-query.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';

type Props<V extends string> = {
  /** Under which what is typed is kept. */
  name: string;
  title: string;
  lead: string;
  options: readonly { value: V; label: string }[];
  wordsLabel: string;
  needsWords: boolean;
  send: (verdict: V, words: string, key: string) => Promise<unknown>;
  onClose: () => void;
};

export function VerdictDialog<V extends string>(props: Props<V>): JSX.Element {
  const form = useForm(props.name);
  const doing = useDoing();
  const [tried, setTried] = createSignal(false);
  const verdict = () => props.options.find((one) => one.value === form.text('verdict'))?.value;
  const words = () => form.text('words').trim();
  const wordsMissing = () => props.needsWords && words() === '';
  const send = async () => {
    setTried(true);
    const chosen = verdict();
    if (chosen === undefined || wordsMissing()) return;
    if (!(await doing.run([props.name, chosen, words()], (key) => props.send(chosen, words(), key)))) return;
    await form.discard().catch(() => undefined);
    showToast(t('welfare.recorded'));
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
          <Button kind="primary" busy={doing.busy()} onClick={() => void send()}>
            {t('welfare.record')}
          </Button>
        </>
      }
    >
      <Show when={form.ready()} fallback={<Skeleton lines={4} />}>
        <RadioGroup
          label={props.title}
          hint={props.lead}
          value={verdict() ?? ''}
          options={props.options}
          error={tried() && verdict() === undefined ? t('welfare.needVerdict') : undefined}
          onChange={(value) => form.type('verdict', value)}
        />
        <TextArea
          label={props.wordsLabel}
          optional={!props.needsWords}
          rows={3}
          maxLength={2_000}
          value={form.text('words')}
          error={tried() && wordsMissing() ? t('welfare.needReason') : undefined}
          onInput={(text) => form.type('words', text)}
        />
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
