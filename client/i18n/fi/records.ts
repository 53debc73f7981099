// Omiin asiakirjoihin: copies of a request for the own records.
export const records = {
  title: 'Omiin asiakirjoihin',
  lead: 'Kysymys ja koko keskustelu. Jokainen lataus kirjataan lokiin.',
  pdf: 'Lataa PDF',
  text: 'Lataa tekstinä',
  mark: 'Merkitse siirretyksi',
  markTitle: 'Mihin järjestelmään siirsit tämän?',
  markLead: 'Merkinnän näkee vain oma puolesi, ei toinen osapuoli.',
  system: 'Järjestelmän nimi',
  systemHint: 'esim. Wilma tai asiakastietojärjestelmä',
  needSystem: 'Kirjoita järjestelmän nimi.',
  markDo: 'Merkitse',
  marked: 'Merkitty siirretyksi.',
  list: 'Siirretty',
  by: '{name}, {date}',
} as const;
