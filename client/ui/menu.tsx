// A short list of actions on one thing. Arrow keys, Home and End move; Esc closes and gives focus back.
import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { IconButton } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import { placeBeside } from './place-beside.ts';
import styles from './popover.module.css';

export type MenuItem = {
  label: string;
  icon?: IconName | undefined;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
  onSelect: () => void;
};

export type MenuProps = {
  items: readonly MenuItem[];
  name?: string | undefined;
  icon?: IconName | undefined;
};

function moveFocus(event: KeyboardEvent, menu: HTMLElement): void {
  const items = [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = items.findIndex((item) => item === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length)?.focus();
}

export function Menu(props: MenuProps): JSX.Element {
  const id = createUniqueId();
  let anchor: HTMLSpanElement | undefined;
  let menu: HTMLDivElement | undefined;
  return (
    <span
      class={styles.anchor}
      ref={(el) => {
        anchor = el;
      }}
    >
      <IconButton
        icon={props.icon ?? 'more'}
        name={props.name ?? t('ui.menu')}
        popovertarget={id}
        aria-haspopup="menu"
      />
      <div
        id={id}
        ref={(el) => {
          menu = el;
        }}
        popover="auto"
        role="menu"
        aria-label={props.name ?? t('ui.menu')}
        class={`${styles.popover} ${styles.menu}`}
        onKeyDown={(event) => moveFocus(event, event.currentTarget)}
        on:toggle={(event: ToggleEvent) => {
          if (event.newState !== 'open' || !anchor || !menu) return;
          placeBeside(anchor, menu);
          menu.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
        }}
      >
        <For each={props.items}>
          {(item) => (
            <button
              type="button"
              role="menuitem"
              tabindex="-1"
              class={styles.item}
              data-danger={item.danger ? '' : undefined}
              aria-disabled={item.disabled ? 'true' : undefined}
              onClick={() => {
                if (item.disabled) return;
                menu?.hidePopover();
                item.onSelect();
              }}
            >
              <Show when={item.icon}>{(name) => <Icon name={name()} />}</Show>
              {item.label}
            </button>
          )}
        </For>
      </div>
    </span>
  );
}
