import type { Catalogue } from '../catalogue.ts';

export const signIn: Catalogue['signIn'] = {
  title: 'Sign in',
  lead: 'A shared room for those who work around a child.',
  username: 'User name',
  password: 'Password',
  submit: 'Sign in',
  busy: 'Signing in…',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  wrong: 'The user name or the password is wrong. Check both and try again.',
  locked: 'Sign-in has been tried many times. Wait a moment and try again.',
  ended: 'Your session ended. Sign in again: what you wrote is safe.',
  offline: 'The server cannot be reached. Check the network and try again.',
  unavailable: 'The service is away for a moment. Try again soon.',
  missing: 'Write your user name and password.',
  demoTitle: 'Try a role',
  demoLead: 'Press a role to go in. None of them is a real person.',
};
