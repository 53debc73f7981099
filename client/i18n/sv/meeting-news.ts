// What an agenda is built from: what is new in a case, steps that come back, cases that wait.
import type { Catalogue } from '../catalogue.ts';

export const meetingNews: Catalogue['meetingNews'] = {
  title: 'Vad är nytt',
  entries: { one: '{count} ny anteckning', other: '{count} nya anteckningar' },
  done: { one: '{count} steg gjort', other: '{count} steg gjorda' },
  open: { one: '{count} steg öppet', other: '{count} steg öppna' },
  late: { one: '{count} steg försenat', other: '{count} steg försenade' },
  met: { one: 'barnet träffades för {count} dag sedan', other: 'barnet träffades för {count} dagar sedan' },
  metToday: 'barnet träffades i dag',
  metUnknown: 'inget möte med barnet är antecknat',
  nothing: 'inga nya anteckningar eller steg',
  sinceDiscussed: 'Ärendet behandlades senast {date}, {ago}.',
  sinceOpened: 'Ärendet har ännu inte behandlats på teamets möte. Det öppnades {date}, {ago}.',
  daysAgo: { one: 'för {count} dag sedan', other: 'för {count} dagar sedan' },
  weeksAgo: { one: 'för {count} vecka sedan', other: 'för {count} veckor sedan' },
  today: 'i dag',
  steps: 'Stegen från förra gången',
  stepsFirst: 'Öppna steg',
  stepsNone: 'Inga steg är ogjorda.',
  entriesTitle: 'Nya anteckningar',
  waiting: 'Länge obehandlade',
  waitingLead: {
    one: 'De här av dina ärenden har inte behandlats på teamets möte på {count} vecka.',
    other: 'De här av dina ärenden har inte behandlats på teamets möte på {count} veckor.',
  },
  lastDiscussed: 'Behandlades senast {date}, {ago}',
  neverDiscussed: 'Ännu inte behandlat, öppnades {date}, {ago}',
  propose: 'Föreslå',
  because: 'Orsak: {reason}',
};
