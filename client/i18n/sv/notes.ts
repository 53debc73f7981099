// The own private notes.
export const notes = {
  title: 'Egna anteckningar',
  lead: 'Bara du ser dem. Om din rätt till ett ärende upphör medan du skriver flyttas texten hit.',
  none: 'Inga anteckningar',
  noneDetail: 'Om din tillgång till ett ärende upphör medan du skriver finns texten här.',
  fromCase: 'Ur ärendet {number}',
  unnamed: 'Anteckning',
  copy: 'Kopiera texten',
  copied: 'Texten finns i urklipp.',
  copyFailed: 'Kopieringen lyckades inte. Markera texten och kopiera den själv.',
  other: 'Skrivet på en annan enhet',
  empty: 'Det finns ingen text.',
  saveFailed: 'Det gick inte att spara. Texten finns kvar här. Försök igen.',
  text: 'Text',
} as const;
