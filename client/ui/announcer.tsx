// The one polite live region of the page. Changes that a sighted person notices are said here, one after another.
import { createSignal, type JSX } from 'solid-js';

const [said, setSaid] = createSignal('');
let waiting: string[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

// Gathered for a moment, so that a burst of changes is one utterance; cleared first, so that the same words
// twice are said twice.
function speak(): void {
  timer = undefined;
  const text = [...new Set(waiting)].join('. ');
  waiting = [];
  setSaid('');
  setTimeout(() => setSaid(text), 50);
}

/** Says something to screen readers when they have finished what they are saying. */
export function announce(text: string): void {
  waiting.push(text);
  if (timer === undefined) timer = setTimeout(speak, 400);
}

/** Once, in the shell. */
export function LivePoliteRegion(): JSX.Element {
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {said()}
    </div>
  );
}
