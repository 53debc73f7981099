// A name and a password of the own, for somebody who came by a link. Nobody has to.
import { createSignal, type JSX, Show } from 'solid-js';
import { takeFirstPassword } from '../../shared/guests.ts';
import { getSession } from '../../shared/sessions.ts';
import { CallError, call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { t } from '../i18n/index.ts';
import { renew } from '../sessions/session.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import shapes from '../ui/shapes.module.css';
import { TextInput } from '../ui/text-input.tsx';
import { showToast } from '../ui/toast.tsx';
import styles from './answer.module.css';

const nameFits = (name: string): boolean => /^[a-z0-9][a-z0-9._@-]{1,99}$/.test(name);

export function FirstPassword(): JSX.Element {
  const sending = createSending();
  const [name, setName] = createSignal('');
  const [password, setPassword] = createSignal('');
  const [again, setAgain] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const needed = (text: string) => (tried() && text === '' ? t('ui.required') : undefined);
  const wanted = () => name().trim().toLowerCase();
  const isProblem = (id: string) => {
    const problem = sending.problem();
    return problem instanceof CallError && problem.id === id;
  };
  const nameError = () => {
    if (isProblem('name-taken')) return t('problem.name-taken');
    return needed(name()) ?? (tried() && !nameFits(wanted()) ? t('fieldProblem.wrong') : undefined);
  };
  const take = async () => {
    setTried(true);
    const body = { signInName: wanted(), password: password() };
    if (!nameFits(body.signInName) || body.password === '' || again() !== password()) return;
    const done = await sending.send(body, async (key) => {
      await call(takeFirstPassword, { body, key });
    });
    if (!done) return;
    showToast(t('guest.taken', { name: body.signInName }));
    await renew(await call(getSession));
  };
  return (
    <form
      class={`${shapes.stack} ${styles.password}`}
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <p>{t('guest.returnLead')}</p>
      <TextInput
        label={t('guest.signInName')}
        hint={t('guest.signInNameHint')}
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        value={name()}
        onInput={setName}
        error={nameError()}
      />
      <TextInput
        type="password"
        autocomplete="new-password"
        label={t('guest.password')}
        hint={t('settings.nextHint')}
        value={password()}
        onInput={setPassword}
        error={isProblem('password-too-weak') ? t('problem.password-too-weak') : needed(password())}
      />
      <TextInput
        type="password"
        autocomplete="new-password"
        label={t('guest.again')}
        value={again()}
        onInput={setAgain}
        error={tried() && again() !== password() ? t('settings.different') : undefined}
      />
      <Show when={sending.problem() && !isProblem('name-taken') && !isProblem('password-too-weak')}>
        <ErrorNotice>{wordsFor(sending.problem())}</ErrorNotice>
      </Show>
      <div>
        <Button type="submit" busy={sending.busy()}>
          {t('guest.take')}
        </Button>
      </div>
    </form>
  );
}
