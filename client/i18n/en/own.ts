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
  changed: 'The password has been changed. You have been signed out on your other devices.',
  different: 'The passwords are not the same. Write the same one twice.',
  everywhere: 'Sign out everywhere',
  everywhereDetail: 'Signs you out on all devices, this one too.',
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
  actingTitle: 'Which post you act in',
  actingLead:
    'You see and write what belongs to one post at a time. Your other open pages close when you change.',
  actingNow: 'You act here now',
  act: 'Act here',
  settings: 'Password and signing in',
} as const;
