// How a team meets.
import type { Catalogue } from '../catalogue.ts';

export const phasePart: Catalogue['phasePart'] = {
  shared: 'In the shared part, those invited see it',
  team: 'In the team’s part, the team sees it',
  none: 'Nowhere, in this phase people talk',
};

export const phasePartShort: Catalogue['phasePartShort'] = {
  shared: 'written in the shared part',
  team: 'written in the team’s part',
  none: 'talking only',
};

export const teamMeetings: Catalogue['teamMeetings'] = {
  title: 'How the team works',
  phases: 'Phases of the meetings',
  phasesLead: 'The team itself decides in which order a case is discussed.',
  asShipped: 'The ready-made phases are in use.',
  version: 'The team’s own version {version}, in use since {date}',
  shippedAgain: 'The ready-made phases, in use since {date} (version {version})',
  total: '{minutes} min in all',
  ownPhase: 'A phase of our own',
  edit: 'Change the phase',
  name: 'Name of the phase',
  part: 'Where to write in this phase',
  questionsHint: 'One question on each line, at most 10.',
  questionCount: { one: '{count} guiding question', other: '{count} guiding questions' },
  needName: 'Write a name for the phase.',
  manyQuestions: 'There can be at most 10 questions.',
  longQuestion: 'A question can have at most 200 characters.',
  voiceStays:
    'The child’s voice belongs to every discussion. The phase can be moved and renamed, but not taken out.',
  remove: 'Take the phase out',
  removed: 'The phase {name} was taken out',
  moved: '{name} is now phase {place}',
  orderHint: 'Change the order with the arrow buttons, or with Alt and an arrow key on the phase.',
  addWhich: 'Which phase to add',
  add: 'Add a phase',
  publish: 'Put to use',
  published: 'The phases are in use now.',
  next: 'A change holds for meetings that are convened after it. Meetings already agreed keep their phases.',
  notYet:
    'Only you see your changes until you put them to use. After that they hold for meetings that are convened. Meetings already agreed keep their phases.',
  discard: 'Discard the changes',
  discarded: 'The changes were discarded.',
  goBack: 'Go back to the ready-made phases',
  goBackLead:
    'New meetings no longer have the team’s own phases. Your unfinished changes are discarded. Meetings already agreed keep their phases.',
  wentBack: 'The ready-made phases are in use again.',
  overtaken: 'Somebody in your team has put new phases to use since you began to make changes.',
  takeNew: 'Discard mine and show the new ones',
  keepOwn: 'Go on with mine',
};
