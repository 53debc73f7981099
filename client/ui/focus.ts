// Where the focus goes when it would be lost, and when something is missing. Not for the order of the Tab key.

/**
 * What held the focus is gone: it goes to the heading of the page, so that somebody with a keyboard or a screen reader goes
 * on from there and not from the very beginning. Nothing where something has it.
 */
export const rescueFocus = (): void => {
  const at = document.activeElement;
  if (at !== null && at !== document.body) return;
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
};

/** To the first field, or the first of a group, that says what is missing in it, and into view; nothing where none does. */
export const focusFirstWrong = (within: HTMLElement): void => {
  const wrong = within.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]');
  const field = wrong?.hasAttribute('data-wrong') ? wrong.querySelector<HTMLElement>('input') : wrong;
  field?.focus();
};
