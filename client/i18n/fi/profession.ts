// Professions and family roles, as they are written after a name.
export const profession = {
  'social-worker': 'sosiaalityöntekijä',
  'social-counsellor': 'sosiaaliohjaaja',
  'consultant-social-worker': 'konsultoiva sosiaalityöntekijä',
  'family-therapist': 'perheterapeutti',
  coordinator: 'koordinaattori',
  'special-teacher': 'erityisopettaja',
  'school-social-worker': 'kuraattori',
  'school-psychologist': 'koulupsykologi',
  principal: 'rehtori',
  'psychiatric-nurse': 'psykiatrinen sairaanhoitaja',
  psychiatrist: 'psykiatri',
  'substance-worker': 'päihdetyöntekijä',
  'residential-care-worker': 'ohjaaja, lastensuojelulaitos',
  'ngo-worker': 'järjestön työntekijä',
  'expert-by-experience': 'kokemusasiantuntija',
  'data-protection-officer': 'tietosuojavastaava',
  administrator: 'pääkäyttäjä',
  'regional-developer': 'aluekehittäjä',
} as const;

export const familyRole = {
  child: 'lapsi',
  guardian: 'huoltaja',
  close: 'läheinen',
} as const;
