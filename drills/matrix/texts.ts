// Every audience that something can have: owner × class × scope × family, and whose text it is.
import { type DataClass, dataClasses, type FamilyScope, type Scope } from '../../shared/vocabulary.ts';
import { type AgencyName, agencyNames, type Who } from './cast.ts';

export type Text = {
  readonly owner: AgencyName;
  readonly author: Who;
  readonly dataClass: DataClass;
  readonly scope: Scope;
  /** Agencies chosen, where the scope is `agencies`. */
  readonly to: readonly AgencyName[];
  readonly family: FamilyScope;
  /** The member of the family chosen, where the family's scope is `chosen`. */
  readonly chosen: Who | null;
};

const authors: Readonly<Record<AgencyName, Who>> = {
  home: 'responsible',
  school: 'teacher',
  clinic: 'nurse',
};
/** What the family says is kept by the home agency. The teacher wrote one for the home agency once, and left it. */
const otherAuthors: readonly (readonly [Who, DataClass])[] = [
  ['child', 'child-voice'],
  ['guardian', 'social'],
  ['teacher', 'social'],
];

const reaches: readonly (readonly [Scope, readonly AgencyName[]])[] = [
  ['private', []],
  ['agency', []],
  ['team', []],
  ['agencies', []],
  ['agencies', ['home']],
  ['agencies', ['school']],
  ['agencies', ['clinic']],
  ['agencies', ['home', 'school', 'clinic']],
  ['everyone', []],
];
const families: readonly (readonly [FamilyScope, Who | null])[] = [
  ['none', null],
  ['chosen', 'child'],
  ['all', null],
];

/** Chosen without itself; where nobody else is left it is the same audience as one chosen without anybody. */
const reachesOf = (owner: AgencyName) =>
  reaches
    .map(([scope, to]) => ({ scope, to: to.filter((name) => name !== owner), chose: to.length > 0 }))
    .filter(({ to, chose }) => !chose || to.length > 0);

const textsOf = (owner: AgencyName, dataClass: DataClass, author: Who = authors[owner]): Text[] =>
  reachesOf(owner).flatMap(({ scope, to }) =>
    families.map(([family, chosen]) => ({
      owner,
      author,
      dataClass,
      scope,
      to,
      family,
      chosen,
    })),
  );

/** The team is of the agency whose case it is; another agency's "team" is nobody, and that is tried too. */
export const everyText: readonly Text[] = [
  ...agencyNames.flatMap((owner) => dataClasses.flatMap((dataClass) => textsOf(owner, dataClass))),
  ...otherAuthors.flatMap(([author, dataClass]) => textsOf('home', dataClass, author)),
];

/** Those for every agency, or for every other one by name: who reads them is a matter of grounds alone. */
export const textsByGround: readonly Text[] = everyText.filter(
  ({ scope, to, family, author, owner }) =>
    author === authors[owner] &&
    family === 'none' &&
    (scope === 'everyone' || (scope === 'agencies' && to.length === agencyNames.length - 1)),
);

export const nameOf = ({ owner, author, dataClass, scope, to, family, chosen }: Text): string =>
  `${owner}'s ${dataClass} by ${author} for ${scope}${scope === 'agencies' ? ` (${to.join(', ') || 'none'})` : ''}, family ${chosen ?? family}`;
