import type { Catalogue } from '../catalogue.ts';

export const family: Catalogue['family'] = {
  titleChild: 'Your matter',
  titleGuardian: 'Your child’s matter: {name}',
  whatChild:
    'This page is for you. Adults find out together what would help you. Here you see who is involved and what happens next.',
  whatGuardian:
    'Child protection, school and others find out together what help {name} and your family need. Here you see who is involved, what happens next, and what you have been given to read.',
  nextTitle: 'What happens next',
  nextOpen: 'The professionals are writing an assessment. It has to be ready by {date}.',
  nextOpenChild: 'Adults are writing what they have noticed. It has to be ready by {date}.',
  nextRead: {
    one: 'There is {count} text for you to read.',
    other: 'There are {count} texts for you to read.',
  },
  nextOwn: 'You can write your own view.',
  nextSigned: 'The assessment was signed on {date}. You can read it below.',
  nextNothing: 'You do not need to do anything right now.',
  ask: 'If you wonder about something, ask: {name}, {role}.',
  peopleTitle: 'Who is involved',
  peopleYou: 'you',
  textsTitle: 'For you to read',
  textsNone: 'You have not been given any texts to read yet. When there are some, they show here.',
  wordsTitle: 'Your own words',
  wordsChild: 'Here you can tell what you think. You can write a little or a lot.',
  wordsGuardian:
    'Write how you see the situation. It is a draft until you share it. Nobody else can change it.',
  beginWords: 'Write your own view',
  moreTitle: 'Anything else you want to say?',
  wordsLabel: 'What do you think?',
  wordsWho: 'The text is yours alone until you send it. Then the professionals involved can read it.',
  signedTitle: 'The signed assessment',
  signedLead:
    'This is finished. Nobody can change it any more. If something is wrong, say so: it is corrected in a new version.',
  openVersion: 'Read version {count}',
  backToMatter: 'Back',
  writtenBy: 'Written by: {name}',
  signedBy: 'Signed by {name}, {date}',
};
