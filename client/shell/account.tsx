// Who is signed in and the own settings: language, theme, the covered screen, the way out.
import { A } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import { type Locale, locale, localeNames, locales, setLocale, t } from '../i18n/index.ts';
import { setTheme, theme, themes } from '../theme.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import styles from './account.module.css';
import { coverScreen } from './cover.tsx';

export type ShellUser = {
  name: string;
  profession: string;
  agency: string;
  /** Works in more than one post, and chooses in the settings in which one to act. */
  severalPosts: boolean;
};

const themeWords = {
  system: 'shell.themeSystem',
  light: 'shell.themeLight',
  dark: 'shell.themeDark',
} as const;

export function UserLines(props: { user: ShellUser }): JSX.Element {
  return (
    <p class={styles.user}>
      <span class={styles.name}>{props.user.name}</span>
      <span>{props.user.profession}</span>
      <span>{props.user.agency}</span>
    </p>
  );
}

/** One language per press, each named in itself. `onChange` also tells the server, where somebody is signed in. */
export function LanguageChoice(props: { onChange?: ((locale: Locale) => void) | undefined }): JSX.Element {
  return (
    <fieldset class={styles.languages} aria-label={t('shell.language')}>
      <For each={locales}>
        {(one) => (
          <button
            type="button"
            class={styles.language}
            lang={one}
            aria-pressed={locale() === one}
            onClick={() => void setLocale(one).then(() => props.onChange?.(one))}
          >
            {localeNames[one]}
          </button>
        )}
      </For>
    </fieldset>
  );
}

export function Account(props: {
  user: ShellUser;
  onSignOut: () => void;
  onLanguage?: ((locale: Locale) => void) | undefined;
  /** Before the screen is covered or left, the sheet this stands in is closed. */
  onDone: () => void;
}): JSX.Element {
  return (
    <div class={styles.account}>
      <UserLines user={props.user} />
      <div class={styles.setting}>
        <p class={styles.label}>{t('shell.language')}</p>
        <LanguageChoice onChange={props.onLanguage} />
      </div>
      <RadioGroup
        label={t('shell.theme')}
        value={theme()}
        options={themes.map((one) => ({ value: one, label: t(themeWords[one]) }))}
        onChange={setTheme}
      />
      <p>
        <A href="/settings" onClick={() => props.onDone()}>
          {t(props.user.severalPosts ? 'own.settingsActing' : 'own.settings')}
        </A>
      </p>
      <Show when={props.user.agency !== ''}>
        <p>
          <A href="/absences" onClick={() => props.onDone()}>
            {t('today.absencesTitle')}
          </A>
        </p>
      </Show>
      <div class={styles.actions}>
        <Button
          icon="eye-off"
          onClick={() => {
            props.onDone();
            coverScreen();
          }}
        >
          {t('shell.cover')} <kbd class={styles.keys}>{t('shell.coverKeys')}</kbd>
        </Button>
        <Button icon="sign-out" onClick={() => props.onSignOut()}>
          {t('shell.signOut')}
        </Button>
      </div>
    </div>
  );
}
