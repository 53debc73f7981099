// One text field between a person's hands and the server, as a union of states. Pure: no clock, no network, no screen.
// The rule under all of it: `text` is only ever replaced while it is clean, so that no word somebody typed is dropped.
import type { ErrorId } from '../../shared/errors.ts';

/** What the server has, as far as this page knows. */
export type Known = { readonly text: string; readonly rev: number; readonly at: string | null };
/** What was sent and not yet answered. A retry sends the very same, under the same key. */
export type Sent = { readonly text: string; readonly base: number; readonly key: string };

type Held = {
  readonly text: string;
  /** The revision that the text grew from. Falls behind `known.rev` when somebody wrote meanwhile. */
  readonly base: number;
  readonly known: Known;
  /** This device's text stands beside the field's own, under this id, until the author chooses. */
  readonly beside: string | null;
};
export type FieldState =
  | (Held & { readonly kind: 'clean' })
  | (Held & { readonly kind: 'dirty' })
  | (Held & { readonly kind: 'saving'; readonly sent: Sent; readonly tries: number })
  /** The network or the server does not take it just now; it is kept on this device. */
  | (Held & { readonly kind: 'kept-here'; readonly sent: Sent; readonly tries: number })
  /** The right to write here has ended; the text is in a private note. */
  | (Held & { readonly kind: 'note'; readonly noteId: string | null })
  | (Held & { readonly kind: 'refused'; readonly why: ErrorId });

export type Kept = 'here' | 'beside' | 'note';
export type Answer = {
  readonly kept: Kept;
  readonly rev: number;
  readonly savedAt: string;
  readonly alternativeId: string | null;
  readonly noteId: string | null;
};
export type FieldEvent =
  | { readonly kind: 'typed'; readonly text: string }
  /** Time to send: the pause is over, the field was left, or the page is going away. */
  | { readonly kind: 'due'; readonly key: string }
  | { readonly kind: 'retry' }
  | { readonly kind: 'answered'; readonly sent: Sent; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly sent: Sent }
  | { readonly kind: 'refused'; readonly sent: Sent; readonly why: ErrorId }
  /** The server's text, as an event or a snapshot shows it. */
  | { readonly kind: 'remote'; readonly known: Known }
  /** The author has chosen between two texts. */
  | { readonly kind: 'chosen'; readonly text: string; readonly rev: number; readonly at: string }
  /** The same choice, made on another device. */
  | { readonly kind: 'chosen-elsewhere' }
  /** Text that a page before this one could not send. */
  | { readonly kind: 'restored'; readonly text: string; readonly base: number; readonly sent: Sent | null };

export const initialState = (known: Known): FieldState => ({
  kind: 'clean',
  text: known.text,
  base: known.rev,
  known,
  beside: null,
});

const held = ({ text, base, known, beside }: FieldState): Held => ({ text, base, known, beside });

/** Clean when the text is what was confirmed; else there is more to send. */
const settled = (confirmed: string, rest: Held): FieldState =>
  rest.text === confirmed ? { ...rest, kind: 'clean' } : { ...rest, kind: 'dirty' };

const answered = (state: FieldState, sent: Sent, answer: Answer): FieldState => {
  const now = held(state);
  if (answer.kept === 'note') return { ...now, kind: 'note', noteId: answer.noteId };
  if (answer.kept === 'beside') return settled(sent.text, { ...now, beside: answer.alternativeId });
  const newer = now.known.rev > answer.rev;
  const known = newer ? now.known : { text: sent.text, rev: answer.rev, at: answer.savedAt };
  const next: Held = { ...now, known, base: answer.rev, beside: null };
  // Somebody wrote after this save and before its answer: with nothing more typed here, theirs is shown.
  if (newer && next.text === sent.text) return { ...next, kind: 'clean', text: known.text, base: known.rev };
  return settled(sent.text, next);
};

