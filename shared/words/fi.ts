// What life areas, professions, reasons for an assessment and kinds of meeting are called in Finnish: on the screens, in the
// signed document and in mails alike. A profession is written as it stands after a name.
import type { MeetingKind } from '../meeting.ts';
import type { AssessmentTrigger, LifeArea, Profession } from '../vocabulary.ts';

export const lifeArea: Record<LifeArea, string> = {
  'growth-and-development': 'Kasvu ja kehitys',
  health: 'Terveys',
  'mental-health': 'Mielenterveys',
  'school-and-learning': 'Koulunkäynti ja oppiminen',
  substances: 'Päihteet',
  'family-relations': 'Perhesuhteet',
  parenting: 'Vanhemmuus',
  'everyday-life-and-livelihood': 'Arki ja toimeentulo',
  housing: 'Asuminen',
  'free-time': 'Vapaa-aika',
  friends: 'Kaverit',
  'safety-and-violence': 'Turvallisuus ja väkivalta',
  'digital-life': 'Digitaalinen elämä',
  'culture-and-language': 'Kulttuuri ja kieli',
};

export const profession: Record<Profession, string> = {
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
};

export const trigger: Record<AssessmentTrigger, string> = {
  'child-welfare-notification': 'Lastensuojeluilmoitus',
  contact: 'Yhteydenotto',
  application: 'Hakemus',
  'request-of-family': 'Lapsen tai perheen pyyntö',
  other: 'Muu syy',
};

/** As it stands within a sentence. Neutral, since it goes into mails and calendars. */
export const meetingKind: Record<MeetingKind, string> = {
  weekly: 'tiimin viikkokokous',
  network: 'verkostokokous',
  anticipation: 'ennakointidialogi',
  council: 'neuvonpito',
  'expert-group': 'asiantuntijaryhmän kokous',
};
