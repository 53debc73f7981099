// The head of every page: a line that says where one is, a serif heading, and what can be done here at the right.
import { createEffect, type JSX, onMount, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import styles from './page.module.css';
import { setWindowTitle } from './window-title.ts';

export type PageProps = {
  /** The heading, and the window's title: never a child's name in the second, since it shows on a taskbar. */
  title: string;
  windowTitle?: string | undefined;
  /** Over the heading: links and words, from the widest to the nearest. */
  path?: JSX.Element;
  /** Under the heading: a quiet line of facts. */
  facts?: JSX.Element;
  actions?: JSX.Element;
  /** Under the head, such as Tabs. */
  below?: JSX.Element;
  children: JSX.Element;
};

let lastPath: string | undefined;

export function Page(props: PageProps): JSX.Element {
  let heading: HTMLHeadingElement | undefined;
  createEffect(() => setWindowTitle(props.windowTitle));
  onMount(() => {
    // After a link was followed, a screen reader starts at the heading. Not on the very first page, and not when the
    // same page is drawn again, which would take the caret from somebody who writes.
    const here = location.pathname;
    if (lastPath !== undefined && lastPath !== here) heading?.focus({ preventScroll: true });
    lastPath = here;
  });
  return (
    <div class={styles.page}>
      <header class={styles.head}>
        <div class={styles.titles}>
          <Show when={props.path}>
            <nav class={styles.path} aria-label={t('shell.path')}>
              {props.path}
            </nav>
          </Show>
          <h1
            tabindex="-1"
            ref={(el) => {
              heading = el;
            }}
          >
            {props.title}
          </h1>
          <Show when={props.facts}>
            <p class={styles.facts}>{props.facts}</p>
          </Show>
        </div>
        <Show when={props.actions}>
          <div class={styles.actions} data-screen-only>
            {props.actions}
          </div>
        </Show>
      </header>
      {props.below}
      <div class={styles.body}>{props.children}</div>
    </div>
  );
}
