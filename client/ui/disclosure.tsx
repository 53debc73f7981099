// More, when asked for: the native details element.
import type { JSX } from 'solid-js';
import styles from './disclosure.module.css';
import { Icon } from './icon.tsx';

export function Disclosure(props: {
  summary: JSX.Element;
  children: JSX.Element;
  open?: boolean | undefined;
  onToggle?: ((open: boolean) => void) | undefined;
}): JSX.Element {
  return (
    <details
      class={styles.disclosure}
      open={props.open ?? false}
      on:toggle={(event: Event) => {
        if (event.currentTarget instanceof HTMLDetailsElement) props.onToggle?.(event.currentTarget.open);
      }}
    >
      <summary class={styles.summary}>
        <Icon name="chevron-right" />
        <span>{props.summary}</span>
      </summary>
      <div class={styles.body}>{props.children}</div>
    </details>
  );
}
