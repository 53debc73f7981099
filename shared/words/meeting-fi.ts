// The kinds of meetings and the phases of the shipped templates, in Finnish: for the client and for documents.
export const meetingKind = {
  weekly: 'Viikkokokous',
  network: 'Verkostokokous',
  anticipation: 'Ennakointidialogi',
  council: 'Neuvonpito',
  'expert-group': 'Asiantuntijaryhmä',
} as const;

export const meetingPhase = {
  question: 'Kysymys',
  picture: 'Sukupuu',
  curious: 'Uteliaat kysymykset',
  hypotheses: 'Hypoteesit',
  reflection: 'Reflektio',
  'child-voice': 'Lapsen ääni',
  safety: 'Turvallisuus',
  steps: 'Askeleet',
  welcome: 'Tervetuloa',
  good: 'Mikä on hyvin',
  worries: 'Huolet',
  future: 'Hyvä tulevaisuus',
  'what-helped': 'Mikä auttoi',
  agreements: 'Mistä sovitaan',
  'own-council': 'Läheisten oma neuvonpito',
  material: 'Aineisto',
  statement: 'Lausunto',
} as const;
