// The kinds of agency around a child, in the order they stand in the ring. The word comes from the catalogue
// (`agency.<kind>`), the colour from tokens.css through data-agency, the icon from here.
import type { IconName } from './icon.tsx';

export const agencyKinds = [
  'child-protection',
  'education',
  'psychiatry',
  'substance-services',
  'residential-care',
  'family-services',
  'ngo',
  'family',
] as const;

/** 'family' is no agency in law, but stands in the ring beside them. */
export type AgencyKind = (typeof agencyKinds)[number];

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
