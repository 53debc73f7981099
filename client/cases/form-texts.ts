// The texts of a form while they live on this page alone.
import { createSignal } from 'solid-js';
import type { SaveState } from '../ui/saved-at.tsx';

export type FormTexts = {
  readonly ready: () => boolean;
  readonly text: (field: string) => string;
  readonly type: (field: string, text: string) => void;
  /** Sends what is unsent; true when the server has it all. */
  readonly settle: () => Promise<boolean>;
  /** The entry that holds the form; null before its first text is saved. */
  readonly id: () => string | null;
  readonly saved: () => SaveState | null;
  /** The form has served: the server has thrown it away with the command that used it. */
  readonly used: () => void;
};

export const createFormTexts = (): FormTexts => {
  const [texts, setTexts] = createSignal<Readonly<Record<string, string>>>({});
  return {
    ready: () => true,
    text: (field) => texts()[field] ?? '',
    type: (field, text) => void setTexts((all) => ({ ...all, [field]: text })),
    settle: async () => true,
    id: () => null,
    saved: () => null,
    used: () => void setTexts({}),
  };
};
