// A part of a page: a heading, something small at its right, and lines under it with hairlines between them.
import { type JSX, Show } from 'solid-js';
import styles from './section.module.css';

export function Section(props: {
  title: string;
  /** 'sheet' lays it on a sheet of its own. */
  look?: 'plain' | 'sheet' | undefined;
  aside?: JSX.Element;
  lead?: string | undefined;
  children: JSX.Element;
}): JSX.Element {
  return (
    <section class={`${styles.section} ${props.look === 'sheet' ? 'sheet' : ''}`}>
      <header class={styles.head}>
        <h2>{props.title}</h2>
        <Show when={props.aside}>
          <div class={styles.aside}>{props.aside}</div>
        </Show>
      </header>
      <Show when={props.lead}>
        <p class={styles.lead}>{props.lead}</p>
      </Show>
      {props.children}
    </section>
  );
}

/** A list of things, one under the other; its items are `Row`s. */
export function Rows(props: { children: JSX.Element; label?: string | undefined }): JSX.Element {
  return (
    <ul class={styles.rows} aria-label={props.label}>
      {props.children}
    </ul>
  );
}

/** Words at the left, a date or a button at the right; on a phone the second goes under the first. */
export function Row(props: { children: JSX.Element; end?: JSX.Element }): JSX.Element {
  return (
    <li class={styles.row}>
      <div class={styles.words}>{props.children}</div>
      <Show when={props.end}>
        <div class={styles.end}>{props.end}</div>
      </Show>
    </li>
  );
}
