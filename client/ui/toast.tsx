// A short receipt of what was done, with a way to undo it. It stays while it has focus or the pointer on it.
import { createSignal, For, type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { announce } from './announcer.tsx';
import { Button, IconButton } from './button.tsx';
import styles from './toast.module.css';

type Receipt = { id: number; text: string; action?: { label: string; run: () => void } | undefined };

const [receipts, setReceipts] = createSignal<readonly Receipt[]>([]);
const staysMs = 8000;
let last = 0;

function remove(id: number): void {
  setReceipts((all) => all.filter((one) => one.id !== id));
}

/** Shows a receipt; anything that must not be missed belongs on the page and not here. */
export function showToast(text: string, action?: Receipt['action']): void {
  last += 1;
  const id = last;
  setReceipts((all) => [...all.slice(-2), { id, text, action }]);
  announce(text);
  const leave = () => {
    if (document.querySelector(`[data-toast="${id}"]:is(:hover, :focus-within)`)) setTimeout(leave, 2000);
    else remove(id);
  };
  setTimeout(leave, staysMs);
}

/** Once, in the shell. */
export function ToastRegion(): JSX.Element {
  return (
    <section class={styles.region} aria-label={t('ui.notices')} data-screen-only>
      <For each={receipts()}>
        {(receipt) => (
          <div class={styles.toast} data-toast={receipt.id}>
            <p>{receipt.text}</p>
            <Show when={receipt.action}>
              {(action) => (
                <Button
                  size="small"
                  kind="quiet"
                  onClick={() => {
                    action().run();
                    remove(receipt.id);
                  }}
                >
                  {action().label}
                </Button>
              )}
            </Show>
            <IconButton icon="close" name={t('ui.close')} onClick={() => remove(receipt.id)} />
          </div>
        )}
      </For>
    </section>
  );
}
