import type { Catalogue } from '../catalogue.ts';

export const signIn: Catalogue['signIn'] = {
  title: 'Sign in',
  lead: 'A shared room for the people around a child.',
  username: 'Username',
  password: 'Password',
  submit: 'Sign in',
  busy: 'Signing in…',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  wrong: 'The username or password is wrong. Check both and try again.',
  locked: 'There have been many attempts to sign in. Wait a moment and try again.',
  ended: 'You have been signed out. Sign in again: what you wrote is kept.',
  offline: 'The server cannot be reached. Check the network and try again.',
  unavailable: 'The service is out of use for a moment. Try again soon.',
  missing: 'Enter your username and password.',
  byLink: 'Did you come by a link? Ask for a new one from the person who asked you.',
  demoTitle: 'Try a role',
  demoLead: 'Choose a role to go in. All the people are made up.',
};
