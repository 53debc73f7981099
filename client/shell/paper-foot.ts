// What stands at the foot of every printed page: who printed it and when. The style sheet for paper sets it there, beside
// the number of the page and of all pages.

/** @param words asked for at the moment of printing, since the day may have changed. Answers with the end of following. */
export const followPrinting = (words: () => string): (() => void) => {
  const set = () => {
    const text = words().replaceAll(/["\\\n]/g, ' ');
    document.documentElement.style.setProperty('--printed-by', `"${text}"`);
  };
  addEventListener('beforeprint', set);
  return () => {
    removeEventListener('beforeprint', set);
    document.documentElement.style.removeProperty('--printed-by');
  };
};
