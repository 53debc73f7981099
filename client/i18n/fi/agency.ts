// One word for each kind of agency, the same everywhere in the interface.
export const agency = {
  'child-protection': 'Lastensuojelu',
  education: 'Koulu',
  psychiatry: 'Psykiatria',
  'substance-services': 'Päihdepalvelut',
  'residential-care': 'Lastensuojelulaitos',
  'family-services': 'Perhepalvelut',
  ngo: 'Järjestö',
  family: 'Perhe',
} as const;
