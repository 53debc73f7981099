// The own private notes.
export const notes = {
  title: 'Your own notes',
  lead: 'Only you see these. If your right to a case ends while you are writing, the text moves here.',
  none: 'No notes',
  noneDetail: 'If your access to a case ends while you are writing, you find the text here.',
  fromCase: 'From case {number}',
  unnamed: 'Note',
  copy: 'Copy the text',
  copied: 'The text is on the clipboard.',
  copyFailed: 'Copying did not work. Select the text and copy it yourself.',
  other: 'Written on another device',
  empty: 'There is no text.',
  saveFailed: 'Saving did not work. The text is still here. Try again.',
  text: 'Text',
} as const;
