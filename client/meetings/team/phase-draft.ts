// The phases of a kind of meeting while somebody changes them: texts as typed, and what of them is wrong. A text that is not there is
// the shipped one, in each reader's language. Nothing of the page is here.
import type { Phase } from '../../../shared/meeting.ts';
import { type MeetingTemplate, voiceKey } from '../../../shared/meeting-templates.ts';

export type DraftPhase = Pick<Phase, 'key' | 'minutes' | 'part'> & {
  readonly title?: string | undefined;
  /** One on each line. */
  readonly questions?: string | undefined;
};
/** `base`: the team's version that was read when it was begun. */
export type Draft = { readonly base: number; readonly phases: readonly DraftPhase[] };
/** What a phase is called and asks where the team has no words of its own; null for what is not shipped. */
export type Shipped = (
  key: string,
) => { readonly title: string; readonly questions: readonly string[] } | null;
export type Wrong = { readonly title?: 'missing'; readonly questions?: 'many' | 'long' };

const mostPhases = 20;
const mostQuestions = 10;
const longest = 200;

const fromPhase = ({ key, minutes, part, title, questions }: Phase): DraftPhase => ({
  key,
  minutes,
  part,
  title,
  questions: questions?.join('\n'),
});
export const draftOf = ({ version, phases }: MeetingTemplate): Draft => ({
  base: version,
  phases: phases.map(fromPhase),
});

export const writeDraft = (draft: Draft): string => JSON.stringify(draft);
/** What was saved before; undefined where nothing was. */
export const readDraft = (text: string): Draft | undefined => {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as Draft;
  } catch {
    return undefined;
  }
};

export const keysOf = (draft: Draft): string[] => draft.phases.map(({ key }) => key);
export const minutesIn = (draft: Draft): number =>
  draft.phases.reduce((sum, { minutes }) => sum + minutes, 0);

export const changed = (draft: Draft, key: string, part: Partial<DraftPhase>): Draft => ({
  ...draft,
  phases: draft.phases.map((one) => (one.key === key ? { ...one, ...part } : one)),
});
export const inOrder = (draft: Draft, keys: readonly string[]): Draft => ({
  ...draft,
  phases: keys.flatMap((key) => draft.phases.find((one) => one.key === key) ?? []),
});
/** The child's voice stays: it is not passed over in silence. */
export const removed = (draft: Draft, key: string): Draft =>
  key === voiceKey ? draft : { ...draft, phases: draft.phases.filter((one) => one.key !== key) };

export const takesMore = (draft: Draft): boolean => draft.phases.length < mostPhases;

/** @param key of a shipped phase; null: one of the team's own @returns it and the key that it has */
export const added = (draft: Draft, key: string | null, minutes = 10): readonly [Draft, string] => {
  const own = draft.phases.map((one) => Number(/^own-(\d+)$/.exec(one.key)?.[1] ?? 0));
  const next: DraftPhase =
    key === null
      ? { key: `own-${Math.max(0, ...own) + 1}`, minutes, part: 'shared', title: '', questions: '' }
      : { key, minutes, part: 'shared' };
  return [{ ...draft, phases: [...draft.phases, next] }, next.key];
};

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const titleOf = ({ key, title }: DraftPhase, shipped: Shipped): string =>
  title ?? shipped(key)?.title ?? '';
export const questionsOf = ({ key, questions }: DraftPhase, shipped: Shipped): string =>
  questions ?? shipped(key)?.questions.join('\n') ?? '';
export const questionCount = (one: DraftPhase, shipped: Shipped): number =>
  linesOf(questionsOf(one, shipped)).length;

/** By key, what has to be mended before it can be used. */
export const wrongIn = (draft: Draft, shipped: Shipped): ReadonlyMap<string, Wrong> =>
  new Map(
    draft.phases.flatMap((one): [string, Wrong][] => {
      const lines = linesOf(one.questions ?? '');
      const title = !shipped(one.key) && titleOf(one, shipped).trim() === '' ? 'missing' : undefined;
      const long = lines.some((line) => line.length > longest) ? 'long' : undefined;
      const questions = lines.length > mostQuestions ? 'many' : long;
      if (!title && !questions) return [];
      return [[one.key, { ...(title && { title }), ...(questions && { questions }) }]];
    }),
  );

/** As the server takes it. What says the same as shipped is left to the shipped words, which each reads in their language. */
export const phasesOf = (draft: Draft, shipped: Shipped): Phase[] =>
  draft.phases.map((one) => {
    const usual = shipped(one.key);
    const title = one.title?.trim() ?? '';
    const questions = one.questions === undefined ? undefined : linesOf(one.questions);
    const same = usual !== null && questions?.join('\n') === usual.questions.join('\n');
    return {
      key: one.key,
      minutes: one.minutes,
      part: one.part,
      ...(title !== '' && title !== usual?.title ? { title } : {}),
      ...(questions && !same ? { questions } : {}),
    };
  });
