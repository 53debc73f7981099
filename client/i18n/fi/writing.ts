// What a field says when something is not as usual.
export const writing = {
  restored: 'Viimeksi kesken jäänyt teksti palautettiin.',
  charactersLeft: { one: '{count} merkki jäljellä', other: '{count} merkkiä jäljellä' },
  tooLong:
    'Teksti on liian pitkä: enintään {most} merkkiä. Teksti on tallessa tällä laitteella; lyhennä sitä tai jaa se osiin.',
  refused: 'Palvelu ei ottanut tekstiä vastaan. Teksti on tallessa tällä laitteella. Kopioi se talteen.',
  twoTitle: 'Tätä kirjoitettiin kahdella laitteella',
  twoLead: 'Molemmat tekstit ovat tallessa. Valitse, kumpi jää. Toinen säilyy historiassa.',
  thisDevice: 'Tällä laitteella',
  otherDevice: 'Toisella laitteella',
  otherDeviceAt: 'Toisella laitteella klo\u00a0{time}',
  chooseThis: 'Valitse tämä',
  chooseOther: 'Valitse toinen',
  keepBoth: 'Pidä molemmat peräkkäin',
  noAnswer: 'ei vastausta',
  changedMeanwhile: 'Teksti ehti muuttua. Katso molemmat uudelleen ja valitse.',
  notNow: 'Valintaa ei voitu tallentaa nyt. Molemmat tekstit ovat tallessa. Yritä hetken päästä uudelleen.',
  noteTitle: 'Oikeutesi kirjoittaa tähän päättyi',
  noteDetail: 'Mitään ei kadonnut. Kirjoittamasi on omissa muistiinpanoissasi, ja vain sinä näet sen.',
  noteLink: 'Avaa muistiinpanot',
} as const;
