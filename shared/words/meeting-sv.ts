// The same in Swedish.
import type * as fi from './meeting-fi.ts';

type Words<T> = { readonly [K in keyof T]: string };

export const meetingKind: Words<typeof fi.meetingKind> = {
  weekly: 'Veckomöte',
  network: 'Nätverksmöte',
  anticipation: 'Framtidsdialog',
  council: 'Rådslag',
  'expert-group': 'Sakkunniggrupp',
};

export const meetingPhase: Words<typeof fi.meetingPhase> = {
  question: 'Frågan',
  picture: 'Släktträd',
  curious: 'Nyfikna frågor',
  hypotheses: 'Hypoteser',
  reflection: 'Reflektion',
  'child-voice': 'Barnets röst',
  safety: 'Säkerhet',
  steps: 'Steg',
  welcome: 'Välkommen',
  good: 'Vad är bra',
  worries: 'Oro',
  future: 'En god framtid',
  'what-helped': 'Vad hjälpte',
  agreements: 'Vad vi avtalar',
  'own-council': 'De närståendes eget rådslag',
  material: 'Material',
  statement: 'Utlåtande',
};
