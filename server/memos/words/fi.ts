// The words of a copy of a memo: what stands around the texts, which are printed as they were written.
import { profession } from '../../../shared/words/fi.ts';
import { meetingKind, meetingPhase } from '../../../shared/words/meeting-fi.ts';

const phases: Readonly<Record<string, string>> = meetingPhase;

export const fi = {
  profession,
  kind: meetingKind as Readonly<Record<keyof typeof meetingKind, string>>,
  phase: (key: string | null): string | undefined => phases[key ?? ''],
  title: 'Muistio',
  number: 'Asianumero',
  child: 'Lapsi',
  meeting: 'Kokous',
  discussed: 'Käsitelty',
  recipient: 'Vastaanottaja',
  printed: 'Tulostettu',
  page: 'Sivu',
  shared: 'Yhteinen osa',
  team: 'Tiimin osa',
  agencyPart: (name: string): string => `Oma osa: ${name}`,
  ownText: 'Teksti',
  present: 'Läsnä',
  writers: 'Kirjoittaneet',
  question: 'Esittelijän kysymys',
  whyNow: 'Miksi nyt',
  hypothesis: 'Asiakirjaan otettu hypoteesi',
  speaksFor: 'Mikä puhuu puolesta',
  speaksAgainst: 'Mikä puhuu vastaan',
  childVoice: 'Lapsen ääni',
  verbatim: 'Lapsen omin sanoin',
  absence: 'Miksi lapselta ei ole voitu kysyä',
  heardOn: 'Tavattu',
  decision: 'Päätös',
  differs: 'Miksi päätös poikkeaa tiimin näkemyksestä',
  steps: 'Sovitut askeleet',
  due: (day: string): string => `viimeistään ${day}`,
  unsigned: 'Allekirjoittamatta. Tämä on luonnos.',
  notSignedYet: 'Ei vielä allekirjoitettu.',
  version: 'Versio',
  reason: 'Korjauksen syy',
  signatures: 'Allekirjoitukset',
  hash: 'Tiiviste (SHA-256)',
  withheld: 'Rajoitettu. Tätä osaa ei näytetä vastaanottajalle.',
  note: 'Tästä puuttuu osia. Niiden kohdalla lukee syy.',
};
export type MemoWords = typeof fi;
