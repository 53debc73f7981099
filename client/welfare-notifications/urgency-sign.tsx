// How soon, beside a number or a name; never by colour alone.
import { type JSX, Show } from 'solid-js';
import type { WelfareHead } from '../../shared/welfare-notification.ts';
import { t } from '../i18n/index.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './welfare.module.css';

export function UrgencySign(props: { urgency: WelfareHead['urgency'] }): JSX.Element {
  return (
    <Show when={props.urgency !== 'ordinary'} fallback={<span>{t('welfareUrgencyShort.ordinary')}</span>}>
      <span class={styles.sign} data-urgency={props.urgency}>
        <Icon name={props.urgency === 'danger' ? 'warning' : 'clock'} size={14} />
        {t(`welfareUrgencyShort.${props.urgency}`)}
      </span>
    </Show>
  );
}
