// "View as" as a table in words, apart from the implementation: of what the viewer may see, the part that the other would
// see; nothing that only the other sees, and nothing to do. Source: section 3 of the domain, decision 14 for what is looked
// at as an agency: somebody there who has written nothing, in each place of which the viewer may know.
import {
  type AgencyName,
  everybody,
  familyPlaces,
  type Place,
  placeOf,
  takesPartFor,
  type Who,
} from './cast.ts';
import { mayReadGround, placeUnder, whereabouts } from './hiding-rules.ts';
import { expectedToKnow } from './knowing-rules.ts';
import { expectedIn, mayEnter } from './reading-rules.ts';
import type { State } from './states.ts';
import type { Text } from './texts.ts';

export type As = { readonly agency: AgencyName } | { readonly person: Who };

/** What somebody sees of the case, whoever they are. */
export type Sight = {
  readonly opens: boolean;
  readonly reads: (text: Text) => boolean;
  readonly knows: (other: Who) => boolean;
  readonly readsGround: (between: readonly (AgencyName | null)[]) => boolean;
  readonly readsWhereabouts: boolean;
};
export type SeenAs = Sight & { readonly takesPart: boolean };

const nothing: Sight = {
  opens: false,
  reads: () => false,
  knows: () => false,
  readsGround: () => false,
  readsWhereabouts: false,
};

/** In their own place, or in another one. */
const sightOf = (who: Who, state: State, place: Place = placeUnder(state, placeOf(who))): Sight => {
  if (place.when !== 'now' || !mayEnter({ place, state })) return nothing;
  const reads = (text: Text): boolean => expectedIn({ who, place, text, state }).reads;
  return {
    opens: true,
    reads,
    knows: (other) => expectedToKnow(who, other, state, place).knows,
    readsGround: (between) => mayReadGround(state, place, between),
    readsWhereabouts: reads(whereabouts),
  };
};
export const ownSight = (who: Who, state: State): Sight => sightOf(who, state);

const both = (one: Sight, other: Sight): Sight =>
  one.opens && other.opens
    ? {
        opens: true,
        reads: (text) => one.reads(text) && other.reads(text),
        knows: (who) => one.knows(who) && other.knows(who),
        readsGround: (between) => one.readsGround(between) && other.readsGround(between),
        readsWhereabouts: one.readsWhereabouts && other.readsWhereabouts,
      }
    : nothing;

const either = (sights: readonly Sight[]): Sight => ({
  opens: sights.some(({ opens }) => opens),
  reads: (text) => sights.some(({ reads }) => reads(text)),
  knows: (who) => sights.some(({ knows }) => knows(who)),
  readsGround: (between) => sights.some(({ readsGround }) => readsGround(between)),
  readsWhereabouts: sights.some((one) => one.readsWhereabouts),
});

/** Whoever works in the case may look: not the family, and not who only breaks the glass. */
export const mayLook = (viewer: Who, state: State): boolean => {
  const { acts, role } = placeOf(viewer);
  return acts !== null && role !== 'break-glass' && ownSight(viewer, state).opens;
};

/** Somebody of the agency who has written nothing. */
const colleagues: Readonly<Record<AgencyName, Who>> = {
  home: 'team',
  school: 'principal',
  clinic: 'psychiatristLater',
};

/** Takes part for this agency now, and does not only break the glass. */
const worksFor = (agency: AgencyName, who: Who): boolean =>
  takesPartFor(who) === agency && placeOf(who).role !== 'break-glass';

const placeAt = (agency: AgencyName, known: Place['known']): Place => ({
  name: 'a colleague',
  acts: agency,
  profession: null,
  // What is for the team does not reach visiting members.
  role: agency === 'home' ? 'team' : 'visiting',
  when: 'now',
  known,
});

/** Of whom nobody else may know: as if they had just been invited. */
const newcomer: Place['known'] = { dataClass: 'coordination', to: [], family: 'none' };

const asAgency = (viewer: Who, agency: AgencyName, state: State): SeenAs => {
  const there = everybody.filter((who) => worksFor(agency, who) && expectedToKnow(viewer, who, state).knows);
  const takesPart = there.length > 0;
  // Who knows of nobody there is told what follows from the grounds that they may read; under turvakielto they read none.
  if (!takesPart && !mayReadGround(state, placeOf(viewer), [agency])) return { ...nothing, takesPart };
  const known = takesPart ? there.map((who) => placeUnder(state, placeOf(who)).known) : [newcomer];
  const theirs = known.map((one) => sightOf(colleagues[agency], state, placeAt(agency, one)));
  return { ...both(ownSight(viewer, state), either(theirs)), takesPart };
};

/** Null where there is nobody to look as, as far as the viewer may know. */
export const expectedSeen = (viewer: Who, as: As, state: State): SeenAs | null => {
  if ('agency' in as) return asAgency(viewer, as.agency, state);
  const family = familyPlaces.some((one) => one === as.person);
  if (!family || !expectedToKnow(viewer, as.person, state).knows) return null;
  return { ...both(ownSight(viewer, state), ownSight(as.person, state)), takesPart: true };
};
