// A form that is saved as one types, before there is anything it belongs to: found again by its name after a reload, a
// time-out or on another device.
import { createMemo, createResource, createSignal, getOwner, runWithOwner } from 'solid-js';
import { discardForm, getForm } from '../../shared/entries.ts';
import { call } from '../api/call.ts';
import type { SaveState } from '../ui/saved-at.tsx';
import { formStart } from './address.ts';
import { type DraftField, useDraftField } from './draft-field.ts';
import { useSavedState } from './saved-line.tsx';
import { desk } from './start.ts';

export type Form = {
  /** True when what was saved before is in the fields. */
  readonly ready: () => boolean;
  readonly text: (field: string) => string;
  readonly type: (field: string, text: string) => void;
  /** The whole field, for two texts side by side and the like. */
  readonly field: (field: string) => DraftField;
  /** Names of the fields that were saved; for rows that come and go. */
  readonly names: () => readonly string[];
  /** Sends what is unsent; true when the server has it all. */
  readonly settle: () => Promise<boolean>;
  /** The entry that holds the form; null before its first text is saved. */
  readonly id: () => string | null;
  readonly saved: () => SaveState | null;
  /** The form has served: the server has thrown it away with the command that used it. No field of it is used after. */
  readonly used: () => void;
  /** Throws the form away; no field of it is used after. @throws CallError */
  readonly discard: () => Promise<void>;
};

/** `name` is the form's own, such as `open-case` or `invite:<case>`; one person has one of each. */
export const useForm = (name: string): Form => {
  const start = formStart(name);
  const owner = getOwner();
  const [read] = createResource(() => call(getForm, { params: { name } }).catch(() => null));
  const entry = createMemo(() => {
    const found = read()?.entry ?? undefined;
    if (found) desk()?.adopt(start, found.id);
    return found;
  });
  const id = () => desk()?.startedId(start) ?? entry()?.id ?? null;
  // Once it has served, its fields let go of the desk: looked up again they would come back with their old texts.
  const [served, setServed] = createSignal(false);
  const leave = () => {
    setServed(true);
    desk()?.drop(start);
  };
  const fields = new Map<string, DraftField>();
  const field = (fieldName: string): DraftField => {
    const found = fields.get(fieldName);
    if (found) return found;
    const made = runWithOwner(owner, () =>
      useDraftField(
        () => (read.loading || served() ? undefined : { start, field: fieldName }),
        entry,
        () => read()?.alternatives ?? [],
      ),
    );
    if (!made) throw new Error('A form is used inside a component');
    fields.set(fieldName, made);
    return made;
  };
  return {
    ready: () => !read.loading && desk() !== null,
    text: (fieldName) => field(fieldName).text(),
    type: (fieldName, text) => field(fieldName).type(text),
    field,
    names: () => Object.keys(entry()?.fields ?? {}),
    settle: async () => (await desk()?.settle(10_000)) ?? false,
    id,
    saved: useSavedState(),
    used: leave,
    discard: async () => {
      // A beginning that is still under way would leave the form behind, to be found again.
      await desk()?.settle(3_000);
      const known = id();
      leave();
      if (known !== null) await call(discardForm, { params: { entryId: known } });
    },
  };
};
