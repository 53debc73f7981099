// One draft of a request between a person's hands and the server: saved as it is typed, kept on this device while that
// cannot be, and merged where another device saved meanwhile. What sending, keeping and time are is handed in.
import type { DraftFields } from '../../shared/consultation.ts';
import { type BigText, mergeDrafts, sameDrafts } from './draft-merge.ts';

const pauseMs = 350;
const firstRetryMs = 500;
const longestRetryMs = 15_000;

export type KnownDraft = { readonly fields: DraftFields; readonly rev: number; readonly at: string };

/** Where both devices wrote: the text here, and the one that the server has. */
export type Twofold = { readonly field: BigText; readonly theirs: string; readonly at: string };

export type DraftState = {
  readonly id: string | null;
  readonly fields: DraftFields;
  /** What the server has, as far as this page knows; null before the first save. */
  readonly known: KnownDraft | null;
  readonly kind: 'clean' | 'dirty' | 'saving' | 'kept-here' | 'choosing' | 'gone' | 'refused';
  readonly two: readonly Twofold[];
};

/** What is kept on this device of a draft that the server has not taken yet. */
export type KeptDraft = {
  readonly name: string;
  readonly device: string;
  readonly id: string | null;
  readonly fields: DraftFields;
  readonly known: KnownDraft | null;
  /** Under which the draft was being started, so that a retry finds the same one. */
  readonly startKey: string;
};

export type Trouble = 'passing' | 'conflict' | 'gone' | 'refused';

export type DraftAround = {
  /** Each throws what `troubleOf` can name. */
  readonly start: (fields: DraftFields, key: string) => Promise<{ id: string; rev: number }>;
  readonly save: (
    id: string,
    rev: number,
    fields: DraftFields,
    key: string,
    last: boolean,
  ) => Promise<{ rev: number; savedAt: string }>;
  readonly read: (id: string) => Promise<KnownDraft>;
  readonly troubleOf: (error: unknown) => Trouble;
  readonly keep: (unsaved: Omit<KeptDraft, 'name' | 'device'> | null) => void;
  readonly later: (ms: number, run: () => void) => () => void;
  readonly newKey: () => string;
  readonly now: () => string;
};

export type Draft = {
  readonly state: () => DraftState;
  readonly change: (part: Partial<DraftFields>) => void;
  readonly flush: (last?: boolean) => void;
  /** True when the server has all of it. */
  readonly settle: () => Promise<boolean>;
  readonly choose: (field: BigText, text: string) => void;
  /** After it was sent or thrown away elsewhere: what is written here becomes a draft of its own. */
  readonly beginAnew: () => void;
  readonly listen: (heard: (state: DraftState) => void) => () => void;
  readonly stop: () => void;
  /** Sent or thrown away: nothing of it stays on this device. */
  readonly forget: () => void;
};

type Begun = Pick<KeptDraft, 'id' | 'fields' | 'known'> & { readonly startKey?: string | undefined };

