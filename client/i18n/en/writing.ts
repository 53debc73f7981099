import type { Catalogue } from '../catalogue.ts';

export const writing: Catalogue['writing'] = {
  restored: 'The text you had not finished last time has been restored.',
  charactersLeft: { one: '{count} character left', other: '{count} characters left' },
  tooLong:
    'The text is too long: at most {most} characters. It is kept on this device; shorten it or split it.',
  refused: 'The service did not accept the text. It is kept on this device. Copy it to be safe.',
  twoTitle: 'This was written on two devices',
  twoLead: 'Both texts are safe. Choose which one to use. The other one stays in the history.',
  thisDevice: 'On this device',
  otherDevice: 'On the other device',
  otherDeviceAt: 'On the other device at {time}',
  chooseThis: 'Choose this one',
  chooseOther: 'Choose the other one',
  keepBoth: 'Keep both, one after the other',
  noAnswer: 'no answer',
  changedMeanwhile: 'The text has changed meanwhile. Look at both again and choose.',
  notNow: 'The choice could not be saved now. Both texts are safe. Try again in a moment.',
  noteTitle: 'Your right to write here has ended',
  noteDetail: 'Nothing was lost. What you wrote is in your own notes, and only you can see it.',
  noteLink: 'Open the notes',
};
