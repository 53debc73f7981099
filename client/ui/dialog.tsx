// A question that must be answered before going on. The native dialog keeps focus inside, closes with Esc and
// gives focus back to where it was; where that is gone with what was done, to the heading of the page.
import { createEffect, createUniqueId, type JSX, onCleanup, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { IconButton } from './button.tsx';
import styles from './dialog.module.css';
import { focusFirstWrong, rescueFocus } from './focus.ts';

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
  const close = () => {
    if (!element?.open) return;
    element.close();
    // What was pressed to open it may go at the same time.
    setTimeout(rescueFocus);
  };
  createEffect(() => {
    const open = props.open;
    if (open && element && !element.open) element.showModal();
    if (!open) close();
  });
  onCleanup(close);
  // The press that found something missing: what that is may stand above what is in view.
  const acted = () => setTimeout(() => element?.open && focusFirstWrong(element));
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
            <footer class={styles.actions} on:click={acted}>
              {props.actions}
            </footer>
          </Show>
        </div>
      </Show>
    </dialog>
  );
}