export const createDraft = (begun: Begun, around: DraftAround): Draft => {
  let state: DraftState = {
    id: begun.id,
    fields: begun.fields,
    known: begun.known,
    kind: begun.known !== null && begun.fields === begun.known.fields ? 'clean' : 'dirty',
    two: [],
  };
  // An empty beginning is nothing to save.
  if (begun.id === null && begun.startKey === undefined) state = { ...state, kind: 'clean' };
  let startKey = begun.startKey ?? around.newKey();
  let sent: { readonly fields: DraftFields; readonly rev: number; readonly key: string } | null = null;
  let tries = 0;
  let stopped = false;
  let running: Promise<void> | null = null;
  let timer: (() => void) | null = null;
  const listeners = new Set<(state: DraftState) => void>();

  const put = (part: Partial<DraftState>): void => {
    if (stopped) return;
    state = { ...state, ...part };
    const { id, fields, known, kind } = state;
    around.keep(kind === 'clean' ? null : { id, fields, known, startKey });
    for (const heard of listeners) heard(state);
  };
  const unsaved = (): boolean => state.fields !== state.known?.fields;
  const stopTimer = (): void => {
    timer?.();
    timer = null;
  };

  const sendOnce = async (last: boolean): Promise<void> => {
    put({ kind: 'saving' });
    if (state.id === null) {
      const fields = sent?.fields ?? state.fields;
      sent = { fields, rev: 0, key: startKey };
      const { id, rev } = await around.start(fields, startKey);
      put({ id, known: { fields, rev, at: around.now() } });
    } else {
      sent ??= { fields: state.fields, rev: state.known?.rev ?? 0, key: around.newKey() };
      const { fields } = sent;
      const { rev, savedAt } = await around.save(state.id, sent.rev, fields, sent.key, last);
      put({ known: { fields, rev, at: savedAt } });
    }
    sent = null;
    tries = 0;
  };
  const takeTheirs = async (): Promise<void> => {
    if (state.id === null) return;
    const theirs = await around.read(state.id);
    const { fields, two } = mergeDrafts(state.known?.fields ?? theirs.fields, state.fields, theirs.fields);
    const nothingNew = sameDrafts(fields, theirs.fields);
    sent = null;
    put({
      known: theirs,
      fields: nothingNew ? theirs.fields : fields,
      two: two.map((field) => ({ field, theirs: theirs.fields[field], at: theirs.at })),
      kind: two.length > 0 ? 'choosing' : 'dirty',
    });
  };
  const waitAndRetry = (): void => {
    tries += 1;
    put({ kind: 'kept-here' });
    stopTimer();
    timer = around.later(Math.min(longestRetryMs, firstRetryMs * 2 ** tries), () => void work());
  };
  /** False where it goes no further now. */
  const met = async (error: unknown): Promise<boolean> => {
    const trouble = around.troubleOf(error);
    if (trouble === 'conflict' && state.id !== null) {
      try {
        await takeTheirs();
        return state.two.length === 0;
      } catch (second) {
        return around.troubleOf(second) === 'conflict' ? false : met(second);
      }
    }
    sent = trouble === 'passing' ? sent : null;
    if (trouble === 'passing') waitAndRetry();
    else put({ kind: trouble === 'gone' ? 'gone' : 'refused' });
    return false;
  };
  const run = async (last: boolean): Promise<void> => {
    let going = true;
    while (going && !stopped && state.two.length === 0 && unsaved()) {
      try {
        await sendOnce(last);
      } catch (error) {
        going = stopped ? false : await met(error);
      }
    }
    if (going && !stopped && state.two.length === 0) put({ kind: 'clean' });
  };
  const work = (last = false): Promise<void> => {
    stopTimer();
    running ??= run(last).finally(() => {
      running = null;
    });
    return running;
  };
  const change = (part: Partial<DraftFields>): void => {
    const fields = { ...state.fields, ...part };
    if (state.kind === 'gone' || state.kind === 'choosing') {
      put({ fields });
      return;
    }
    // What was refused may be taken now; a try that waits for its turn goes on waiting.
    const waiting = state.kind === 'saving' || state.kind === 'kept-here';
    put({ fields, kind: waiting ? state.kind : 'dirty' });
    if (!waiting && timer === null) timer = around.later(pauseMs, () => void work());
  };
  const stop = (): void => {
    stopped = true;
    stopTimer();
  };
  if (state.kind === 'dirty') timer = around.later(0, () => void work());
  return {
    state: () => state,
    change,
    flush: (last = false) => {
      if (state.kind === 'dirty' || state.kind === 'kept-here') void work(last);
    },
    settle: async () => {
      if (state.kind !== 'gone' && unsaved() && (state.id !== null || state.kind !== 'clean')) await work();
      return state.kind === 'clean' && !unsaved();
    },
    choose: (field, text) => {
      const two = state.two.filter((one) => one.field !== field);
      const left = two.length > 0;
      put({ fields: { ...state.fields, [field]: text }, two, kind: left ? 'choosing' : 'dirty' });
      if (!left) void work();
    },
    beginAnew: () => {
      startKey = around.newKey();
      sent = null;
      put({ id: null, known: null, two: [], kind: 'dirty' });
      void work();
    },
    listen: (heard) => {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    stop,
    forget: () => {
      stop();
      around.keep(null);
    },
  };
};
