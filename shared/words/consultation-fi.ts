// What questions, turns and outcomes of a consultation are called in Finnish: on the screens and in the copies that each side takes.
import type { ConsultationWords } from '../consultation-words.ts';

export const questionArea: ConsultationWords['questionArea'] = {
  'worry-about-home': 'Huoli kotioloista',
  'school-attendance': 'Koulupoissaolot',
  'learning-and-support': 'Oppiminen ja tuki',
  behaviour: 'Käyttäytyminen',
  'mood-and-anxiety': 'Mieliala ja ahdistus',
  'self-harm': 'Itsensä vahingoittaminen',
  neuropsychiatric: 'Neuropsykiatriset piirteet',
  substances: 'Päihteet',
  'violence-and-abuse': 'Väkivalta ja kaltoinkohtelu',
  parenting: 'Vanhemmuus',
  'peer-relations': 'Kaverisuhteet ja kiusaaminen',
  'digital-life': 'Digitaalinen elämä',
  transition: 'Siirtymä, esim. koulun vaihto',
  cooperation: 'Yhteistyö perheen tai viranomaisten kanssa',
  other: 'Muu',
};

export const ageBand: ConsultationWords['ageBand'] = {
  '0-6': '0–6 vuotta',
  '7-9': '7–9 vuotta',
  '10-12': '10–12 vuotta',
  '13-15': '13–15 vuotta',
  '16-17': '16–17 vuotta',
  '18-20': '18–20 vuotta',
};

export const grade: ConsultationWords['grade'] = {
  none: 'Ei koulussa',
  'pre-primary': 'Esiopetus',
  '1': '1. luokka',
  '2': '2. luokka',
  '3': '3. luokka',
  '4': '4. luokka',
  '5': '5. luokka',
  '6': '6. luokka',
  '7': '7. luokka',
  '8': '8. luokka',
  '9': '9. luokka',
  additional: 'Tutkintokoulutukseen valmentava (TUVA)',
  'upper-secondary': 'Lukio',
  vocational: 'Ammatillinen koulutus',
};

export const support: ConsultationWords['support'] = {
  'group-support': 'Ryhmäkohtainen tuki',
  'remedial-teaching': 'Tukiopetus',
  'special-teacher': 'Erityisopettajan opetus',
  'pupil-specific-decision': 'Oppilaskohtainen tuki',
  assistant: 'Koulunkäynninohjaaja',
  'flexible-arrangements': 'Joustavat järjestelyt',
  'school-social-worker': 'Kuraattorin tapaaminen',
  'school-psychologist': 'Koulupsykologin tapaaminen',
  'school-health': 'Kouluterveydenhuolto',
  'meeting-with-guardians': 'Keskustelu huoltajan kanssa',
  'multidisciplinary-group': 'Monialainen asiantuntijaryhmä',
  'guided-to-service': 'Ohjattu palveluun',
};

export const absenceReason: ConsultationWords['absenceReason'] = {
  illness: 'Sairaus',
  permitted: 'Luvallinen muu syy',
  unauthorised: 'Luvaton',
  unknown: 'Syy ei tiedossa',
};

export const urgency: ConsultationWords['urgency'] = {
  ordinary: 'Tavallinen',
  soon: 'Pian',
  urgent: 'Kiireellinen',
};

/** What somebody did, after their name. */
export const consultationAct: ConsultationWords['consultationAct'] = {
  send: 'lähetti kysymyksen',
  'begin-triage': 'luki kysymyksen',
  claim: 'otti kysymyksen',
  release: 'palautti kysymyksen jonoon',
  'hand-on': 'antoi kysymyksen toiselle',
  'ask-more': 'kysyi lisää',
  'tell-more': 'kertoi lisää',
  answer: 'vastasi',
  'write-together': 'aloitti yhteisen vastauksen',
  withdraw: 'perui kysymyksen',
  close: 'päätti konsultaation',
  reopen: 'avasi konsultaation uudelleen',
  'set-deputy': 'vaihtoi sijaisen',
  'pass-on': 'tarjosi kysymystä toiselle tiimille',
  'take-back-passing': 'perui siirron',
  'accept-passed': 'otti siirretyn kysymyksen vastaan',
  'decline-passed': 'ei ottanut siirrettyä kysymystä vastaan',
  'invite-expert': 'pyysi mukaan toisen asiantuntijan',
  'accept-invitation': 'tuli mukaan asiantuntijana',
  'decline-invitation': 'ei tullut mukaan asiantuntijaksi',
  advise: 'antoi neuvon',
  'propose-times': 'ehdotti aikoja',
  'choose-time': 'valitsi ajan',
  'note-talk': 'kirjasi keskustelun',
  'record-outcome': 'kirjasi, mitä tästä seurasi',
  'follow-up': 'kertoi, mistä oli apua',
  notify: 'teki lastensuojeluilmoituksen',
  name: 'teki pyynnön lapsen nimellä',
  'mark-transferred': 'merkitsi siirretyksi omaan järjestelmään',
  'take-into-case': 'vei lapsen asiaan',
  'send-bundle': 'lähetti tietoja lapsen asiasta',
  attach: 'lisäsi liitteen',
  'take-back-attachment': 'poisti liitteen',
};

export const messageKind: ConsultationWords['messageKind'] = {
  'asked-more': 'kysyi lisää',
  'told-more': 'kertoi lisää',
  answer: 'vastasi',
  advice: 'antoi neuvon',
  'times-proposed': 'ehdotti aikoja',
  'time-chosen': 'valitsi ajan',
  'talk-noted': 'kirjasi keskustelun',
};

export const talkWay: ConsultationWords['talkWay'] = {
  telephone: 'Puhelimessa',
  video: 'Videolla',
  'joint-visit': 'Yhteinen käynti',
};

export const outcomeKind: ConsultationWords['outcomeKind'] = {
  'advice-was-enough': 'Neuvo riitti',
  'joint-visit': 'Yhteinen käynti',
  'support-plan': 'Tukisuunnitelma',
  'guided-to-service': 'Ohjattiin palveluun',
  'contact-to-social-services': 'Yhteydenotto sosiaalipalveluihin',
  'child-welfare-notification': 'Lastensuojeluilmoitus',
  'no-action': 'Ei toimia',
};

export const followUpAnswer: ConsultationWords['followUpAnswer'] = {
  much: 'Paljon',
  some: 'Jonkin verran',
  not: 'Ei',
};

export const groundKind: ConsultationWords['groundKind'] = {
  'child-consent': 'Lapsen suostumus',
  'guardian-consent': 'Huoltajan suostumus',
  'disclosure-permission': 'Luovutuslupa',
  statute: 'Laki',
  'joint-contact': 'Yhteydenotto yhdessä perheen kanssa',
  'vital-interest': 'Hengen tai terveyden suojaaminen',
};

/** As what somebody takes part in a case. */
export const dataClass: ConsultationWords['dataClass'] = {
  coordination: 'Yhteistyön järjestely',
  'shared-goal': 'Yhteiset tavoitteet',
  education: 'Koulunkäynti',
  social: 'Sosiaalihuolto',
  health: 'Terveys',
  substance: 'Päihteet',
  hypothesis: 'Tiimin työhypoteesit',
  'child-voice': 'Lapsen oma ääni',
  safety: 'Turvallisuus',
};
