// The door: a name and a password, the language before anything else, and in demo mode a list of roles to press.
import { createSignal, type JSX, onMount, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { LanguageChoice } from '../shell/account.tsx';
import { setWindowTitle } from '../shell/window-title.ts';
import { Banner } from '../ui/banner.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Logo } from '../ui/logo.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { DemoRoleLine } from './demo-role-line.ts';
import { DemoRoles } from './demo-roles.tsx';
import styles from './sign-in-page.module.css';

export type SignInPageProps = {
  /** Empty outside demo mode. */
  demoRoles: readonly DemoRoleLine[];
  /** Without a password: a demo role was pressed. */
  onSignIn: (name: string, password: string | undefined) => void;
  error: 'wrong' | 'locked' | 'ended' | 'offline' | 'unavailable' | undefined;
  busy: boolean;
};

export function SignInPage(props: SignInPageProps): JSX.Element {
  const [name, setName] = createSignal('');
  const [password, setPassword] = createSignal('');
  const [shown, setShown] = createSignal(false);
  const [missing, setMissing] = createSignal(false);
  onMount(() => {
    setWindowTitle(t('signIn.title'));
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const complete = name().trim() !== '' && password() !== '';
    setMissing(!complete);
    if (complete && !props.busy) props.onSignIn(name().trim(), password());
  };
  return (
    <>
      <Banner demo={props.demoRoles.length > 0} connection="good" />
      <main class={styles.page} data-roles={props.demoRoles.length > 0 ? '' : undefined}>
        <header class={styles.brand}>
          <p class={styles.name}>
            <Logo />
            {t('shell.name')}
          </p>
          <LanguageChoice />
        </header>
        <form class={styles.form} onSubmit={submit} novalidate>
          <div>
            <h1>{t('signIn.title')}</h1>
            <p class={styles.lead}>{t('signIn.lead')}</p>
          </div>
          <Show when={missing() ? ('missing' as const) : props.error}>
            {(error) => <ErrorNotice>{t(`signIn.${error()}`)}</ErrorNotice>}
          </Show>
          <Show when={props.error === 'ended'}>
            <p class={styles.lead}>{t('signIn.byLink')}</p>
          </Show>
          <TextInput
            label={t('signIn.username')}
            value={name()}
            onInput={setName}
            name="username"
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
          />
          <div class={styles.password}>
            <TextInput
              label={t('signIn.password')}
              value={password()}
              onInput={setPassword}
              name="password"
              type={shown() ? 'text' : 'password'}
              autocomplete="current-password"
            />
            <IconButton
              icon={shown() ? 'eye-off' : 'eye'}
              name={shown() ? t('signIn.hidePassword') : t('signIn.showPassword')}
              onClick={() => setShown((was) => !was)}
            />
          </div>
          <Button kind="primary" size="wide" type="submit" busy={props.busy}>
            {props.busy ? t('signIn.busy') : t('signIn.submit')}
          </Button>
        </form>
        <Show when={props.demoRoles.length > 0}>
          <DemoRoles
            roles={props.demoRoles}
            busy={props.busy}
            onChoose={(role) => props.onSignIn(role.signInName, undefined)}
          />
        </Show>
      </main>
    </>
  );
}
