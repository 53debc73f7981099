// The rooms: at the side on a wide screen, along the bottom on a phone, with the same links in the same order.
import { A } from '@solidjs/router';
import { Index, type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { Icon } from '../ui/icon.tsx';
import type { NavItem } from './navigation.ts';
import styles from './shell.module.css';

export function SideNav(props: { items: readonly NavItem[]; onAccount: () => void }): JSX.Element {
  return (
    <nav class={styles.nav} aria-label={t('shell.navigation')} data-screen-only>
      <ul class={styles.rooms}>
        {/* By its place: the link that has the focus keeps it when a number beside one changes. */}
        <Index each={props.items}>
          {(item) => (
            <li>
              <A href={item().href} end={item().href === '/'} class={styles.room ?? ''}>
                <span class={styles['room-icon']}>
                  <Icon name={item().icon} size={20} />
                </span>
                <span class={styles['room-word']}>{t(item().label)}</span>
                <Show when={item().count}>
                  {(count) => (
                    <span class={styles.count}>
                      <span aria-hidden="true">{count()}</span>
                      <span class="visually-hidden">{t('shell.openCount', { count: count() })}</span>
                    </span>
                  )}
                </Show>
              </A>
            </li>
          )}
        </Index>
        <li class={styles['phone-only']}>
          <button type="button" class={styles.room} aria-haspopup="dialog" onClick={() => props.onAccount()}>
            <span class={styles['room-icon']}>
              <Icon name="person" size={20} />
            </span>
            <span class={styles['room-word']}>{t('shell.accountShort')}</span>
          </button>
        </li>
      </ul>
    </nav>
  );
}
