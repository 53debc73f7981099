// The pages of one thing, as links: each has its own address, and the back button works.
import { A } from '@solidjs/router';
import { For, type JSX, onMount, Show } from 'solid-js';
import styles from './tabs.module.css';

export type Tab = { href: string; label: string; end?: boolean | undefined; count?: string | undefined };

/** `label` names the whole row, for example the child's name. */
export function Tabs(props: { label: string; tabs: readonly Tab[] }): JSX.Element {
  let row: HTMLElement | undefined;
  onMount(() => {
    const active = row?.querySelector<HTMLElement>('[aria-current]');
    if (row && active) row.scrollLeft = active.offsetLeft - (row.clientWidth - active.offsetWidth) / 2;
  });
  return (
    <nav
      class={styles.tabs}
      aria-label={props.label}
      data-screen-only
      ref={(el) => {
        row = el;
      }}
    >
      <For each={props.tabs}>
        {(tab) => (
          <A href={tab.href} end={tab.end ?? false} class={styles.tab ?? ''}>
            {tab.label}
            <Show when={tab.count}>
              <span class={styles.count}>{tab.count}</span>
            </Show>
          </A>
        )}
      </For>
    </nav>
  );
}
