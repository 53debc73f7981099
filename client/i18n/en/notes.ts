// The own private notes.
export const notes = {
  title: 'Your own notes',
  lead: 'Only you see these. Text that you were writing when your right to a case ended comes here.',
  none: 'No notes',
  noneDetail: 'If your access to a case ends while you are writing, the text is found here.',
  fromCase: 'From case {number}',
  unnamed: 'Note',
  copy: 'Copy the text',
  copied: 'The text is on the clipboard.',
  copyFailed: 'Copying did not work. Select the text and copy it yourself.',
  other: 'Written on another device',
  empty: 'There is no text.',
  saveFailed: 'Saving did not work. The text is still here; try again.',
  text: 'Text',
} as const;

/** The own settings: password, sessions, and the clock of the session. */
export const own = {
  passwordTitle: 'Change password',
  mustChange: 'Choose a password of your own',
  mustChangeDetail: 'You signed in with a one-time password. Choose your own before you go on.',
  current: 'Current password',
  oneTime: 'The one-time password you were given',
  next: 'New password',
  nextHint: 'At least 15 characters. A few words in a row make a good password.',
  again: 'New password again',
  change: 'Change password',
  changed: 'The password has been changed. Your other sessions have ended.',
  different: 'The passwords are not the same.',
  everywhere: 'Sign out everywhere',
  everywhereDetail: 'Ends the sessions on all devices, this one too.',
  idleTitle: 'Are you still there?',
  idleWords: {
    one: 'The session ends in a minute. Everything you wrote is kept.',
    other: 'The session ends in {count} minutes. Everything you wrote is kept.',
  },
  stay: 'Go on',
} as const;
