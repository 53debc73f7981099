export const time = {
  today: 'tänään',
  yesterday: 'eilen',
  tomorrow: 'huomenna',
  dateAndTime: '{date} klo {time}',
  clock: 'klo {time}',
  daysLeft: { one: '{count} päivä jäljellä', other: '{count} päivää jäljellä' },
  workingDaysLeft: { one: '{count} arkipäivä jäljellä', other: '{count} arkipäivää jäljellä' },
  dueToday: 'määräaika on tänään',
  daysOver: { one: 'myöhässä {count} päivän', other: 'myöhässä {count} päivää' },
  soon: 'määräaika lähestyy',
  done: 'valmis',
  elapsed: 'Määräajasta kulunut {percent} %',
} as const;
