// The two statutory clocks, and why each date is what it is.
export const deadline = {
  why: 'Why this date?',
  decision: 'Decision to start the assessment',
  ready: 'Assessment ready',
  reasonWorkingDays: {
    one: '{count} working day from when the matter began on {date}. The day of arrival, weekends and public holidays do not count.',
    other:
      '{count} working days from when the matter began on {date}. The day of arrival, weekends and public holidays do not count.',
  },
  reasonMonths: {
    one: '{count} month from when the matter began on {date}. A weekend does not move the date.',
    other: '{count} months from when the matter began on {date}. A weekend does not move the date.',
  },
  passedOver: 'Passed over: {days}.',
  source: 'Source: {source}.',
  met: 'Done {date}.',
} as const;
