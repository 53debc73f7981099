// The same in English.
import type * as fi from './meeting-fi.ts';

type Words<T> = { readonly [K in keyof T]: string };

export const meetingKind: Words<typeof fi.meetingKind> = {
  weekly: 'Weekly meeting',
  network: 'Network meeting',
  anticipation: 'Anticipation dialogue',
  council: 'Network council',
  'expert-group': 'Expert group',
};

export const meetingPhase: Words<typeof fi.meetingPhase> = {
  question: 'Question',
  picture: 'Genogram',
  curious: 'Curious questions',
  hypotheses: 'Hypotheses',
  reflection: 'Reflection',
  'child-voice': 'The child’s voice',
  safety: 'Safety',
  steps: 'Steps',
  welcome: 'Welcome',
  good: 'What is good',
  worries: 'Worries',
  future: 'A good future',
  'what-helped': 'What helped',
  agreements: 'What we agree',
  'own-council': 'The family’s own council',
  material: 'Material',
  statement: 'Statement',
};
