import type { Catalogue } from '../catalogue.ts';

export const profession: Catalogue['profession'] = {
  'social-worker': 'social worker',
  'social-counsellor': 'social counsellor',
  'consultant-social-worker': 'consultant social worker',
  'family-therapist': 'family therapist',
  coordinator: 'coordinator',
  'special-teacher': 'special teacher',
  'school-social-worker': 'school social worker',
  'school-psychologist': 'school psychologist',
  principal: 'principal',
  'psychiatric-nurse': 'psychiatric nurse',
  psychiatrist: 'psychiatrist',
  'substance-worker': 'substance worker',
  'residential-care-worker': 'residential care worker',
  'ngo-worker': 'NGO worker',
  'expert-by-experience': 'expert by experience',
  'data-protection-officer': 'data protection officer',
  administrator: 'administrator',
  'regional-developer': 'regional developer',
};

export const familyRole: Catalogue['familyRole'] = {
  child: 'child',
  guardian: 'guardian',
  close: 'someone close',
};
