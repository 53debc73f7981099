// Whether somebody is in the middle of a sentence: then nothing moves away from under their hands.

/** How long a pause for thought may be. Milliseconds. */
const pauseMs = 30_000;

const isWritingPlace = (element: Element | null): boolean =>
  element?.matches('textarea, input:not([type="radio"], [type="checkbox"]), [contenteditable="true"]') ??
  false;

export type Typing = {
  /** Hears the keys that are pressed within an element. */
  readonly listen: (element: HTMLElement) => void;
  readonly now: () => boolean;
};

export const createTyping = (): Typing => {
  let within: HTMLElement | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const heard = (): void => {
    last = performance.now();
  };
  return {
    listen: (element) => {
      within = element;
      element.addEventListener('keydown', (event) => {
        if (isWritingPlace(event.target as Element)) heard();
      });
      // Dictated, pasted, or written on a phone.
      element.addEventListener('input', heard);
    },
    now: () => {
      const at = document.activeElement;
      return within?.contains(at) === true && isWritingPlace(at) && performance.now() - last < pauseMs;
    },
  };
};
