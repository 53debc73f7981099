import type { Catalogue } from '../catalogue.ts';

export const profession: Catalogue['profession'] = {
  'social-worker': 'socialarbetare',
  'social-counsellor': 'socialhandledare',
  'consultant-social-worker': 'konsulterande socialarbetare',
  'family-therapist': 'familjeterapeut',
  coordinator: 'koordinator',
  'special-teacher': 'speciallärare',
  'school-social-worker': 'kurator',
  'school-psychologist': 'skolpsykolog',
  principal: 'rektor',
  'psychiatric-nurse': 'psykiatrisk sjukskötare',
  psychiatrist: 'psykiater',
  'substance-worker': 'missbrukararbetare',
  'residential-care-worker': 'handledare, barnskyddsanstalt',
  'ngo-worker': 'medarbetare, frivilligorganisation',
  'expert-by-experience': 'erfarenhetsexpert',
  'data-protection-officer': 'dataskyddsombud',
  administrator: 'huvudanvändare',
  'regional-developer': 'regional utvecklare',
};

export const familyRole: Catalogue['familyRole'] = {
  child: 'barn',
  guardian: 'vårdnadshavare',
  close: 'närstående',
};
