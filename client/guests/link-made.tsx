// A link was made: the code large enough to be read out over the telephone, and to whom.
import { type JSX, Show } from 'solid-js';
import type { NewLink } from '../../shared/guests.ts';
import { dateTime } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import shapes from '../ui/shapes.module.css';
import styles from './guests.module.css';

/** Two groups of three, as one says them. */
const grouped = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

export function Code(props: { name: string; code: string }): JSX.Element {
  return (
    <>
      <p>{t('guest.madeLead', { name: props.name })}</p>
      <p class={styles.code}>
        <span class="visually-hidden">{t('guest.code')}: </span>
        {grouped(props.code)}
      </p>
      <p>{t('guest.madeNever')}</p>
    </>
  );
}

export function LinkMade(props: { name: string; link: NewLink }): JSX.Element {
  return (
    <div class={shapes.stack} role="status">
      <Code name={props.name} code={props.link.code} />
      <p class="quiet">{t('guest.madeMail', { until: dateTime(props.link.expiresAt) })}</p>
      <Show when={props.link.address}>
        {(address) => (
          <p>
            {t('guest.madeDemo')}
            <br />
            <a class={styles.address} href={address()} target="_blank" rel="noreferrer">
              {address()}
            </a>
          </p>
        )}
      </Show>
    </div>
  );
}
