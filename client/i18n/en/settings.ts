// The own settings: the password, the sessions, and the post in which one acts.
export const settings = {
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
  actingTitle: 'Which post you act in',
  actingLead:
    'You see and write what belongs to one post at a time. Your other open pages close when you change.',
  actingNow: 'You act here now',
  act: 'Act here',
} as const;
