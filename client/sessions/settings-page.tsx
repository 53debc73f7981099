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
  const leaveEverywhere = async () => {
    const done = await sending.send({}, () => leave(true));
    if (!done) showToast(wordsFor(sending.problem()));
  };
  return (
    <Page title={t('own.settings')} windowTitle={t('own.settings')}>
      <div class={styles.parts}>
        <ActingChoice />
        <Section title={t('own.passwordTitle')}>
          <Show when={session()?.ownPassword} fallback={<FirstPassword />}>
            <PasswordForm onChanged={() => showToast(t('own.changed'))} />
          </Show>
        </Section>
        <Section title={t('own.everywhere')} lead={t('own.everywhereDetail')}>
          <div>
            <Button icon="sign-out" busy={sending.busy()} onClick={() => void leaveEverywhere()}>
              {t('own.everywhere')}
            </Button>
          </div>
        </Section>
      </div>
    </Page>
  );
}

export function MustChangePage(): JSX.Element {
  const goOn = async () => {
    showToast(t('own.changed'));
    await renew(await call(getSession));
  };
  return (
    <Page title={t('own.mustChange')} windowTitle={t('own.mustChange')}>
      <div class={styles.parts}>
        <p>{t('own.mustChangeDetail')}</p>
        <PasswordForm oneTime onChanged={() => void goOn()} />
      </div>
    </Page>
  );
}
