// The family’s view, in plain words; the child is spoken to in short sentences.
export const family = {
  titleChild: 'Sinun asiasi',
  titleGuardian: 'Lapsesi asia: {name}',
  whatChild:
    'Tämä sivu on sinulle. Aikuiset selvittävät yhdessä, mikä sinua auttaisi. Tästä näet, ketkä ovat mukana ja mitä tapahtuu seuraavaksi.',
  whatGuardian:
    'Lastensuojelu, koulu ja muut mukana olevat selvittävät yhdessä, millaista apua {name} ja perheenne tarvitsevat. Tällä sivulla näet, ketkä ovat mukana, mitä tapahtuu seuraavaksi ja mitä sinulle on annettu luettavaksi.',
  nextTitle: 'Mitä seuraavaksi',
  nextOpen: 'Työntekijät kirjoittavat arviointia. Sen pitää olla valmis viimeistään {date}.',
  nextOpenChild:
    'Aikuiset kirjoittavat, mitä he ovat huomanneet. Sen pitää olla valmista viimeistään {date}.',
  nextRead: {
    one: 'Sinulle on {count} teksti luettavaksi.',
    other: 'Sinulle on {count} tekstiä luettavaksi.',
  },
  nextOwn: 'Voit kirjoittaa oman näkemyksesi.',
  nextSigned: 'Arviointi on allekirjoitettu {date}. Voit lukea sen alta.',
  nextNothing: 'Juuri nyt sinun ei tarvitse tehdä mitään.',
  ask: 'Jos jokin mietityttää, kysy: {name}, {role}.',
  peopleTitle: 'Ketkä ovat mukana',
  peopleYou: 'sinä',
  textsTitle: 'Sinulle luettavaksi',
  textsNone: 'Sinulle ei ole vielä annettu tekstejä luettavaksi. Kun niitä tulee, ne näkyvät tässä.',
  wordsTitle: 'Omat sanasi',
  wordsChild: 'Tässä voit kertoa, mitä itse ajattelet. Voit kirjoittaa ihan vähän tai paljon.',
  wordsGuardian:
    'Kirjoita, miten sinä näet tilanteen. Teksti on luonnos, kunnes jaat sen. Kukaan muu ei voi muuttaa sitä.',
  beginWords: 'Kirjoita oma näkemyksesi',
  moreTitle: 'Haluatko sanoa vielä jotakin?',
  wordsLabel: 'Mitä sinä ajattelet?',
  wordsWho:
    'Teksti on vain sinun, kunnes lähetät sen. Sitten sen voivat lukea työntekijät, jotka ovat mukana.',
  signedTitle: 'Allekirjoitettu arviointi',
  signedLead:
    'Tämä on valmis. Kukaan ei voi enää muuttaa sitä. Jos jokin on väärin, kerro siitä: virhe korjataan uuteen versioon.',
  openVersion: 'Lue versio {count}',
  backToMatter: 'Takaisin',
  writtenBy: 'Kirjoittanut: {name}',
  signedBy: 'Allekirjoittanut {name}, {date}',
} as const;
