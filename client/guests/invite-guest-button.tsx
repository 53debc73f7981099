// Under a search that found nobody: the way to somebody who has no account.
import type { JSX } from 'solid-js';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import styles from './guests.module.css';

export function InviteGuestButton(props: { onPress: () => void }): JSX.Element {
  return (
    <div class={styles.other}>
      <p class="quiet">{t('guest.inviteLead')}</p>
      <div>
        <Button icon="plus" onClick={() => props.onPress()}>
          {t('guest.invite')}
        </Button>
      </div>
    </div>
  );
}
