import type { Catalogue } from '../catalogue.ts';

export const time: Catalogue['time'] = {
  today: 'today',
  yesterday: 'yesterday',
  tomorrow: 'tomorrow',
  dateAndTime: '{date} at {time}',
  clock: 'at {time}',
  daysLeft: { one: '{count} day left', other: '{count} days left' },
  workingDaysLeft: { one: '{count} working day left', other: '{count} working days left' },
  dueToday: 'due today',
  daysOver: { one: '{count} day late', other: '{count} days late' },
  soon: 'the deadline is near',
  done: 'done',
  elapsed: '{percent}% of the time has passed',
};
