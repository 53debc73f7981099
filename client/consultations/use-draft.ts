// A draft as a screen has it: opened or begun, its state as a signal, let go of when the screen is left.
import { createSignal, onCleanup } from 'solid-js';
import type { DraftFields } from '../../shared/consultation.ts';
import { isoDay } from '../i18n/dates.ts';
import type { SaveState } from '../ui/saved-at.tsx';
import { closeDraft, newDraft, openDraft } from './draft-desk.ts';
import type { Draft, DraftState } from './draft-saving.ts';

export type OpenedDraft = { readonly draft: Draft; readonly state: () => DraftState };

/** @throws CallError where there is no such draft. */
export const useDraft = (
  draftId: string | undefined,
  empty: () => DraftFields,
): { opened: () => OpenedDraft | undefined; problem: () => unknown } => {
  const [opened, setOpened] = createSignal<OpenedDraft>();
  const [problem, setProblem] = createSignal<unknown>();
  let left = false;
  let close: (() => void) | undefined;
  const open = draftId === undefined ? newDraft(empty()) : openDraft(draftId);
  open.then(
    (draft) => {
      const [state, setState] = createSignal(draft.state());
      const deaf = draft.listen(setState);
      close = () => {
        deaf();
        closeDraft(draft);
      };
      if (left) close();
      else setOpened({ draft, state });
    },
    (error) => setProblem(error),
  );
  onCleanup(() => {
    left = true;
    close?.();
  });
  return { opened, problem };
};

/** Saved today, at what time; or where the words are while they cannot be saved. */
export const savedStateOf = (state: DraftState, online: boolean): SaveState | null => {
  if (state.kind === 'kept-here' || state.kind === 'refused') return { kind: online ? 'device' : 'offline' };
  const at = state.known?.at;
  return at !== undefined && isoDay(at) === isoDay(new Date()) ? { kind: 'saved', at } : null;
};
