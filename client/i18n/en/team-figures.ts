// How a team's meetings have gone.
import type { Catalogue } from '../catalogue.ts';

export const teamFigures: Catalogue['teamFigures'] = {
  title: 'How the meetings have gone',
  lead: 'The last six months. Only the team sees the figures.',
  month: 'Month',
  meetings: 'Meetings',
  discussions: 'Cases discussed',
  therapist: 'Family therapist present',
  hypotheses: 'Hypotheses per discussion',
  childMet: 'Child met within 30 days',
  cases: {
    one: 'Open cases discussed within {count} week',
    other: 'Open cases discussed within {count} weeks',
  },
  steps: 'Steps done on time',
  ofAll: '{part} / {all}',
  tooFew: 'not shown (fewer than 5)',
  howTitle: 'What the figures tell',
  useNotEffect:
    'The figures tell how the team has worked. They do not tell whether the work has changed anything for the child.',
  hidden: 'No figure is shown for fewer than five discussions, cases or steps. People are not compared.',
  howMet:
    'A child counts as met if the child’s view has a recorded day at most 30 days before the discussion.',
  howCases: {
    one: 'Open cases are those of the team’s social workers that have been open for at least {count} week, as they were at the end of the month, and for this month today.',
    other:
      'Open cases are those of the team’s social workers that have been open for at least {count} weeks, as they were at the end of the month, and for this month today.',
  },
  howSteps: 'The steps were agreed in the team’s meetings. The month is the one of the step’s last day.',
  heardTitle: 'How families have been heard',
  heard: { one: '{count} answer, average {mean}', other: '{count} answers, average {mean}' },
  heardNone: 'There are not enough answers yet.',
  howHeard:
    'After a meeting the child and the family can say on a scale from 0 to 10 how they were heard. Answers are counted together when the month is over and there are answers from at least five children’s cases. Nobody sees a single answer.',
  today: 'The team’s meetings: {team}',
};
