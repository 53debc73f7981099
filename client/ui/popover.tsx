// A small sheet beside the button that opens it: the native popover closes with Esc or a press elsewhere.
import { createUniqueId, type JSX } from 'solid-js';
import { Button } from './button.tsx';
import type { IconName } from './icon.tsx';
import { placeBeside } from './place-beside.ts';
import styles from './popover.module.css';

export type PopoverProps = {
  label: JSX.Element;
  /** For screen readers, when the label alone does not say it. */
  name?: string | undefined;
  icon?: IconName | undefined;
  kind?: 'secondary' | 'quiet' | undefined;
  size?: 'normal' | 'small' | undefined;
  children: JSX.Element;
};

export function Popover(props: PopoverProps): JSX.Element {
  const id = createUniqueId();
  let anchor: HTMLSpanElement | undefined;
  return (
    <span
      class={styles.anchor}
      ref={(el) => {
        anchor = el;
      }}
    >
      <Button
        kind={props.kind ?? 'quiet'}
        size={props.size ?? 'normal'}
        icon={props.icon}
        aria-label={props.name}
        popovertarget={id}
      >
        {props.label}
      </Button>
      <div
        id={id}
        popover="auto"
        class={styles.popover}
        on:toggle={(event: ToggleEvent) => {
          const sheet = event.currentTarget;
          if (event.newState === 'open' && anchor && sheet instanceof HTMLElement) placeBeside(anchor, sheet);
        }}
      >
        {props.children}
      </div>
    </span>
  );
}
