// Light, dark, or as the device says; remembered on this device.
import { createSignal } from 'solid-js';
import { readSetting, writeSetting } from './settings.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const remembered = themes.find((one) => one === readSetting('theme')) ?? 'system';
const [theme, setThemeSignal] = createSignal<Theme>(remembered);

function apply(next: Theme): void {
  if (next === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
}

export { theme };

export function setTheme(next: Theme): void {
  setThemeSignal(next);
  writeSetting('theme', next);
  apply(next);
}

/** Before the first render, so that the page does not flash in the other theme. */
export function startTheme(): void {
  apply(theme());
}
