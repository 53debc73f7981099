// Lastensuojeluilmoitus: making one, its receipt, and what the receiving service does with it.
export const welfare = {
  title: 'Lastensuojeluilmoitus',
  new: 'Tee lastensuojeluilmoitus',
  numbered: 'Lastensuojeluilmoitus {number}',
  lead: 'Teet ilmoituksen itse, omalla nimelläsi. Huoli riittää: sinun ei tarvitse selvittää asiaa ensin.',
  onlyYou: 'Luonnos, vain sinä näet tämän.',
  // The form
  urgencyLabel: 'Kuinka pian lapsi tarvitsee apua?',
  dangerTitle: 'Soita ensin 112 tai sosiaalipäivystykseen',
  danger: 'Puhelusta apu lähtee heti, tästä lomakkeesta ei. Tee ilmoitus, kun olet soittanut.',
  call: 'Soita 112',
  childTitle: 'Lapsi',
  childName: 'Lapsen nimi',
  childNameHint: 'Jos et tiedä nimeä, kuvaile lasta.',
  identityCode: 'Henkilötunnus',
  birthDate: 'Syntymäaika',
  whereabouts: 'Osoite, tai missä lapsi on nyt',
  guardians: 'Huoltajat',
  guardiansHint: 'Nimet ja puhelinnumerot, jos tiedät.',
  happenedTitle: 'Mitä on tapahtunut',
  observed: 'Mitä näit ja kuulit?',
  observedHint: 'Kerro erikseen, mitä itse huomasit, mitä lapsi sanoi ja mitä muut ovat kertoneet.',
  observedWhen: 'Milloin?',
  worry: 'Mikä sinua huolettaa?',
  worryHint: 'Omin sanoin.',
  familyLabel: 'Tietääkö perhe ilmoituksesta?',
  familyWords: 'Mitä perheen kanssa on puhuttu?',
  whomLabel: 'Kenelle ilmoitat?',
  whomNone:
    'Ringissä ei ole lastensuojelun palvelua, joka ottaisi ilmoituksia vastaan. Soita alueesi lastensuojeluun tai sosiaalipäivystykseen.',
  fromTitle: 'Ilmoittaja',
  fromWords:
    'Nimesi näkyy ilmoituksessa. Et voi ilmoittaa nimettömänä, koska työsi velvoittaa ilmoittamaan (lastensuojelulaki 25 §).',
  phone: 'Puhelinnumerosi',
  phoneHint: 'Sosiaalityöntekijä voi soittaa ja kysyä lisää.',
  apart:
    'Ilmoituksen saaja ei näe, että se liittyy konsultaatioosi. Nimesi on kuitenkin molemmissa: joka lukee molemmat, voi arvata sen.',
  takeQuestion: 'Kopioi kysymykseni tähän',
  send: 'Lähetä ilmoitus',
  sendNext: 'Saat heti kuittauksen. Lähetettyä ilmoitusta ei voi muuttaa, mutta voit tehdä uuden.',
  sent: 'Ilmoitus on lähetetty.',
  missing: { one: 'Yksi kohta pitää vielä täyttää.', other: '{count} kohtaa pitää vielä täyttää.' },
  needUrgency: 'Valitse, kuinka pian.',
  needName: 'Kirjoita nimi tai kuvaile lasta.',
  needCode: 'Henkilötunnus ei täsmää. Tarkista se, tai jätä tyhjäksi.',
  needBirthDate: 'Syntymäaika ei voi olla tulevaisuudessa.',
  needObserved: 'Kerro, mitä näit ja kuulit.',
  needWorry: 'Kerro, mikä huolettaa.',
  needFamily: 'Valitse yksi.',
  needService: 'Valitse, kenelle ilmoitat.',
  needChoice: 'Valitse ensin, kumpi teksteistä jää.',
  discard: 'Poista luonnos',
  discardTitle: 'Poistetaanko luonnos?',
  discardWords: 'Luonnos ja kaikki sen tallennetut vaiheet poistetaan. Tätä ei voi perua.',
  discarded: 'Luonnos on poistettu.',
  // The receipt
  sentTitle: 'Ilmoituksesi on perillä',
  receipt: 'Kuittaus: {number}, {date}',
  progress: 'Mitä ilmoitukselle tapahtuu',
  reached: 'Perillä: {service}',
  readByPerson: 'Työntekijä on ottanut ilmoituksen vastaan',
  notReadYet: 'Työntekijä ei ole vielä ottanut ilmoitusta vastaan',
  began: 'Käsittely on alkanut',
  notBegun: 'Käsittely ei ole vielä alkanut',
  urgencyAtOnce: 'Kiireellisyys arvioidaan heti.',
  decisionBy: 'Palvelutarpeen arvioinnin aloittamisesta päätetään viimeistään {date}.',
  whatNot:
    'Et näe täältä, mihin ilmoitus johtaa. Salassapito suojaa lasta ja perhettä. Jos huoli jatkuu, tee uusi ilmoitus.',
  fromConsultation: 'Avaa konsultaatio, josta tämä sai alkunsa',
  written: 'Ilmoituksen sisältö',
  notTold: 'Ei kerrottu',
  born: 'syntynyt {date}',
  // The receiving service
  handling: 'Käsittely',
  urgencyClock: 'Kiireellisyyden arvio',
  urgencyNow: 'heti',
  urgencyDone: 'arvioitu {date}',
  decisionClock: 'Päätös palvelutarpeen arvioinnista',
  markReceived: 'Otan vastaan',
  markReceivedLead: 'Ilmoittaja näkee, että ilmoitus on työntekijällä. Arvioi kiireellisyys heti.',
  judge: 'Kirjaa kiireellisyys',
  judgeAgain: 'Arvioi kiireellisyys uudelleen',
  judgeTitle: 'Tarvitseeko lapsi apua kiireellisesti?',
  judgeLead: 'Ilmoittaja näkee vain, että käsittely on alkanut.',
  judgeWords: 'Mihin arvio perustuu?',
  needVerdict: 'Valitse yksi.',
  conclude: 'Kirjaa, mihin ilmoitus johti',
  concludeAgain: 'Muuta kirjausta',
  concludeTitle: 'Mihin ilmoitus johti?',
  concludeLead: 'Ilmoittaja ei näe tätä.',
  concludeWords: 'Perustelu',
  needReason: 'Kirjoita perustelu.',
  record: 'Kirjaa',
  recorded: 'Kirjattu.',
  openCase: 'Avaa lapsen asia näillä tiedoilla',
  toChildren: 'Etsi lapsen asia',
  prefilled: 'Nimi, syntymäaika ja osoite tulivat ilmoituksesta {number}. Tarkista ne.',
  stepReceived: 'otti ilmoituksen vastaan',
  ownNotification: 'Teit tämän ilmoituksen itse. Joku toinen käsittelee sen.',
  // Lists
  queue: 'Lastensuojeluilmoitukset',
  made: 'Tekemäni lastensuojeluilmoitukset',
  closedCount: { one: '{count} käsitelty ilmoitus', other: '{count} käsiteltyä ilmoitusta' },
  closed: 'Käsitellyt ilmoitukset',
  newArrived: 'Uusi lastensuojeluilmoitus',
  madeMoved: 'Ilmoituksen {number} käsittely eteni',
  notifier: 'Ilmoittaja',
  gone: 'Tätä ilmoitusta ei ole, tai se ei ole sinun nähtävissäsi',
  goneDetail: 'Ilmoituksen näkevät vain sen tekijä ja palvelu, joka sai sen.',
} as const;

export const welfareUrgency = {
  danger: 'Nyt heti, lapsi on vaarassa',
  soon: 'Tänään tai lähipäivinä',
  ordinary: 'Kiire ei ole, mutta olen huolissani',
} as const;

/** The same beside a name in a list. */
export const welfareUrgencyShort = {
  danger: 'vaarassa nyt',
  soon: 'lähipäivinä',
  ordinary: 'ei kiire',
} as const;

export const familyKnows = {
  yes: 'Kyllä, olen kertonut',
  no: 'Ei vielä',
  'no-for-safety': 'Ei, kertominen voisi vaarantaa lapsen',
} as const;

export const welfareState = {
  new: 'Uusi',
  received: 'Arvioi kiireellisyys',
  'urgency-judged': 'Käsittelyssä',
  concluded: 'Käsitelty',
} as const;

export const urgencyVerdict = {
  urgent: 'Kiireellinen avun tarve',
  'not-urgent': 'Ei kiireellistä avun tarvetta',
} as const;

export const welfareConclusion = {
  'assessment-opened': 'Palvelutarpeen arviointi aloitettiin',
  'joined-case': 'Liitettiin lapsen vireillä olevaan asiaan',
  'no-measures': 'Ei toimenpiteitä',
} as const;
