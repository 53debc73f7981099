// A dialog in which something is done with one line of words: a reason, or where to. They are kept as they are typed, and are gone when they have served.
import { createSignal, type JSX, Show } from 'solid-js';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { type Form, useForm } from './form.ts';

export function WithReason(props: {
  /** The form's own name: what is typed is found again under it. */
  name: string;
  title: string;
  action: string;
  danger: boolean;
  /** What the reason is called, and that one is needed. */
  label: string;
  hint?: string | undefined;
  needed: string;
  /** At most so many characters. */
  longest: number;
  busy: boolean;
  problem: unknown;
  /** What stands above the reason. */
  lead: JSX.Element;
  /** What else is asked, of the same form; `tried`: somebody has pressed, and may be told what is missing. */
  more?: ((form: Form, tried: () => boolean) => JSX.Element) | undefined;
  complete?: ((form: Form) => boolean) | undefined;
  /** True when it was done. */
  work: (reason: string, form: Form) => Promise<boolean>;
  onClose: () => void;
}): JSX.Element {
  const form = useForm(props.name);
  const [tried, setTried] = createSignal(false);
  const reason = () => form.text('reason').trim();
  const send = async () => {
    setTried(true);
    if (reason() === '' || props.complete?.(form) === false) return;
    if (!(await props.work(reason(), form))) return;
    await form.discard().catch(() => undefined);
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
          <Button kind={props.danger ? 'danger' : 'primary'} busy={props.busy} onClick={() => void send()}>
            {props.action}
          </Button>
        </>
      }
    >
      {props.lead}
      <Show when={form.ready()} fallback={<Skeleton lines={2} />}>
        {props.more?.(form, tried)}
        <TextInput
          label={props.label}
          hint={props.hint}
          maxLength={props.longest}
          value={form.text('reason')}
          onInput={(text) => form.type('reason', text)}
          error={tried() && reason() === '' ? props.needed : undefined}
        />
      </Show>
      <Show when={props.problem}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
