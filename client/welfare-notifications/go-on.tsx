// From the notification to the child's case: a new one with what is known already, or the one there is.
import { type JSX, Show } from 'solid-js';
import type { WelfareNotification } from '../../shared/welfare-notification.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { LinkButton } from '../ui/button.tsx';
import styles from './welfare.module.css';

export function GoOn(props: { of: WelfareNotification }): JSX.Element {
  return (
    <Show when={session()?.opensCases}>
      <div class={styles.ways} data-screen-only>
        <LinkButton size="small" href={`/cases/new?notification=${props.of.id}`}>
          {t('welfare.openCase')}
        </LinkButton>
        <LinkButton size="small" href="/children">
          {t('welfare.toChildren')}
        </LinkButton>
      </div>
    </Show>
  );
}
