import type { Catalogue } from '../catalogue.ts';

export const agency: Catalogue['agency'] = {
  'child-protection': 'Barnskydd',
  education: 'Skola',
  psychiatry: 'Psykiatri',
  'substance-services': 'Missbrukarservice',
  'residential-care': 'Barnskyddsanstalt',
  'family-services': 'Familjeservice',
  ngo: 'Frivilligorganisation',
  family: 'Familj',
};
