// What an agenda is built from: what is new in a case, steps that come back, cases that wait.
import type { Catalogue } from '../catalogue.ts';

export const meetingNews: Catalogue['meetingNews'] = {
  title: 'What is new',
  entries: { one: '{count} new text', other: '{count} new texts' },
  done: { one: '{count} step done', other: '{count} steps done' },
  open: { one: '{count} step open', other: '{count} steps open' },
  late: { one: '{count} step late', other: '{count} steps late' },
  met: { one: 'child met {count} day ago', other: 'child met {count} days ago' },
  metToday: 'child met today',
  metUnknown: 'no meeting with the child recorded',
  nothing: 'no new texts or steps',
  sinceDiscussed: 'Last discussed {date}, {ago}.',
  sinceOpened: 'Not yet discussed in the team’s meeting. The case was opened {date}, {ago}.',
  daysAgo: { one: '{count} day ago', other: '{count} days ago' },
  weeksAgo: { one: '{count} week ago', other: '{count} weeks ago' },
  today: 'today',
  steps: 'Steps from last time',
  stepsFirst: 'Open steps',
  stepsNone: 'No steps are unfinished.',
  entriesTitle: 'New texts',
  waiting: 'Long undiscussed',
  waitingLead: {
    one: 'These cases of yours have not been discussed in the team’s meeting for {count} week.',
    other: 'These cases of yours have not been discussed in the team’s meeting for {count} weeks.',
  },
  lastDiscussed: 'Last discussed {date}, {ago}',
  neverDiscussed: 'Not yet discussed, opened {date}, {ago}',
  propose: 'Propose',
  because: 'Reason: {reason}',
};
