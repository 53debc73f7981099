import type { Catalogue } from '../catalogue.ts';

export const ring: Catalogue['ring'] = {
  label: 'The people around {name}',
  people: { one: '{count} person', other: '{count} people' },
  here: 'here',
  hereNow: 'here now',
  writing: 'writing',
  writingNow: 'writing now',
  contributed: 'has contributed',
  awaited: 'answer awaited',
  legendHere: 'Filled: here now',
  legendAwaited: 'dashed: answer awaited',
  legendContributed: 'tick: has contributed',
  more: 'Show all {count}',
  asList: 'show as a list',
  asRing: 'show as a ring',
  keys: 'Move between people with the arrow keys.',
  empty: 'The ring is still empty',
  emptyDetail: 'Invite those who know the child’s situation.',
};
