export const time = {
  today: 'tänään',
  yesterday: 'eilen',
  tomorrow: 'huomenna',
  dateAndTime: '{date} klo\u00a0{time}',
  clock: 'klo\u00a0{time}',
  daysLeft: { one: '{count} päivä jäljellä', other: '{count} päivää jäljellä' },
  workingDaysLeft: { one: '{count} arkipäivä jäljellä', other: '{count} arkipäivää jäljellä' },
  dueToday: 'määräaika on tänään',
  daysOver: { one: '{count} päivän myöhässä', other: '{count} päivää myöhässä' },
  soon: 'määräaika lähestyy',
  done: 'valmis',
  elapsed: 'Määräajasta kulunut {percent}\u00a0%',
} as const;
