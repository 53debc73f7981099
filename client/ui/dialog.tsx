// A question that must be answered before going on. The native dialog keeps focus inside, closes with Esc and
// gives focus back to where it was.
import { createEffect, createUniqueId, type JSX, onCleanup, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { IconButton } from './button.tsx';
import styles from './dialog.module.css';

export type DialogProps = {
  open: boolean;
  title: string;
  onClose: () => void;
  children: JSX.Element;
  /** The buttons, the safe one first. */
  actions?: JSX.Element;
  size?: 'normal' | 'wide' | 'sheet' | undefined;
};

export function Dialog(props: DialogProps): JSX.Element {
  const id = createUniqueId();
  let element: HTMLDialogElement | undefined;
  let startedOutside = false;
  createEffect(() => {
    const open = props.open;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  });
  onCleanup(() => element?.close());
  return (
    <dialog
      ref={(el) => {
        element = el;
      }}
      class={styles.dialog}
      data-size={props.size ?? 'normal'}
      aria-labelledby={id}
      on:cancel={(event: Event) => {
        // Esc: the state first, then the element. Closed by the browser it would give the focus back before we know of it,
        // and a press in between, which opens it anew, would be lost.
        if (event.target !== element) return;
        event.preventDefault();
        props.onClose();
      }}
      on:close={() => {
        // It may have been opened again meanwhile.
        if (props.open && !element?.open) props.onClose();
      }}
      on:pointerdown={(event: PointerEvent) => {
        startedOutside = event.target === element;
      }}
      on:click={(event: MouseEvent) => {
        // A press on the backdrop lands on the dialog itself; a selection dragged out of the sheet is no such press.
        if (event.target === element && startedOutside) props.onClose();
      }}
    >
      <Show when={props.open}>
        <div class={styles.sheet}>
          <header class={styles.head}>
            <h2 id={id}>{props.title}</h2>
            <IconButton icon="close" name={t('ui.close')} onClick={() => props.onClose()} />
          </header>
          <div class={styles.body}>{props.children}</div>
          <Show when={props.actions}>
            <footer class={styles.actions}>{props.actions}</footer>
          </Show>
        </div>
      </Show>
    </dialog>
  );
}
