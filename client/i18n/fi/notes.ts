// The own private notes.
export const notes = {
  title: 'Omat muistiinpanot',
  lead: 'Nämä näet vain sinä. Jos oikeutesi asiaan päättyy kesken kirjoittamisen, teksti siirtyy tänne.',
  none: 'Ei muistiinpanoja',
  noneDetail: 'Jos pääsysi johonkin asiaan päättyy kesken kirjoittamisen, teksti löytyy täältä.',
  fromCase: 'Asiasta {number}',
  unnamed: 'Muistiinpano',
  copy: 'Kopioi teksti',
  copied: 'Teksti on leikepöydällä.',
  copyFailed: 'Kopiointi ei onnistunut. Valitse teksti ja kopioi se itse.',
  other: 'Toisella laitteella kirjoitettu',
  empty: 'Tekstiä ei ole.',
  saveFailed: 'Tallennus ei onnistunut. Teksti on yhä tässä. Yritä uudelleen.',
  text: 'Teksti',
} as const;
