// Who reads a child welfare notification and who does what with it, in words: by the place one has beside it and how far the
// receiving service is. Written apart from the rule and from the database. Whoever is not named finds nothing; whoever reads and
// is not named is refused. The asker of the cast made it, from a request that another service than the receiving one answers.
import type { PlaceInIt } from './consultation-cast.ts';
import { inTeam } from './consultation-rules.ts';

export const welfareSituations = ['new', 'received', 'urgency-judged', 'concluded'] as const;
export type WelfareSituation = (typeof welfareSituations)[number];

const words = (text: string): string[] => text.split(' · ');
const notifier = 'asker';

/** In which situations the receiving service takes the step. */
const table: Readonly<Record<string, string>> = {
  'mark-received': 'new',
  'judge-urgency': 'received · urgency-judged · concluded',
  conclude: 'urgency-judged · concluded',
};
export const welfareActs = Object.keys(table);

export const readsNotification = (place: PlaceInIt): boolean => place === notifier || inTeam(place);
/** What the service did with it, and who did it. */
export const readsSteps = (place: PlaceInIt): boolean => inTeam(place);
/** From which request it grew. */
export const readsOrigin = (place: PlaceInIt): boolean => place === notifier;

export const mayStep = (act: string, place: PlaceInIt, situation: WelfareSituation): boolean =>
  inTeam(place) && words(table[act] ?? '').includes(situation);
