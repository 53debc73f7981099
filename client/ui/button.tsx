// Buttons that do, and links that look like them. One primary per view. None on paper.
import { A, type AnchorProps } from '@solidjs/router';
import { type JSX, onCleanup, Show, splitProps } from 'solid-js';
import styles from './button.module.css';
import { rescueFocus } from './focus.ts';
import { Icon, type IconName } from './icon.tsx';

type Look = {
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  size?: 'normal' | 'small' | 'wide' | undefined;
  icon?: IconName | undefined;
};

export type ButtonProps = Look & { busy?: boolean | undefined } & JSX.ButtonHTMLAttributes<HTMLButtonElement>;

const look = ['kind', 'size', 'icon', 'children'] as const;

/** While `busy` it keeps focus and its place, but does not press. What it did may take it away: then the focus goes on. */
export function Button(props: ButtonProps): JSX.Element {
  const [own, busy, rest] = splitProps(props, look, ['busy', 'onClick']);
  const press: JSX.EventHandler<HTMLButtonElement, MouseEvent> = (event) => {
    if (busy.busy) return event.preventDefault();
    if (typeof busy.onClick === 'function') busy.onClick(event);
  };
  let element: HTMLButtonElement | undefined;
  onCleanup(() => {
    if (document.activeElement === element) setTimeout(rescueFocus);
  });
  return (
    <button
      type="button"
      {...rest}
      ref={(el) => {
        element = el;
      }}
      class={styles.button}
      data-kind={own.kind ?? 'secondary'}
      data-size={own.size ?? 'normal'}
      data-screen-only
      aria-disabled={busy.busy ? 'true' : undefined}
      aria-busy={busy.busy ? 'true' : undefined}
      onClick={press}
    >
      <Show when={own.icon}>{(name) => <Icon name={name()} />}</Show>
      {own.children}
    </button>
  );
}

export function LinkButton(props: Look & AnchorProps): JSX.Element {
  const [own, rest] = splitProps(props, look);
  return (
    <A
      {...rest}
      class={styles.button ?? ''}
      data-kind={own.kind ?? 'secondary'}
      data-size={own.size ?? 'normal'}
      data-screen-only
    >
      <Show when={own.icon}>{(name) => <Icon name={name()} />}</Show>
      {own.children}
    </A>
  );
}

/** A square button with an icon only; the name is for screen readers and the tooltip. */
export function IconButton(
  props: { icon: IconName; name: string } & Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'name'>,
): JSX.Element {
  const [own, rest] = splitProps(props, ['icon', 'name']);
  return (
    <button
      type="button"
      {...rest}
      class={styles.square}
      aria-label={own.name}
      title={own.name}
      data-screen-only
    >
      <Icon name={own.icon} size={20} />
    </button>
  );
}