const seen = (state: FieldState, known: Known): FieldState => {
  if (known.rev < state.known.rev || (known.rev === state.known.rev && known.text === state.known.text))
    return state;
  const now = { ...held(state), known };
  if (state.kind === 'clean' && state.beside === null)
    return { ...now, kind: 'clean', text: known.text, base: known.rev };
  if (state.kind === 'saving' || state.kind === 'kept-here') {
    // The event of the own save came before its answer, or instead of it. Equal text: nothing can be lost.
    if (known.text !== state.sent.text) return { ...state, known };
    if (state.kind === 'saving') return { ...state, known, base: known.rev };
    return settled(known.text, { ...now, base: known.rev, beside: null });
  }
  if (state.kind === 'dirty' && known.text === state.text)
    return { ...now, kind: 'clean', base: known.rev, beside: null };
  return { ...state, known };
};

/** A field that nobody has opened yet, with the text that an earlier page could not send. */
export const keptState = (kept: { text: string; base: number; sent: Sent | null }): FieldState => {
  const rest: Held = {
    text: kept.text,
    base: kept.base,
    known: { text: '', rev: -1, at: null },
    beside: null,
  };
  return kept.sent === null
    ? { ...rest, kind: 'dirty' }
    : { ...rest, kind: 'kept-here', sent: kept.sent, tries: 0 };
};

const restored = (
  state: FieldState,
  { text, base, sent }: Extract<FieldEvent, { kind: 'restored' }>,
): FieldState => {
  // Somebody is already writing in this field on this page: what was kept goes its own way (desk.ts).
  if (state.kind !== 'clean' || text === state.known.text) return state;
  const now = held(state);
  if (sent === null) return { ...now, kind: 'dirty', text, base };
  if (sent.text === state.known.text) return { ...now, kind: 'dirty', text, base: state.known.rev };
  return { ...now, kind: 'kept-here', text, base, sent, tries: 0 };
};

const startSaving = (state: FieldState, key: string): FieldState => ({
  ...held(state),
  kind: 'saving',
  sent: { text: state.text, base: state.base, key },
  tries: 0,
});

/** The state after an event. An event that does not apply leaves the state as it is (the same object). */
export const next = (state: FieldState, event: FieldEvent): FieldState => {
  switch (event.kind) {
    case 'typed': {
      if (event.text === state.text) return state;
      if (state.kind === 'saving' || state.kind === 'kept-here') return { ...state, text: event.text };
      return { ...held(state), kind: 'dirty', text: event.text };
    }
    case 'due':
      return state.kind === 'dirty' ? startSaving(state, event.key) : state;
    case 'retry':
      return state.kind === 'kept-here' ? { ...state, kind: 'saving' } : state;
    case 'answered':
      return isWaitingFor(state, event.sent) ? answered(state, event.sent, event.answer) : state;
    case 'failed':
      return state.kind === 'saving' && state.sent.key === event.sent.key
        ? { ...state, kind: 'kept-here', tries: state.tries + 1 }
        : state;
    case 'refused':
      return isWaitingFor(state, event.sent) ? { ...held(state), kind: 'refused', why: event.why } : state;
    case 'remote':
      return seen(state, event.known);
    case 'chosen': {
      const known = { text: event.text, rev: event.rev, at: event.at };
      const newest = state.known.rev > event.rev ? state.known : known;
      return { kind: 'clean', text: newest.text, base: newest.rev, known: newest, beside: null };
    }
    case 'chosen-elsewhere':
      if (state.beside === null) return state;
      return state.kind === 'clean'
        ? { ...state, text: state.known.text, base: state.known.rev, beside: null }
        : { ...state, beside: null };
    case 'restored':
      return restored(state, event);
  }
};

const isWaitingFor = (state: FieldState, sent: Sent): boolean =>
  (state.kind === 'saving' || state.kind === 'kept-here') && state.sent.key === sent.key;

/** Is there anything that the server has not confirmed? */
export const hasUnsent = (state: FieldState): boolean =>
  state.kind === 'dirty' || state.kind === 'saving' || state.kind === 'kept-here' || state.kind === 'refused';
