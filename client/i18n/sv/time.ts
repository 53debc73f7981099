import type { Catalogue } from '../catalogue.ts';

export const time: Catalogue['time'] = {
  today: 'i dag',
  yesterday: 'i går',
  tomorrow: 'i morgon',
  dateAndTime: '{date} kl. {time}',
  clock: 'kl. {time}',
  daysLeft: { one: '{count} dag kvar', other: '{count} dagar kvar' },
  workingDaysLeft: { one: '{count} vardag kvar', other: '{count} vardagar kvar' },
  dueToday: 'tidsfristen går ut i dag',
  daysOver: { one: 'försenad med {count} dag', other: 'försenad med {count} dagar' },
  soon: 'tidsfristen närmar sig',
  done: 'klar',
  elapsed: '{percent} % av tidsfristen har gått',
};
