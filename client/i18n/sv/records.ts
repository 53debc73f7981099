// Till egna handlingar: copies of a request for the own records.
export const records = {
  title: 'Till egna handlingar',
  lead: 'Frågan och hela samtalet. Varje nedladdning antecknas i loggen.',
  pdf: 'Ladda ner som PDF',
  text: 'Ladda ner som text',
  mark: 'Markera som överförd',
  markTitle: 'Till vilket system förde du över det här?',
  markLead: 'Bara din egen sida ser markeringen, inte den andra parten.',
  system: 'Systemets namn',
  systemHint: 't.ex. Wilma eller klientdatasystemet',
  needSystem: 'Skriv systemets namn.',
  markDo: 'Markera',
  marked: 'Markerad som överförd.',
  list: 'Överförd',
  by: '{name}, {date}',
} as const;
