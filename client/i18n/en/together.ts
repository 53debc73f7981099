// A text that several people write.
export const together = {
  tools: 'Formatting',
  heading: 'Subheading',
  strong: 'Bold',
  em: 'Italic',
  bullets: 'Bulleted list',
  numbers: 'Numbered list',
  undo: 'Undo',
  redo: 'Redo',
  help: 'The others see the text as you type. Alt + F10 takes you to the formatting.',
  readOnly: 'You can read the text but not change it.',
  whoWrote: 'Written by',
  gone: 'You can no longer see this text.',
  frozen: 'The text is finished. It can no longer be changed.',
  notKept:
    'Your right to write has ended, and your last words could not yet be moved to your notes. They are safe on this device. Open the text again when the connection works.',
  slow: 'The connection is slow in this network. You see the others’ text, and they see yours, after a few seconds.',
  tooMuch: 'That is too much to paste at once. Paste the text in parts.',
} as const;
