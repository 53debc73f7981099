// The own settings: password, sessions, and the clock of the session.
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
  absoluteWords: {
    one: 'The longest time of a session is over in a minute. Sign in again then: everything you wrote is kept.',
    other:
      'The longest time of a session is over in {count} minutes. Sign in again then: everything you wrote is kept.',
  },
  settings: 'Password and sessions',
} as const;
