import type { Catalogue } from '../catalogue.ts';

export const family: Catalogue['family'] = {
  titleChild: 'Your case',
  titleGuardian: 'Your child’s case: {name}',
  whatChild:
    'This page is for you. Adults are working out together what would help you. Here you see who is involved and what happens next.',
  whatGuardian:
    'The professionals are working out together what help {name} and your family need. Here you see who is involved, what happens next, and what you can read.',
  nextTitle: 'What happens next',
  nextOpen: 'The professionals are writing an assessment. It should be ready by {date}.',
  nextOpenChild: 'Adults are writing what they have noticed. It should all be ready by {date}.',
  nextRead: {
    one: 'There is {count} text for you to read.',
    other: 'There are {count} texts for you to read.',
  },
  nextOwn: 'You can write what you think yourself.',
  nextSigned: 'The assessment was signed on {date}. You can read it below.',
  nextNothing: 'You do not need to do anything right now.',
  ask: 'If you have a question, ask {name}, {role}.',
  meetingsTitle: 'Agreed in meetings',
  thought: 'A thought of the team’s. It is not certain.',
  heardTitle: 'Were you heard?',
  heardLead:
    'Answer if you like. Nobody else sees your answer. The team sees only an average of many families’ answers.',
  heardOf: 'Meeting of {date}',
  heardLow: 'not at all',
  heardHigh: 'completely',
  heardSaved: 'Your answer is saved',
  heardChange: 'You can change your answer until the end of this month.',
  peopleTitle: 'Who is involved',
  peopleYou: 'you',
  textsTitle: 'For you to read',
  textsNone: 'There is nothing to read yet. When there is, it appears here.',
  wordsTitle: 'Your own words',
  wordsChild: 'Here you can say what you think. You can write a little or a lot.',
  wordsGuardian:
    'Write how you see the situation. It is a draft until you share it. Nobody else can change it.',
  beginWords: 'Write what you think',
  moreTitle: 'Is there anything else you want to say?',
  wordsLabel: 'What do you think?',
  wordsWho: 'Only you see the text until you send it. Then the professionals involved can read it.',
  signedTitle: 'The signed assessment',
  signedLead:
    'This is finished. Nobody can change it any more. If something is wrong, tell one of the professionals. It will be corrected in a new version.',
  openVersion: 'Read version {count}',
  backToMatter: 'Back',
  writtenBy: 'Written by: {name}',
  signedBy: 'Signed by {name}, {date}',
};
