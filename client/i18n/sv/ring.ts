import type { Catalogue } from '../catalogue.ts';

export const ring: Catalogue['ring'] = {
  label: 'Människorna kring barnet: {name}',
  people: { one: '{count} person', other: '{count} personer' },
  here: 'här',
  hereNow: 'här nu',
  writing: 'skriver',
  writingNow: 'skriver nu',
  contributed: 'delen lämnad',
  awaited: 'svar väntas',
  legendHere: 'Fylld: här nu',
  legendAwaited: 'streckad: svar väntas',
  legendContributed: 'bock: delen lämnad',
  more: 'Visa alla {count}',
  asList: 'visa som lista',
  asRing: 'visa som ring',
  keys: 'Flytta mellan personerna med piltangenterna.',
  empty: 'Ringen är ännu tom',
  emptyDetail: 'Bjud in dem som känner till barnets situation.',
};
