// The two statutory clocks, and why each date is what it is.
export const deadline = {
  why: 'Varför just den här dagen?',
  decision: 'Beslut om att inleda bedömningen',
  ready: 'Bedömningen klar',
  reasonWorkingDays: {
    one: '{count} vardag från att ärendet inleddes {date}. Ankomstdagen, veckoslut och helgdagar räknas inte.',
    other:
      '{count} vardagar från att ärendet inleddes {date}. Ankomstdagen, veckoslut och helgdagar räknas inte.',
  },
  reasonMonths: {
    one: '{count} månad från att ärendet inleddes {date}. Ett veckoslut flyttar inte dagen.',
    other: '{count} månader från att ärendet inleddes {date}. Ett veckoslut flyttar inte dagen.',
  },
  passedOver: 'Däremellan: {days}.',
  source: 'Källa: {source}.',
  met: 'Gjort {date}.',
} as const;
