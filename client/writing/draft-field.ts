// One field for a screen: its text, what became of it, and the choice when two devices wrote in it.
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { type Alternative, type Entry, resolveAlternative } from '../../shared/entries.ts';
import type { ErrorId } from '../../shared/errors.ts';
import { CallError, call } from '../api/call.ts';
import type { Address } from './address.ts';
import { nothingKnown } from './desk.ts';
import type { FieldState, Known } from './field-state.ts';
import { desk } from './start.ts';

/** Two texts of one field. `mine` is what stands in the box on this device. */
export type TwoTexts = {
  readonly alternativeId: string;
  readonly mine: string;
  readonly other: string;
  readonly otherAt: string | null;
};

export type DraftField = {
  readonly text: () => string;
  readonly type: (text: string) => void;
  /** The field was left: what is unsent goes at once. */
  readonly leave: () => void;
  readonly state: () => FieldState | null;
  /** False for the moment until what this device kept has been looked at. */
  readonly ready: () => boolean;
  readonly two: () => TwoTexts | null;
  readonly choosing: () => boolean;
  readonly problem: () => ErrorId | 'offline' | null;
  /** Makes `text` the field's text; the other one stays in its history. */
  readonly choose: (text: string) => Promise<void>;
};

const knownOf = (entry: Pick<Entry, 'fields'> | undefined, field: string): Known | null => {
  const saved = entry?.fields[field];
  return saved ? { text: saved.text, rev: saved.rev, at: saved.at } : null;
};

const twoTexts = (state: FieldState, others: readonly Alternative[]): TwoTexts | null => {
  const { beside, text, known } = state;
  if (beside !== null) return { alternativeId: beside, mine: text, other: known.text, otherAt: known.at };
  const other = others[0];
  return other ? { alternativeId: other.id, mine: text, other: other.text, otherAt: other.updatedAt } : null;
};

/**
 * @param address where it is saved; undefined while that is not known yet
 * @param entry the entry as the server last showed it; undefined before it exists
 * @param alternatives of the whole case or form; those of this field are picked here
 */
export const useDraftField = (
  address: () => Address | undefined,
  entry: () => Pick<Entry, 'id' | 'fields'> | undefined,
  alternatives: () => readonly Alternative[] = () => [],
): DraftField => {
  const name = () => address()?.field ?? '';
  const known = createMemo(() => knownOf(entry(), name()), undefined, {
    equals: (a, b) => a?.rev === b?.rev && a?.text === b?.text,
  });
  const field = createMemo(() => {
    const where = address();
    return where ? desk()?.field(where, known() ?? nothingKnown) : undefined;
  });
  const [state, setState] = createSignal<FieldState | null>(null);
  createEffect(
    on(field, (one) => {
      setState(one?.state() ?? null);
      if (one) onCleanup(one.listen(setState));
    }),
  );
  createEffect(
    on([field, known], ([one, now]) => {
      if (one && now) one.step({ kind: 'remote', known: now });
    }),
  );
  const others = createMemo(() =>
    alternatives().filter((one) => one.entryId === entry()?.id && one.field === name()),
  );
  // The choice was made on another device: the text that stood beside is gone from the list.
  createEffect(
    on(others, (now, before) => {
      const beside = field()?.state().beside;
      const gone = before?.some((one) => one.id === beside) && !now.some((one) => one.id === beside);
      if (gone) field()?.step({ kind: 'chosen-elsewhere' });
    }),
  );
  const [choosing, setChoosing] = createSignal(false);
  const [problem, setProblem] = createSignal<ErrorId | 'offline' | null>(null);

  const choose = async (text: string): Promise<void> => {
    const [one, two, owner] = [field(), state(), entry()];
    const pair = two ? twoTexts(two, others()) : null;
    if (!one || !pair || !owner || choosing()) return;
    setChoosing(true);
    setProblem(null);
    try {
      if (!(await one.settle())) throw new CallError('offline', null);
      const { rev } = await call(resolveAlternative, {
        params: { entryId: owner.id, alternativeId: pair.alternativeId },
        body: { base: one.state().known.rev, text },
      });
      one.step({ kind: 'chosen', text, rev, at: new Date().toISOString() });
    } catch (error) {
      setProblem(error instanceof CallError ? error.id : 'internal');
    } finally {
      setChoosing(false);
    }
  };
  return {
    text: () => state()?.text ?? known()?.text ?? '',
    type: (text) => field()?.step({ kind: 'typed', text }),
    leave: () => field()?.flush(),
    state,
    ready: () => field() !== undefined,
    two: () => {
      const now = state();
      return now ? twoTexts(now, others()) : null;
    },
    choosing,
    problem,
    choose,
  };
};
