import type { Catalogue } from '../catalogue.ts';

export const time: Catalogue['time'] = {
  today: 'i dag',
  yesterday: 'i går',
  tomorrow: 'i morgon',
  dateAndTime: '{date} kl.\u00a0{time}',
  clock: 'kl.\u00a0{time}',
  daysLeft: { one: '{count} dag kvar', other: '{count} dagar kvar' },
  workingDaysLeft: { one: '{count} vardag kvar', other: '{count} vardagar kvar' },
  dueToday: 'tidsfristen går ut i dag',
  daysOver: { one: '{count} dag försenad', other: '{count} dagar försenad' },
  soon: 'tidsfristen närmar sig',
  done: 'klar',
  elapsed: '{percent}\u00a0% av tidsfristen har gått',
};
