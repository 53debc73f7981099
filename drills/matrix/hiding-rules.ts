// Turvakielto as a table in words, apart from both rings: that an agency close to home takes part tells where the child is.
// Source: section 3 of the domain ("Turvakielto"), and decision 17 for which agencies those are.
import type { AgencyName, Place } from './cast.ts';
import { isOpen, type State } from './states.ts';
import type { Text } from './texts.ts';

/** A school has its pupils; psychiatry serves a whole region; the home agency is where the case is. */
const closeToHome: readonly AgencyName[] = ['school'];

const isHidden = (state: State, agency: AgencyName | null): boolean =>
  state.hides === true && closeToHome.some((name) => name === agency);

/** Whoever takes part for such an agency is known to others on a ground for `safety`, and to nobody of the family. */
export const placeUnder = (state: State, place: Place): Place =>
  isHidden(state, place.elsewhere?.agency ?? place.acts)
    ? { ...place, known: { ...place.known, dataClass: 'safety', family: 'none' } }
    : place;

/** May somebody in this place know that the agency takes part: its own, the home agency, and on a ground for `safety`? */
export const mayKnowOfAgency = (state: State, { acts }: Place, agency: AgencyName): boolean =>
  !isHidden(state, agency) ||
  acts === agency ||
  acts === 'home' ||
  (acts !== null && isOpen(state, agency, acts, 'safety'));

/** A ground that names such an agency is known to it and to the home agency; others are known to all who are in the case. */
export const mayReadGround = (state: State, { acts }: Place, ways: readonly (AgencyName | null)[]): boolean =>
  ways.every((agency) => !isHidden(state, agency) || acts === 'home' || acts === agency);

/** Where the child is: the home agency's, in the class `safety`, for whoever has a ground for it; never for the family. */
export const whereabouts: Text = {
  owner: 'home',
  author: 'responsible',
  dataClass: 'safety',
  scope: 'everyone',
  to: [],
  family: 'none',
  chosen: null,
};

/** Can somebody outside the home agency read what has this audience? */
export const leavesHome = ({ owner, scope, to, family }: Text): boolean =>
  owner !== 'home' || scope === 'everyone' || to.length > 0 || family !== 'none';
