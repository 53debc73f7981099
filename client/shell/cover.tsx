// For the person at the door: Esc twice, when nothing else is open, hides everything. Nothing is closed; the page
// behind is inert, and its title neutral, until somebody presses the button or Enter.
import { createEffect, createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import styles from './cover.module.css';
import { keepTitleNeutral } from './window-title.ts';

const [covered, setCovered] = createSignal(false);
const twiceWithinMs = 700;

export const coverScreen = (): void => void setCovered(true);

/** Esc belongs to what is open first: a dialog, a popover, a list of choices. */
function somethingIsOpen(): boolean {
  return (
    document.querySelector('dialog[open], :popover-open, [aria-expanded="true"][role="combobox"]') !== null
  );
}

export function Cover(props: { children: JSX.Element }): JSX.Element {
  let behind: HTMLDivElement | undefined;
  let button: HTMLDivElement | undefined;
  let lastEscape = Number.NEGATIVE_INFINITY;
  onMount(() => {
    // Captured, so that it is known what was open before this Esc closed it.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.repeat) return;
      if (covered() || somethingIsOpen()) {
        lastEscape = Number.NEGATIVE_INFINITY;
        return;
      }
      if (event.timeStamp - lastEscape < twiceWithinMs) setCovered(true);
      lastEscape = event.timeStamp;
    };
    document.addEventListener('keydown', onKey, true);
    onCleanup(() => document.removeEventListener('keydown', onKey, true));
  });
  let before: { focus: Element | null } | undefined;
  createEffect(() => {
    const now = covered();
    keepTitleNeutral(now);
    if (!behind) return;
    if (now) {
      before = { focus: document.activeElement };
      behind.inert = true;
      button?.querySelector('button')?.focus();
    } else if (before) {
      behind.inert = false;
      if (before.focus instanceof HTMLElement) before.focus.focus();
      before = undefined;
    }
  });
  return (
    <>
      <div
        ref={(el) => {
          behind = el;
        }}
      >
        {props.children}
      </div>
      <div
        ref={(el) => {
          button = el;
        }}
      >
        <Show when={covered()}>
          <main class={styles.cover}>
            <h1>{t('shell.covered')}</h1>
            <p>{t('shell.coveredDetail')}</p>
            <Button kind="primary" onClick={() => setCovered(false)}>
              {t('shell.uncover')}
            </Button>
          </main>
        </Show>
      </div>
    </>
  );
}
