// The frame of every page for somebody signed in. It knows nothing of cases; what it shows is handed to it.
import { A } from '@solidjs/router';
import { createSignal, type JSX, onCleanup } from 'solid-js';
import { date } from '../i18n/format.ts';
import { type Locale, t } from '../i18n/index.ts';
import { LivePoliteRegion } from '../ui/announcer.tsx';
import { Banner, type Connection } from '../ui/banner.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { Logo } from '../ui/logo.tsx';
import { ToastRegion } from '../ui/toast.tsx';
import { Account, type ShellUser, UserLines } from './account.tsx';
import { Cover } from './cover.tsx';
import type { NavItem } from './navigation.ts';
import { followPrinting } from './paper-foot.ts';
import styles from './shell.module.css';
import { SideNav } from './side-nav.tsx';

export type ShellProps = {
  user: ShellUser;
  items: readonly NavItem[];
  demo: boolean;
  connection: Connection;
  onSignOut: () => void;
  onLanguage?: ((locale: Locale) => void) | undefined;
  children: JSX.Element;
};

export function Shell(props: ShellProps): JSX.Element {
  const [account, setAccount] = createSignal(false);
  let content: HTMLElement | undefined;
  onCleanup(followPrinting(() => t('shell.printed', { name: props.user.name, date: date(new Date()) })));
  return (
    <Cover>
      {/* The router would take the address alone; the focus must go there too. */}
      <a
        class={styles.skip}
        href="#content"
        on:click={(event: MouseEvent) => {
          event.preventDefault();
          content?.focus();
        }}
      >
        {t('shell.skip')}
      </a>
      <Banner demo={props.demo} connection={props.connection} />
      <div class={styles.frame}>
        <header class={styles.side} data-screen-only>
          <A href="/" end class={styles.brand ?? ''}>
            <Logo />
            {t('shell.name')}
          </A>
          <SideNav items={props.items} onAccount={() => setAccount(true)} />
          <button type="button" class={styles.me} aria-haspopup="dialog" onClick={() => setAccount(true)}>
            <UserLines user={props.user} />
            <span class={styles['me-more']}>
              <Icon name="sliders" size={16} />
              {t('shell.account')}
            </span>
          </button>
        </header>
        <main
          id="content"
          class={styles.content}
          tabindex="-1"
          ref={(el) => {
            content = el;
          }}
        >
          {props.children}
        </main>
      </div>
      <Dialog open={account()} title={t('shell.account')} size="sheet" onClose={() => setAccount(false)}>
        <Account
          user={props.user}
          onSignOut={() => props.onSignOut()}
          onLanguage={props.onLanguage}
          onDone={() => setAccount(false)}
        />
      </Dialog>
      <ToastRegion />
      <LivePoliteRegion />
    </Cover>
  );
}
