// What of a recording tells a visitor of anything but their own item.
import type { Recorded } from './one-meeting.ts';

/** Of the connection itself, whatever happens. */
const always: ReadonlySet<string> = new Set(['hello', 'beat', 'token', 'watching']);
/** That something of one's own is another, and not what. */
const says = (frame: { t: string; ids?: readonly string[] | null }): boolean =>
  frame.t === 'meetings' && frame.ids !== null;

/** One line for each. `strictly`: also whatever came about the meeting while it was not one's own turn. */
export const leaksIn = (
  { sent, answers, secrets, own }: Recorded,
  who: { readonly name: string },
): string[] => {
  const found: string[] = [];
  for (const { during, text } of [...sent, ...answers]) {
    const secret = [...secrets, who.name].find((one) => text.includes(one));
    if (secret !== undefined) found.push(`${during}: "${secret}" in ${text.slice(0, 160)}`);
  }
  for (const { during, text } of sent) {
    const frame = JSON.parse(text) as { t: string; ids?: readonly string[] | null };
    if (always.has(frame.t) || during === 'own') continue;
    if (says(frame) || (frame.t !== 'meetings' && text.includes(own)))
      found.push(`${during}: told of the meeting by ${text.slice(0, 160)}`);
    // Of one's own case nothing happens while another is discussed.
    if (frame.t === 'event' && during !== 'before') found.push(`${during}: ${text.slice(0, 160)}`);
  }
  for (const { during, text } of answers)
    if (during !== 'own' && text.includes('"now":true')) found.push(`${during}: comes in`);
  return found;
};
