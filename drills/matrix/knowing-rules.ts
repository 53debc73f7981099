// Who may know that another takes part: the domain's rule on participation as a table, in words, apart from both rings.
// The first line that fits decides. Source: section 2 of the domain, decision 4 and, for break-glass, decision 13.
import { familyPlaces, type Place, placeOf, type Who } from './cast.ts';
import { placeUnder } from './hiding-rules.ts';
import { mayEnter } from './reading-rules.ts';
import { isOpen, isVital, type State } from './states.ts';

type Question = {
  readonly who: Who;
  readonly place: Place;
  readonly other: Place;
  /** The agency for which the other takes part; the family's is kept by the home agency. */
  readonly agency: 'home' | 'school' | 'clinic';
  readonly state: State;
};
type Line = readonly [says: string, fits: (q: Question) => boolean, knows: boolean];

const isFamily = ({ who }: Question): boolean => familyPlaces.some((one) => one === who);
const inHaste = ({ place }: Question): boolean => place.role === 'break-glass';
const isNamed = ({ other: { known }, place }: Question): boolean =>
  known.to === 'everyone' || known.to.some((name) => name === place.acts);

const lines: readonly Line[] = [
  ['who does not take part now knows of nobody', (q) => q.place.when !== 'now', false],
  ['nor does who may not be told that there is such a case', (q) => !mayEnter(q), false],
  [
    'the family knows of those whom it was told of',
    (q) => isFamily(q) && (q.other.known.family === 'all' || q.other.known.family === q.who),
    true,
  ],
  ['and of nobody else', isFamily, false],
  ['an agency knows its own people', (q) => q.place.acts === q.agency, true],
  [
    'in haste one knows of others on vital interest',
    (q) =>
      inHaste(q) &&
      isNamed(q) &&
      q.place.acts !== null &&
      isVital(q.state, q.agency, q.place.acts, q.other.known.dataClass),
    true,
  ],
  ['the home agency knows whom it invited, in haste too', (q) => q.place.acts === 'home', true],
  ['in haste one knows of others on nothing else', inHaste, false],
  [
    'those whom it invited know its people, unless that is kept among them',
    (q) => q.agency === 'home' && q.other.known.to === 'everyone',
    true,
  ],
  [
    'others know of each other on a ground',
    (q) =>
      isNamed(q) && q.place.acts !== null && isOpen(q.state, q.agency, q.place.acts, q.other.known.dataClass),
    true,
  ],
  ['and without a ground not', () => true, false],
];

/** What the table says, and the line that says it. `place`: in another place than their own. */
export const expectedToKnow = (
  who: Who,
  other: Who,
  state: State,
  place: Place = placeOf(who),
): { knows: boolean; says: string } => {
  const known = placeUnder(state, placeOf(other));
  const agency = known.elsewhere?.agency ?? known.acts ?? 'home';
  const question: Question = { who, place, other: known, agency, state };
  const line = lines.find(([, fits]) => fits(question));
  if (!line) throw new Error('the table has no last line');
  return { says: line[0], knows: line[2] };
};
