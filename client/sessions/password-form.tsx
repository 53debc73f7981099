// A new password of one's own: the old one, the new one twice, nothing sent before it can be right.
import { createSignal, type JSX, Show } from 'solid-js';
import { changePassword } from '../../shared/sessions.ts';
import { CallError, call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './settings.module.css';

export function PasswordForm(props: { oneTime?: boolean | undefined; onChanged: () => void }): JSX.Element {
  const sending = createSending();
  const [current, setCurrent] = createSignal('');
  const [next, setNext] = createSignal('');
  const [again, setAgain] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const problem = () => sending.problem();
  const isProblem = (id: string) => {
    const one = problem();
    return one instanceof CallError && one.id === id;
  };
  const different = () => again() !== next();
  const needed = (text: string) => (tried() && text === '' ? t('ui.required') : undefined);
  const submit = async () => {
    setTried(true);
    const body = { current: current(), next: next() };
    if (body.current === '' || body.next === '' || different()) return;
    const done = await sending.send(body, async (key) => {
      await call(changePassword, { body, key });
    });
    if (!done) return;
    setCurrent('');
    setNext('');
    setAgain('');
    setTried(false);
    props.onChanged();
  };
  return (
    <form
      class={styles.form}
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextInput
        type="password"
        autocomplete="current-password"
        label={t(props.oneTime ? 'settings.oneTime' : 'settings.current')}
        value={current()}
        onInput={setCurrent}
        error={isProblem('wrong-credentials') ? t('problem.wrong-credentials') : needed(current())}
      />
      <TextInput
        type="password"
        autocomplete="new-password"
        label={t('settings.next')}
        hint={t('settings.nextHint')}
        value={next()}
        onInput={setNext}
        error={isProblem('password-too-weak') ? t('problem.password-too-weak') : needed(next())}
      />
      <TextInput
        type="password"
        autocomplete="new-password"
        label={t('settings.again')}
        value={again()}
        onInput={setAgain}
        error={tried() && different() ? t('settings.different') : undefined}
      />
      <Show when={problem() !== null && !isProblem('wrong-credentials') && !isProblem('password-too-weak')}>
        <ErrorNotice>{wordsFor(problem())}</ErrorNotice>
      </Show>
      <div>
        <Button type="submit" kind="primary" busy={sending.busy()}>
          {t('settings.change')}
        </Button>
      </div>
    </form>
  );
}
