// The strip at the very top: demo mode on every page, and the state of the connection when it is not good.
import { type JSX, Match, Show, Switch } from 'solid-js';
import { t } from '../i18n/index.ts';
import styles from './banner.module.css';
import { Icon } from './icon.tsx';

/** 'good' shows nothing. */
export type Connection = 'good' | 'reconnecting' | 'offline' | 'polling' | 'database-away';

export function Banner(props: { demo: boolean; connection: Connection }): JSX.Element {
  return (
    <section aria-label={t('shell.state')} data-screen-only>
      <Show when={props.demo}>
        <p class={styles.demo}>{t('shell.demo')}</p>
      </Show>
      <div role="status">
        <Show when={props.connection !== 'good'}>
          <p class={styles.connection} data-state={props.connection}>
            <Icon name={props.connection === 'polling' ? 'info' : 'offline'} />
            <span>
              <Switch>
                <Match when={props.connection === 'reconnecting'}>{t('shell.reconnecting')}</Match>
                <Match when={props.connection === 'offline'}>{t('shell.offline')}</Match>
                <Match when={props.connection === 'polling'}>{t('shell.polling')}</Match>
                <Match when={props.connection === 'database-away'}>{t('shell.databaseAway')}</Match>
              </Switch>
            </span>
          </p>
        </Show>
      </div>
    </section>
  );
}
