// How a team meets: the phases of its meetings, and facts of how they have gone.
export const phasePart = {
  shared: 'Yhteiseen osaan, kutsutut näkevät',
  team: 'Tiimin osaan, vain tiimi näkee',
  none: 'Ei mihinkään, vaiheessa puhutaan',
} as const;

export const phasePartShort = {
  shared: 'kirjoitetaan yhteiseen osaan',
  team: 'kirjoitetaan tiimin osaan',
  none: 'puhutaan',
} as const;

export const teamMeetings = {
  title: 'Tiimin työskentely',
  phases: 'Kokousten vaiheet',
  phasesLead: 'Tiimi päättää itse, missä järjestyksessä asia käsitellään.',
  asShipped: 'Käytössä ovat valmiit vaiheet.',
  version: 'Tiimin oma versio {version}, käytössä {date} alkaen',
  shippedAgain: 'Valmiit vaiheet, käytössä {date} alkaen (versio {version})',
  total: 'Yhteensä {minutes} min',
  ownPhase: 'Oma vaihe',
  edit: 'Muokkaa vaihetta',
  name: 'Vaiheen nimi',
  part: 'Mihin vaiheessa kirjoitetaan',
  questionsHint: 'Yksi kysymys riville, enintään 10.',
  questionCount: { one: '{count} kysymys tueksi', other: '{count} kysymystä tueksi' },
  needName: 'Kirjoita vaiheelle nimi.',
  manyQuestions: 'Kysymyksiä voi olla enintään 10.',
  longQuestion: 'Yksi kysymys voi olla enintään 200 merkkiä.',
  voiceStays:
    'Lapsen ääni kuuluu jokaiseen käsittelyyn. Vaihetta voi siirtää ja sen nimen voi muuttaa, mutta sitä ei voi poistaa.',
  remove: 'Poista vaihe',
  removed: 'Vaihe {name} on poistettu',
  moved: '{name} on nyt {place}. vaihe',
  orderHint: 'Voit muuttaa järjestystä nuolipainikkeilla tai painamalla vaiheen kohdalla Alt + nuoli.',
  addWhich: 'Mikä vaihe lisätään',
  add: 'Lisää vaihe',
  publish: 'Ota käyttöön',
  published: 'Vaiheet ovat nyt käytössä.',
  next: 'Muutos koskee kokouksia, jotka kutsutaan koolle sen jälkeen. Sovituissa kokouksissa vaiheet pysyvät ennallaan.',
  notYet:
    'Muutoksesi näkyvät vain sinulle, kunnes otat ne käyttöön. Sen jälkeen ne koskevat kokouksia, jotka kutsutaan koolle. Sovituissa kokouksissa vaiheet pysyvät ennallaan.',
  discard: 'Hylkää muutokset',
  discarded: 'Muutokset on hylätty.',
  goBack: 'Palaa valmiisiin vaiheisiin',
  goBackLead:
    'Tiimin omat vaiheet jäävät pois uusista kokouksista. Keskeneräiset muutoksesi hylätään. Sovituissa kokouksissa vaiheet pysyvät ennallaan.',
  wentBack: 'Valmiit vaiheet ovat taas käytössä.',
  overtaken: 'Joku tiimistäsi on ottanut käyttöön uudet vaiheet sen jälkeen, kun aloitit muokkaamisen.',
  takeNew: 'Hylkää omani ja näytä uudet',
  keepOwn: 'Jatka omillani',
} as const;
