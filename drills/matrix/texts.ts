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

const textsOf = (owner: AgencyName, dataClass: DataClass): Text[] =>
  reachesOf(owner).flatMap(({ scope, to }) =>
    families.map(([family, chosen]) => ({
      owner,
      author: authors[owner],
      dataClass,
      scope,
      to,
      family,
      chosen,
    })),
  );

/** The team is of the agency whose case it is; another agency's "team" is nobody, and that is tried too. */
export const everyText: readonly Text[] = agencyNames.flatMap((owner) =>
  dataClasses.flatMap((dataClass) => textsOf(owner, dataClass)),
);

export const nameOf = ({ owner, dataClass, scope, to, family, chosen }: Text): string =>
  `${owner}'s ${dataClass} for ${scope}${scope === 'agencies' ? ` (${to.join(', ') || 'none'})` : ''}, family ${chosen ?? family}`;
