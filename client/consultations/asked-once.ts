// A text of few words in an anonymous request: what may tell who the child is, is asked about once; the next press sends it.
import { createSignal } from 'solid-js';
import { CallError } from '../api/call.ts';

export type AskedOnce = {
  /** It was asked about: what is sent now was looked at. */
  readonly asked: () => boolean;
  /** To be told of what a press came to. */
  readonly heed: (problem: unknown) => void;
};

export const createAskedOnce = (): AskedOnce => {
  const [asked, setAsked] = createSignal(false);
  return {
    asked,
    heed: (problem) => {
      if (problem instanceof CallError && problem.id === 'perhaps-identifying') setAsked(true);
    },
  };
};
