// What life areas, professions, reasons for an assessment and kinds of meeting are called in English.
import type { MeetingKind } from '../meeting.ts';
import type { AssessmentTrigger, LifeArea, Profession } from '../vocabulary.ts';

export const lifeArea: Record<LifeArea, string> = {
  'growth-and-development': 'Growth and development',
  health: 'Health',
  'mental-health': 'Mental health',
  'school-and-learning': 'School and learning',
  substances: 'Substances',
  'family-relations': 'Family relations',
  parenting: 'Parenting',
  'everyday-life-and-livelihood': 'Everyday life and livelihood',
  housing: 'Housing',
  'free-time': 'Free time',
  friends: 'Friends',
  'safety-and-violence': 'Safety and violence',
  'digital-life': 'Digital life',
  'culture-and-language': 'Culture and language',
};

export const profession: Record<Profession, string> = {
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

export const trigger: Record<AssessmentTrigger, string> = {
  'child-welfare-notification': 'Child welfare notification',
  contact: 'Contact',
  application: 'Application',
  'request-of-family': 'Request from the child or family',
  other: 'Another reason',
};

/** As it stands within a sentence. Neutral, since it goes into mails and calendars. */
export const meetingKind: Record<MeetingKind, string> = {
  weekly: 'weekly team meeting',
  network: 'network meeting',
  anticipation: 'anticipation dialogue',
  council: 'network council',
  'expert-group': 'meeting of the expert group',
};
