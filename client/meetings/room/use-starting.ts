// Beginning a short text of one's own in the room: it is there for the team at once, and grows as it is typed.
import { createEffect, createSignal, on } from 'solid-js';
import type { Entry } from '../../../shared/entries.ts';
import { type roomNoteKinds, writeInRoom } from '../../../shared/meetings.ts';
import { call } from '../../api/call.ts';
import { createSending, type Sending } from '../../api/sending.ts';
import { useItem } from './item-case.tsx';

export type Starting = Pick<Sending, 'busy' | 'problem'> & {
  readonly start: () => Promise<void>;
  /** The entry that its writer wants to go to: the one that was begun here last, or an earlier one. */
  readonly wanted: () => string | undefined;
  readonly goTo: (entryId: string) => void;
};

export const useStarting = (kind: (typeof roomNoteKinds)[number]): Starting => {
  const { item } = useItem();
  const sending = createSending();
  // The same one asked for again is gone to again.
  const [wanted, setWanted] = createSignal<string | undefined>(undefined, { equals: false });
  return {
    busy: sending.busy,
    problem: sending.problem,
    wanted,
    goTo: setWanted,
    start: async () => {
      const params = { itemId: item().id };
      await sending.send({ kind, params }, async (key) => {
        setWanted((await call(writeInRoom, { params, body: { kind }, key })).id);
      });
    },
  };
};

/** The caret goes into the first field of the entry that is wanted. Returns the `ref` of the element around its fields. */
export const useGoing = (
  starting: Starting,
  entry: () => Pick<Entry, 'id'>,
): ((element: HTMLElement) => void) => {
  let place: HTMLElement | undefined;
  createEffect(
    on(starting.wanted, (id) => {
      if (id === entry().id) place?.querySelector<HTMLElement>('textarea')?.focus();
    }),
  );
  return (element) => {
    place = element;
  };
};
