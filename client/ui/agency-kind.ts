// The kinds of agency around a child, in the order they stand in the ring. The word comes from the catalogue
// (`agency.<kind>`), the colour from tokens.css through data-agency, the icon from here. Only the type is taken from
// the contract: its schemas are too heavy for the first load.
import type { AgencyKind as ContractKind } from '../../shared/vocabulary.ts';
import type { IconName } from './icon.tsx';

/** 'family' is no agency in law, but stands in the ring beside them. */
export type AgencyKind = ContractKind | 'family';

export const agencyIcons: Record<AgencyKind, IconName> = {
  'child-protection': 'house',
  education: 'book',
  psychiatry: 'bubble-heart',
  'substance-services': 'drop',
  'residential-care': 'bed',
  'family-services': 'umbrella',
  ngo: 'sprout',
  family: 'people',
};

/** In the order of the table above, which the compiler keeps complete. */
export const agencyKinds = Object.keys(agencyIcons) as AgencyKind[];
