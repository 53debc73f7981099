// What a field says when something is not as usual.
export const writing = {
  restored: 'Viimeksi kesken jäänyt teksti palautettiin.',
  charactersLeft: { one: '{count} merkki jäljellä', other: '{count} merkkiä jäljellä' },
  tooLong:
    'Teksti on liian pitkä: enintään {most} merkkiä. Teksti on tallessa tällä laitteella; lyhennä sitä tai jaa se osiin.',
  refused: 'Tätä ei voitu tallentaa. Teksti on tallessa tällä laitteella.',
  twoTitle: 'Tätä kirjoitettiin kahdella laitteella',
  twoLead: 'Molemmat tekstit ovat tallessa. Valitse, kumpi jää. Toinen säilyy historiassa.',
  thisDevice: 'Tällä laitteella',
  otherDevice: 'Toisella laitteella',
  otherDeviceAt: 'Toisella laitteella klo {time}',
  chooseThis: 'Valitse tämä',
  chooseOther: 'Valitse tämä toinen',
  keepBoth: 'Pidä molemmat peräkkäin',
  changedMeanwhile: 'Teksti ehti muuttua. Katso molemmat uudelleen ja valitse.',
  notNow: 'Valintaa ei voitu tallentaa nyt. Molemmat tekstit ovat tallessa. Yritä hetken päästä uudelleen.',
  noteTitle: 'Oikeutesi kirjoittaa tähän päättyi',
  noteDetail: 'Mitään ei kadonnut. Kirjoittamasi on omissa muistiinpanoissasi, ja vain sinä näet sen.',
  noteLink: 'Avaa muistiinpanot',
} as const;
