// What the settings are called, and the clock of the session.
export const own = {
  idleTitle: 'Are you still there?',
  idleWords: {
    one: 'You will be signed out in a minute. Everything you wrote is kept.',
    other: 'You will be signed out in {count} minutes. Everything you wrote is kept.',
  },
  stay: 'Stay signed in',
  absoluteWords: {
    one: 'You have been signed in for a long time and will be signed out in a minute. Then sign in again: everything you wrote is kept.',
    other:
      'You have been signed in for a long time and will be signed out in {count} minutes. Then sign in again: everything you wrote is kept.',
  },
  settings: 'Password and signing in',
  settingsActing: 'Post, password and signing in',
} as const;
