// What a reader has in view: where the meeting is, or an item and a phase of their own choice. When the meeting moves, everybody
// goes with it but those who are in the middle of a sentence: they stay, and are told where the others are.
import { createMemo, createSignal, untrack } from 'solid-js';
import type { MeetingRoom } from '../../../shared/meeting.ts';
import { currentItem } from './room.ts';

/** A phase of an item by its index, or the own agency's part of it. */
export type Spot = { readonly itemId: string; readonly part: number | 'own' };

export type View = {
  /** None between two items, unless one was chosen. */
  readonly spot: () => Spot | null;
  /** Where the meeting is. */
  readonly meeting: () => Spot | null;
  readonly follows: () => boolean;
  readonly open: (spot: Spot) => void;
  readonly follow: () => void;
};

const same = (a: Spot | null, b: Spot | null): boolean => a?.itemId === b?.itemId && a?.part === b?.part;

type Held = {
  readonly meeting: Spot | null;
  readonly choice: { readonly spot: Spot | null };
  /** Null: with the meeting. */
  readonly at: Spot | null;
};

/** The next state of what is held, when the meeting or the choice is another. Pure. */
export const nextHeld = (
  before: Held,
  meeting: Spot | null,
  choice: Held['choice'],
  typing: boolean,
): Held => {
  if (choice !== before.choice)
    return { meeting, choice, at: same(choice.spot, meeting) ? null : choice.spot };
  if (same(meeting, before.meeting)) return before;
  const stays = typing ? (before.at ?? before.meeting) : null;
  return { meeting, choice, at: same(stays, meeting) ? null : stays };
};

export const createView = (room: () => MeetingRoom, isTyping: () => boolean): View => {
  const meeting = createMemo<Spot | null>(
    () => {
      const item = currentItem(room());
      if (!item) return null;
      return { itemId: item.id, part: item.restricted ? 0 : (item.phase ?? 0) };
    },
    null,
    { equals: same },
  );
  const [choice, choose] = createSignal<{ readonly spot: Spot | null }>({ spot: null });
  // A memo and no effect: it is settled before anything of the page is drawn, so that no field is taken away and put back.
  const held = createMemo<Held>((before) => nextHeld(before, meeting(), choice(), untrack(isTyping)), {
    meeting: untrack(meeting),
    choice: untrack(choice),
    at: null,
  });
  const spot = createMemo<Spot | null>(() => held().at ?? held().meeting, null, { equals: same });
  return {
    spot,
    meeting,
    follows: () => held().at === null,
    open: (next) => choose({ spot: next }),
    follow: () => choose({ spot: null }),
  };
};
