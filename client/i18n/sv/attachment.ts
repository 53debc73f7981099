// Bilagor: files beside a question.
export const attachment = {
  title: 'Bilagor',
  add: 'Lägg till en bilaga',
  hint: 'PDF, bild, Word, OpenDocument eller text, högst {size}. Det kan finnas {count} bilagor.',
  readers:
    'Alla som läser frågan ser bilagorna. En bild kan visa var den är tagen, och en handling vem som har gjort den.',
  anonymous:
    'En anonym fråga kan inte ha bilagor. Barnet kan kännas igen på en fil även om namnet inte syns: på innehållet, på platsen för bilden eller på den som gjort filen. Berätta det viktigaste med egna ord.',
  anonymousHas:
    'Utkastet har bilagor, och de kan inte skickas anonymt. Ta bort dem eller fråga med barnets namn.',
  checkingOwn: 'Kontrolleras för virus. Andra kan ladda ner filen när den har kontrollerats.',
  checking: 'Kontrolleras för virus. Du kan ladda ner filen när den har kontrollerats.',
  uncheckedOwn:
    'Andra kan inte ladda ner filen ännu. Ingen viruskontroll används här, och utan den ser andra bara bilagans namn.',
  unchecked:
    'Filen kan inte laddas ner ännu, eftersom ingen viruskontroll används här. Be om den på ett annat säkert sätt.',
  heldOwn: 'Ett virus hittades i filen. Ingen kan ladda ner den. Ta bort den och lägg till en ren fil.',
  held: 'Ett virus hittades i filen. Ingen kan ladda ner den.',
  opened: '{name} har kontrollerats.',
  foundIn: 'Ett virus hittades i filen {name}.',
  download: 'Ladda ner',
  remove: 'Ta bort',
  sending: 'Skickas, {percent} %',
  finishing: 'Sparas',
  waiting: 'Väntar på förbindelse. Filen skickas när förbindelsen är tillbaka.',
  again: 'Försök genast',
  kept: '{name} har lagts till.',
  tooLarge: 'Filen är för stor. Högst {size}.',
  empty: 'Filen är tom.',
  unreadable: 'Filen kan inte längre läsas på den här enheten. Välj den på nytt.',
  sendFirst: 'Alla bilagor är inte framme ännu. Vänta en stund, eller ta bort dem som inte går fram.',
  removeTitle: 'Ska bilagan tas bort?',
  removeWords:
    '{name} tas bort för alla och kan inte fås tillbaka. I historiken står kvar att det fanns en bilaga.',
  removed: 'Bilagan har tagits bort.',
  about: '{kind} · {size} · {by}, {when}',
  kilobytes: '{size} kB',
  megabytes: '{size} MB',
} as const;

export const attachmentKind = {
  pdf: 'PDF',
  jpeg: 'Bild',
  png: 'Bild',
  webp: 'Bild',
  heic: 'Bild',
  docx: 'Word',
  odt: 'OpenDocument',
  text: 'Text',
} as const;
