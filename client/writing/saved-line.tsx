// One line for a whole page: "Saved 10.42", or where the words are while they cannot be saved.
import { createEffect, createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { isoDay } from '../i18n/dates.ts';
import { SavedAt, type SaveState } from '../ui/saved-at.tsx';
import { type FieldState, hasUnsent } from './field-state.ts';
import { desk } from './start.ts';

/** Saving is worth a word only when it takes longer than one notices. */
const patienceMs = 1_500;

/** The one state of many fields: trouble first, then the newest save of today. */
export const summaryOf = (
  states: readonly FieldState[],
  today: string,
  online: boolean,
): SaveState | null => {
  if (states.some((state) => state.kind === 'kept-here')) return { kind: online ? 'device' : 'offline' };
  const saved = states.flatMap((state) => state.known.at ?? []).sort();
  const last = saved.at(-1);
  if (last !== undefined && isoDay(last) === today) return { kind: 'saved', at: last };
  return null;
};

export const useSavedState = (): (() => SaveState | null) => {
  const [slow, setSlow] = createSignal(false);
  const states = () => desk()?.states() ?? [];
  const unsent = () => states().some((state) => hasUnsent(state) && state.kind !== 'refused');
  createEffect(() => {
    if (!unsent()) {
      setSlow(false);
      return;
    }
    const timer = setTimeout(() => setSlow(true), patienceMs);
    onCleanup(() => clearTimeout(timer));
  });
  return () => {
    const sum = summaryOf(states(), isoDay(new Date()), navigator.onLine);
    return slow() && sum?.kind !== 'device' && sum?.kind !== 'offline' ? { kind: 'saving' } : sum;
  };
};

export function SavedLine(): JSX.Element {
  const state = useSavedState();
  return <Show when={state()}>{(now) => <SavedAt state={now()} />}</Show>;
}
