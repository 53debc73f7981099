// What questions, turns and outcomes of a consultation are called in Swedish: on the screens and in the copies that each side takes.
import type { ConsultationWords } from '../consultation-words.ts';

export const questionArea: ConsultationWords['questionArea'] = {
  'worry-about-home': 'Oro för hemförhållandena',
  'school-attendance': 'Skolfrånvaro',
  'learning-and-support': 'Lärande och stöd',
  behaviour: 'Beteende',
  'mood-and-anxiety': 'Nedstämdhet och ångest',
  'self-harm': 'Självskadebeteende',
  neuropsychiatric: 'Neuropsykiatriska drag',
  substances: 'Rusmedel',
  'violence-and-abuse': 'Våld och vanvård',
  parenting: 'Föräldraskap',
  'peer-relations': 'Kamratrelationer och mobbning',
  'digital-life': 'Digitalt liv',
  transition: 'Övergång, t.ex. skolbyte',
  cooperation: 'Samarbete med familjen eller myndigheter',
  other: 'Annat',
};

export const ageBand: ConsultationWords['ageBand'] = {
  '0-6': '0–6 år',
  '7-9': '7–9 år',
  '10-12': '10–12 år',
  '13-15': '13–15 år',
  '16-17': '16–17 år',
  '18-20': '18–20 år',
};

export const grade: ConsultationWords['grade'] = {
  none: 'Inte i skolan',
  'pre-primary': 'Förskoleundervisning',
  '1': 'Årskurs 1',
  '2': 'Årskurs 2',
  '3': 'Årskurs 3',
  '4': 'Årskurs 4',
  '5': 'Årskurs 5',
  '6': 'Årskurs 6',
  '7': 'Årskurs 7',
  '8': 'Årskurs 8',
  '9': 'Årskurs 9',
  additional: 'Handledande för examensutbildning (Hux)',
  'upper-secondary': 'Gymnasium',
  vocational: 'Yrkesutbildning',
};

export const support: ConsultationWords['support'] = {
  'group-support': 'Gruppspecifikt stöd',
  'remedial-teaching': 'Stödundervisning',
  'special-teacher': 'Undervisning av speciallärare',
  'pupil-specific-decision': 'Elevspecifikt stöd',
  assistant: 'Skolgångshandledare',
  'flexible-arrangements': 'Flexibla arrangemang',
  'school-social-worker': 'Möte med kurator',
  'school-psychologist': 'Möte med skolpsykolog',
  'school-health': 'Skolhälsovård',
  'meeting-with-guardians': 'Samtal med vårdnadshavare',
  'multidisciplinary-group': 'Sektorsövergripande expertgrupp',
  'guided-to-service': 'Hänvisad till en tjänst',
};

export const absenceReason: ConsultationWords['absenceReason'] = {
  illness: 'Sjukdom',
  permitted: 'Annan beviljad orsak',
  unauthorised: 'Olovlig',
  unknown: 'Okänd orsak',
};

export const urgency: ConsultationWords['urgency'] = {
  ordinary: 'Vanlig',
  soon: 'Snart',
  urgent: 'Brådskande',
};

/** What somebody did, after their name. */
export const consultationAct: ConsultationWords['consultationAct'] = {
  send: 'skickade frågan',
  'begin-triage': 'läste frågan',
  claim: 'tog frågan',
  release: 'lade frågan tillbaka i kön',
  'hand-on': 'gav frågan till en annan',
  'ask-more': 'frågade mer',
  'tell-more': 'berättade mer',
  answer: 'svarade',
  'write-together': 'började ett gemensamt svar',
  withdraw: 'återtog frågan',
  close: 'avslutade konsultationen',
  reopen: 'öppnade konsultationen på nytt',
  'set-deputy': 'bytte ersättare',
  'pass-on': 'erbjöd frågan till ett annat team',
  'take-back-passing': 'återtog överföringen',
  'accept-passed': 'tog emot den överförda frågan',
  'decline-passed': 'tog inte emot den överförda frågan',
  'invite-expert': 'bad en annan sakkunnig att delta',
  'accept-invitation': 'kom med som sakkunnig',
  'decline-invitation': 'kom inte med som sakkunnig',
  advise: 'gav ett råd',
  'propose-times': 'föreslog tider',
  'choose-time': 'valde en tid',
  'note-talk': 'antecknade samtalet',
  'record-outcome': 'antecknade vad som följde',
  'follow-up': 'berättade vad som hjälpte',
  notify: 'gjorde en barnskyddsanmälan',
  name: 'gjorde begäran med barnets namn',
  'mark-transferred': 'märkte som överförd till eget system',
  'take-into-case': 'förde in i barnets ärende',
  'send-bundle': 'skickade uppgifter ur barnets ärende',
  attach: 'lade till en bilaga',
  'take-back-attachment': 'tog bort en bilaga',
};

export const messageKind: ConsultationWords['messageKind'] = {
  'asked-more': 'frågade mer',
  'told-more': 'berättade mer',
  answer: 'svarade',
  advice: 'gav ett råd',
  'times-proposed': 'föreslog tider',
  'time-chosen': 'valde en tid',
  'talk-noted': 'antecknade samtalet',
};

export const talkWay: ConsultationWords['talkWay'] = {
  telephone: 'Per telefon',
  video: 'Per video',
  'joint-visit': 'Gemensamt besök',
};

export const outcomeKind: ConsultationWords['outcomeKind'] = {
  'advice-was-enough': 'Rådet räckte',
  'joint-visit': 'Gemensamt besök',
  'support-plan': 'Stödplan',
  'guided-to-service': 'Hänvisades till en tjänst',
  'contact-to-social-services': 'Kontakt till socialservicen',
  'child-welfare-notification': 'Barnskyddsanmälan',
  'no-action': 'Inga åtgärder',
};

export const followUpAnswer: ConsultationWords['followUpAnswer'] = {
  much: 'Mycket',
  some: 'I någon mån',
  not: 'Nej',
};

export const groundKind: ConsultationWords['groundKind'] = {
  'child-consent': 'Barnets samtycke',
  'guardian-consent': 'Vårdnadshavarens samtycke',
  'disclosure-permission': 'Tillstånd till utlämnande',
  statute: 'Lag',
  'joint-contact': 'Kontakt tillsammans med familjen',
  'vital-interest': 'Skydd av liv eller hälsa',
};

/** As what somebody takes part in a case. */
export const dataClass: ConsultationWords['dataClass'] = {
  coordination: 'Samordning',
  'shared-goal': 'Gemensamma mål',
  education: 'Skolgång',
  social: 'Socialvård',
  health: 'Hälsa',
  substance: 'Rusmedel',
  hypothesis: 'Teamets arbetshypoteser',
  'child-voice': 'Barnets egen röst',
  safety: 'Säkerhet',
};
