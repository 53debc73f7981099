// Listening is activity: whoever has pressed anything while a case is discussed stays signed in until it is over, however quietly they sit.
const minute = 60_000;
/** So long one press holds at most: a meeting that nobody closes, and a laptop that was left in it, is not for ever. */
export const heldFor = 60 * minute;
/** Without a press for so long somebody is asked, calmly, well before the session's own warning. */
export const askedAfter = 20 * minute;

/** The last press of somebody, and during which item it was; moments in milliseconds since 1970. */
export type Press = { readonly at: number; readonly itemId: string | undefined };

/** @param itemId the item that is being discussed; none: between two */
export const listeningAt = (
  press: Press,
  itemId: string | undefined,
  now: number,
): 'kept' | 'asked' | 'calm' => {
  const quiet = now - press.at;
  if (itemId !== undefined && press.itemId === itemId && quiet < heldFor) return 'kept';
  return itemId !== undefined && quiet >= askedAfter ? 'asked' : 'calm';
};
