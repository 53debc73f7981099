// The key that covers the screen until it is pressed again: `b`, or Esc twice.
import { createSignal, onCleanup, onMount } from 'solid-js';

const twiceWithinMs = 700;

export const useCoverKey = (): { readonly covered: () => boolean; readonly toggle: () => void } => {
  const [covered, setCovered] = createSignal(false);
  const toggle = (): void => void setCovered((now) => !now);
  let lastEscape = Number.NEGATIVE_INFINITY;
  const onKey = (event: KeyboardEvent): void => {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key.toLowerCase() === 'b') toggle();
    if (event.key !== 'Escape') return;
    const twice = event.timeStamp - lastEscape < twiceWithinMs;
    lastEscape = twice ? Number.NEGATIVE_INFINITY : event.timeStamp;
    if (twice) toggle();
  };
  onMount(() => {
    document.addEventListener('keydown', onKey);
    onCleanup(() => document.removeEventListener('keydown', onKey));
  });
  return { covered, toggle };
};
