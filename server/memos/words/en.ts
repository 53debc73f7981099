// The same in English.
import { profession } from '../../../shared/words/en.ts';
import { meetingKind, meetingPhase } from '../../../shared/words/meeting-en.ts';
import type { MemoWords } from './fi.ts';

const phases: Readonly<Record<string, string>> = meetingPhase;

export const en: MemoWords = {
  profession,
  kind: meetingKind,
  phase: (key) => phases[key ?? ''],
  title: 'Memo',
  number: 'Case number',
  child: 'Child',
  meeting: 'Meeting',
  discussed: 'Discussed',
  recipient: 'Recipient',
  printed: 'Printed',
  page: 'Page',
  shared: 'Shared part',
  team: 'The team’s part',
  agencyPart: (name) => `Own part: ${name}`,
  ownText: 'Text',
  present: 'Present',
  writers: 'Written by',
  question: 'The presenter’s question',
  whyNow: 'Why now',
  hypothesis: 'Hypothesis taken into the record',
  speaksFor: 'What speaks for it',
  speaksAgainst: 'What speaks against it',
  childVoice: 'The child’s voice',
  verbatim: 'In the child’s own words',
  absence: 'Why it was not possible to ask the child',
  heardOn: 'Met on',
  decision: 'Decision',
  differs: 'Why the decision differs from the team’s view',
  steps: 'Agreed steps',
  due: (day) => `by ${day}`,
  unsigned: 'Not signed. This is a draft.',
  notSignedYet: 'Not signed yet.',
  version: 'Version',
  reason: 'Reason for the correction',
  signatures: 'Signatures',
  hash: 'Checksum (SHA-256)',
  withheld: 'Restricted. This part is not shown to the recipient.',
  note: 'Parts are missing here. The reason stands in place of each.',
};
