import type { Catalogue } from '../catalogue.ts';

export const agency: Catalogue['agency'] = {
  'child-protection': 'Child protection',
  education: 'School',
  psychiatry: 'Psychiatry',
  'substance-services': 'Substance services',
  'residential-care': 'Residential care',
  'family-services': 'Family services',
  ngo: 'NGO',
  family: 'Family',
};
