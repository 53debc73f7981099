// The own password and sessions; and the one page there is for somebody who still has a one-time password.
import { type JSX, Show } from 'solid-js';
import { getSession } from '../../shared/sessions.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { FirstPassword } from '../guests/first-password.tsx';
import { t } from '../i18n/index.ts';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import { showToast } from '../ui/toast.tsx';
import { ActingChoice } from './acting-choice.tsx';
import { PasswordForm } from './password-form.tsx';
import { leave, renew, session } from './session.ts';
import styles from './settings.module.css';

export function SettingsPage(): JSX.Element {
  const sending = createSending();
  const several = () => (session()?.affiliations.length ?? 0) > 1;
  const title = () => t(several() ? 'own.settingsActing' : 'own.settings');
  const leaveEverywhere = async () => {
    const done = await sending.send({}, () => leave(true));
    if (!done) showToast(wordsFor(sending.problem()));
  };
  return (
    <Page title={title()} windowTitle={title()}>
      <div class={styles.parts}>
        <ActingChoice />
        <Section title={t('settings.passwordTitle')}>
          <Show when={session()?.ownPassword} fallback={<FirstPassword />}>
            <PasswordForm onChanged={() => showToast(t('settings.changed'))} />
          </Show>
        </Section>
        <Section title={t('settings.everywhere')} lead={t('settings.everywhereDetail')}>
          <div>
            <Button icon="sign-out" busy={sending.busy()} onClick={() => void leaveEverywhere()}>
              {t('settings.everywhere')}
            </Button>
          </div>
        </Section>
      </div>
    </Page>
  );
}

export function MustChangePage(): JSX.Element {
  const goOn = async () => {
    showToast(t('settings.changed'));
    await renew(await call(getSession));
  };
  return (
    <Page title={t('settings.mustChange')} windowTitle={t('settings.mustChange')}>
      <div class={styles.parts}>
        <p>{t('settings.mustChangeDetail')}</p>
        <PasswordForm oneTime onChanged={() => void goOn()} />
      </div>
    </Page>
  );
}
