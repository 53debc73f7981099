// Where the caret belongs after somebody else changed the text around it.

/** The position in `after` of what stood at `position` in `before`. */
export const caretAfter = (before: string, after: string, position: number): number => {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  if (position <= head) return position;
  if (position >= before.length - tail) return position + after.length - before.length;
  return after.length - tail;
};
