// The window's title, which shows on the taskbar: what the page calls itself, or, while the screen is covered, nothing but
// the name. One place sets it, so that a page that learns something behind the cover does not write it there.
import { createEffect, createRoot, createSignal } from 'solid-js';
import { t } from '../i18n/index.ts';

const [called, setCalled] = createSignal<string>();
const [neutral, setNeutral] = createSignal(false);

createRoot(() => {
  createEffect(() => {
    const here = neutral() ? undefined : called();
    document.title = here ? `${here} · ${t('shell.name')}` : t('shell.name');
  });
});

/** @param title what the page is called; without, the name alone stands there */
export const setWindowTitle = (title: string | undefined): void => void setCalled(title);
export const keepTitleNeutral = (now: boolean): void => void setNeutral(now);
