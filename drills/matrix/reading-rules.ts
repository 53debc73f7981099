// Who reads what: the domain's rules as a table, in words, written apart from both rings. The first line that fits
// decides. Source: sections 2 and 3 of the domain ("People, agencies, roles", "Several registers").
import { familyPlaces, type Place, placeOf, teamPlaces, type Who } from './cast.ts';
import { mayKnowOfAgency, placeUnder } from './hiding-rules.ts';
import { isOpen, isVital, type State } from './states.ts';
import type { Text } from './texts.ts';

export type Question = {
  readonly who: Who;
  readonly place: Place;
  readonly text: Text;
  readonly state: State;
};
type Line = readonly [says: string, fits: (q: Question) => boolean, reads: boolean];

const isIn = <T>(list: readonly T[], one: unknown): boolean => list.some((item) => item === one);

/** Somebody of another agency comes in only where the home agency may tell them what coordination needs. */
export const mayEnter = ({ place, state }: Pick<Question, 'place' | 'state'>): boolean =>
  place.acts === null || place.acts === 'home' || isOpen(state, 'home', place.acts, 'coordination');

const isFamily = (who: Who): boolean => isIn(familyPlaces, who);

/** May whoever wrote it know that this one takes part? Of the family each asks for themself, of others their agency. */
const authorMayKnow = ({ who, place, text, state }: Question): boolean => {
  const { to, family, dataClass } = place.known;
  if (isFamily(text.author)) return family === 'all' || family === text.author || who === text.author;
  if (place.acts === text.owner || text.owner === 'home') return true;
  if (place.acts === null || place.acts === 'home') return to === 'everyone';
  return (to === 'everyone' || isIn(to, text.owner)) && isOpen(state, place.acts, text.owner, dataClass);
};

const inHaste = ({ place }: Question): boolean => place.role === 'break-glass';

const addressedAgencies = ({ place, text }: Question): boolean =>
  text.scope === 'everyone' || isIn(text.to, place.acts);

export const lines: readonly Line[] = [
  ['who does not take part now, reads nothing', (q) => q.place.when !== 'now', false],
  ['who may not be told that there is such a case, reads nothing', (q) => !mayEnter(q), false],
  [
    'the author reads their own, in the agency for which they wrote it',
    (q) => q.who === q.text.author && (q.place.acts === null || q.place.acts === q.text.owner),
    true,
  ],
  ['a draft is the author’s alone', (q) => q.text.scope === 'private', false],
  [
    'under turvakielto nobody reads what an agency close to home keeps who may not know that it takes part',
    (q) => !mayKnowOfAgency(q.state, q.place, q.text.owner),
    false,
  ],
  [
    'who breaks the glass reads the register of the own agency',
    (q) => inHaste(q) && q.place.acts === q.text.owner,
    true,
  ],
  [
    'and of another agency what it keeps to itself not',
    (q) => inHaste(q) && (q.text.scope === 'agency' || q.text.scope === 'team'),
    false,
  ],
  ['nor what is for others', (q) => inHaste(q) && !addressedAgencies(q), false],
  [
    'but what goes to the own agency on vital interest',
    (q) =>
      inHaste(q) && q.place.acts !== null && isVital(q.state, q.text.owner, q.place.acts, q.text.dataClass),
    true,
  ],
  ['and on nothing else', inHaste, false],
  ['nobody reads a text whose author may not know of them', (q) => !authorMayKnow(q), false],
  [
    'what was released to the whole family is read by each of them',
    (q) => isIn(familyPlaces, q.who) && q.text.family === 'all',
    true,
  ],
  [
    'what was released to one of them is read by that one',
    (q) => isIn(familyPlaces, q.who) && q.text.family === 'chosen' && q.text.chosen === q.who,
    true,
  ],
  ['what was not released, the family does not read', (q) => isIn(familyPlaces, q.who), false],
  [
    'what is for the team is read by the team of its own agency',
    (q) => q.text.scope === 'team' && q.text.owner === 'home' && isIn(teamPlaces, q.who),
    true,
  ],
  ['what is for the team goes to nobody else', (q) => q.text.scope === 'team', false],
  ['an agency reads its own register', (q) => q.place.acts === q.text.owner, true],
  ['what is for the own agency goes to no other', (q) => q.text.scope === 'agency', false],
  ['another agency that was not chosen does not read it', (q) => !addressedAgencies(q), false],
  [
    'another agency reads it on a ground',
    (q) => q.place.acts !== null && isOpen(q.state, q.text.owner, q.place.acts, q.text.dataClass),
    true,
  ],
  ['and without a ground not', () => true, false],
];

/** What the table says of somebody in this place, and the line that says it. */
export const expectedIn = (question: Question): { reads: boolean; says: string } => {
  const line = lines.find(([, fits]) => fits(question));
  if (!line) throw new Error('the table has no last line');
  return { says: line[0], reads: line[2] };
};

export const expected = (who: Who, text: Text, state: State): { reads: boolean; says: string } =>
  expectedIn({ who, place: placeUnder(state, placeOf(who)), text, state });
