// The family’s view, in plain words; the child is spoken to in short sentences.
export const family = {
  titleChild: 'Sinun asiasi',
  titleGuardian: 'Lapsesi asia: {name}',
  whatChild:
    'Tämä sivu on sinulle. Aikuiset selvittävät yhdessä, mikä sinua auttaisi. Tästä näet, ketkä ovat mukana ja mitä tapahtuu seuraavaksi.',
  whatGuardian:
    'Työntekijät selvittävät yhdessä, millaista apua {name} ja perheenne tarvitsevat. Tällä sivulla näet, ketkä ovat mukana, mitä tapahtuu seuraavaksi ja mitä voit lukea.',
  nextTitle: 'Mitä tapahtuu seuraavaksi',
  nextOpen: 'Työntekijät kirjoittavat arviointia. Sen pitää olla valmis viimeistään {date}.',
  nextOpenChild:
    'Aikuiset kirjoittavat, mitä he ovat huomanneet. Kaiken pitää olla valmista viimeistään {date}.',
  nextRead: {
    one: 'Sinulle on {count} teksti luettavaksi.',
    other: 'Sinulle on {count} tekstiä luettavaksi.',
  },
  nextOwn: 'Voit kirjoittaa, mitä itse ajattelet.',
  nextSigned: 'Arviointi allekirjoitettiin {date}. Voit lukea sen alta.',
  nextNothing: 'Juuri nyt sinun ei tarvitse tehdä mitään.',
  ask: 'Jos jokin mietityttää, kysy: {name}, {role}.',
  meetingsTitle: 'Kokouksissa sovittiin',
  thought: 'Tiimin ajatus. Se ei ole varma tieto.',
  heardTitle: 'Tulitko kuulluksi?',
  heardLead:
    'Vastaa, jos haluat. Kukaan muu ei näe vastaustasi. Tiimi näkee vain monen perheen vastauksista lasketun keskiarvon.',
  heardOf: 'Kokous {date}',
  heardLow: 'en ollenkaan',
  heardHigh: 'täysin',
  heardSaved: 'Vastaus on tallennettu',
  heardChange: 'Voit muuttaa vastausta tämän kuun loppuun asti.',
  peopleTitle: 'Ketkä ovat mukana',
  peopleYou: 'sinä',
  textsTitle: 'Luettavaa sinulle',
  textsNone: 'Luettavaa ei vielä ole. Kun sitä tulee, se näkyy tässä.',
  wordsTitle: 'Omat sanasi',
  wordsChild: 'Tässä voit kertoa, mitä itse ajattelet. Voit kirjoittaa ihan vähän tai paljon.',
  wordsGuardian:
    'Kirjoita, miten sinä näet tilanteen. Teksti on luonnos, kunnes jaat sen. Kukaan muu ei voi muuttaa sitä.',
  beginWords: 'Kirjoita, mitä ajattelet',
  moreTitle: 'Haluatko sanoa vielä jotakin?',
  wordsLabel: 'Mitä sinä ajattelet?',
  wordsWho:
    'Vain sinä näet tekstin, kunnes lähetät sen. Sitten sen voivat lukea työntekijät, jotka ovat mukana.',
  signedTitle: 'Allekirjoitettu arviointi',
  signedLead:
    'Tämä on valmis. Kukaan ei voi enää muuttaa sitä. Jos jokin on väärin, kerro siitä työntekijälle. Virhe korjataan uuteen versioon.',
  openVersion: 'Lue versio {count}',
  backToMatter: 'Takaisin',
  writtenBy: 'Kirjoittanut: {name}',
  signedBy: 'Allekirjoittanut: {name}, {date}',
} as const;
