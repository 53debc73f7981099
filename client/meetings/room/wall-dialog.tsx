// The code that the screen shows, typed in the room.
import { createSignal, type JSX, onMount, Show } from 'solid-js';
import { pairWallScreen } from '../../../shared/wall.ts';
import { CallError, call } from '../../api/call.ts';
import { wordsFor } from '../../api/problem-words.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import shapes from '../../ui/shapes.module.css';
import { TextInput } from '../../ui/text-input.tsx';
import { useDoing } from '../meetings-query.ts';

const digitsOf = (typed: string): string => typed.replace(/\D/g, '').slice(0, 6);

export function WallDialog(props: { meetingId: string; onClose: () => void }): JSX.Element {
  const doing = useDoing();
  const [code, setCode] = createSignal('');
  const [missing, setMissing] = createSignal(false);
  let form: HTMLFormElement | undefined;
  onMount(() => form?.querySelector('input')?.focus());
  const isProblem = (id: string): boolean => {
    const problem = doing.problem();
    return problem instanceof CallError && problem.id === id;
  };
  const wrong = () => {
    if (missing()) return t('wall.codeMissing');
    if (isProblem('wrong-code')) return t('wall.codeWrong');
    return isProblem('sign-in-delayed') ? t('wall.codeDelayed') : undefined;
  };
  const pair = async (): Promise<void> => {
    const digits = digitsOf(code());
    setMissing(digits.length < 6);
    if (digits.length < 6) return;
    const params = { meetingId: props.meetingId };
    const body = { code: digits };
    // A code that was wrong a moment ago is a new try.
    const done = await doing.run({ body, at: Date.now() }, (key) =>
      call(pairWallScreen, { params, body, key }),
    );
    if (done) props.onClose();
    else form?.querySelector('input')?.focus();
  };
  return (
    <Dialog
      open
      title={t('wall.pair')}
      onClose={() => props.onClose()}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={doing.busy()} onClick={() => void pair()}>
            {t('wall.pair')}
          </Button>
        </>
      }
    >
      <form
        ref={(el) => {
          form = el;
        }}
        class={shapes.stack}
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          void pair();
        }}
      >
        <p>{t('wall.pairLead', { address: `${location.host}/wall` })}</p>
        <TextInput
          label={t('wall.code')}
          hint={t('wall.codeHint')}
          inputmode="numeric"
          maxLength={9}
          value={code()}
          onInput={setCode}
          error={wrong()}
        />
        <p class="quiet">{t('wall.pairShows')}</p>
        <Show when={doing.problem() && wrong() === undefined}>
          <ErrorNotice>{wordsFor(doing.problem())}</ErrorNotice>
        </Show>
      </form>
    </Dialog>
  );
}
