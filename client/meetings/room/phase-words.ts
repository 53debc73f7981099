// What a phase is called and what it asks: in the interface's words for the shipped ones, in the team's own for the others.
import type { Phase } from '../../../shared/meeting.ts';
import { type MessageKey, t } from '../../i18n/index.ts';

type Title = Extract<MessageKey, `meetingPhase.${string}`>;
type Key = Title extends `meetingPhase.${infer K}` ? K : never;
type Question = Extract<MessageKey, `phaseQuestion.${string}`>;

const questions: Readonly<Record<Key, readonly Question[]>> = {
  question: ['phaseQuestion.question1', 'phaseQuestion.question2', 'phaseQuestion.question3'],
  picture: ['phaseQuestion.picture1', 'phaseQuestion.picture2', 'phaseQuestion.picture3'],
  curious: ['phaseQuestion.curious1', 'phaseQuestion.curious2', 'phaseQuestion.curious3'],
  hypotheses: ['phaseQuestion.hypotheses1', 'phaseQuestion.hypotheses2', 'phaseQuestion.hypotheses3'],
  reflection: ['phaseQuestion.reflection1', 'phaseQuestion.reflection2'],
  'child-voice': ['phaseQuestion.childVoice1', 'phaseQuestion.childVoice2', 'phaseQuestion.childVoice3'],
  safety: ['phaseQuestion.safety1', 'phaseQuestion.safety2'],
  steps: ['phaseQuestion.steps1', 'phaseQuestion.steps2'],
  welcome: ['phaseQuestion.welcome1', 'phaseQuestion.welcome2'],
  good: ['phaseQuestion.good1', 'phaseQuestion.good2'],
  worries: ['phaseQuestion.worries1', 'phaseQuestion.worries2'],
  future: ['phaseQuestion.future1', 'phaseQuestion.future2'],
  'what-helped': ['phaseQuestion.whatHelped1', 'phaseQuestion.whatHelped2'],
  agreements: ['phaseQuestion.agreements1', 'phaseQuestion.agreements2'],
  'own-council': ['phaseQuestion.ownCouncil1', 'phaseQuestion.ownCouncil2'],
  material: ['phaseQuestion.material1', 'phaseQuestion.material2'],
  statement: ['phaseQuestion.statement1', 'phaseQuestion.statement2'],
};
const isShipped = (key: string): key is Key => Object.hasOwn(questions, key);

/** In the order in which they are shipped. */
export const shippedKeys = Object.keys(questions) as readonly Key[];

/** What a shipped phase is called and asks; null for any other. */
export const shippedWords = (key: string): { title: string; questions: string[] } | null =>
  isShipped(key) ? { title: t(`meetingPhase.${key}`), questions: questions[key].map((one) => t(one)) } : null;

export const phaseTitle = ({ key, title }: Phase): string => title ?? shippedWords(key)?.title ?? key;

/** A phase that the team calls otherwise asks the same, unless the team has changed that too. */
export const phaseQuestions = (phase: Phase): string[] =>
  phase.questions ?? shippedWords(phase.key)?.questions ?? [];
