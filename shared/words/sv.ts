// What life areas, professions, reasons for an assessment and kinds of meeting are called in Swedish.
import type { MeetingKind } from '../meeting.ts';
import type { AssessmentTrigger, LifeArea, Profession } from '../vocabulary.ts';

export const lifeArea: Record<LifeArea, string> = {
  'growth-and-development': 'Uppväxt och utveckling',
  health: 'Hälsa',
  'mental-health': 'Psykisk hälsa',
  'school-and-learning': 'Skolgång och lärande',
  substances: 'Rusmedel',
  'family-relations': 'Familjerelationer',
  parenting: 'Föräldraskap',
  'everyday-life-and-livelihood': 'Vardag och försörjning',
  housing: 'Boende',
  'free-time': 'Fritid',
  friends: 'Kompisar',
  'safety-and-violence': 'Trygghet och våld',
  'digital-life': 'Digitalt liv',
  'culture-and-language': 'Kultur och språk',
};

export const profession: Record<Profession, string> = {
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

export const trigger: Record<AssessmentTrigger, string> = {
  'child-welfare-notification': 'Barnskyddsanmälan',
  contact: 'Kontakt',
  application: 'Ansökan',
  'request-of-family': 'Barnets eller familjens begäran',
  other: 'Annan orsak',
};

/** As it stands within a sentence. Neutral, since it goes into mails and calendars. */
export const meetingKind: Record<MeetingKind, string> = {
  weekly: 'teamets veckomöte',
  network: 'nätverksmöte',
  anticipation: 'framtidsdialog',
  council: 'rådslag',
  'expert-group': 'sakkunniggruppens möte',
};
