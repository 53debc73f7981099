// Liitteet: files beside a question.
export const attachment = {
  title: 'Liitteet',
  add: 'Lisää liite',
  hint: 'PDF, kuva, Word, OpenDocument tai teksti, enintään {size}. Liitteitä voi olla {count}.',
  readers:
    'Liitteet näkee jokainen, joka lukee kysymyksen. Kuvasta voi näkyä, missä se on otettu, ja asiakirjasta, kuka sen teki.',
  anonymous:
    'Nimettömään kysymykseen ei voi lisätä liitteitä. Tiedostosta lapsen voi tunnistaa, vaikka nimeä ei näkyisi: sisällöstä, kuvauspaikasta tai tekijästä. Kerro tärkein omin sanoin.',
  anonymousHas:
    'Tässä luonnoksessa on liitteitä, eikä niitä voi lähettää nimettömänä. Poista ne tai kysy lapsen nimellä.',
  checkingOwn: 'Tarkistetaan virusten varalta. Muut voivat ladata tiedoston, kun se on tarkistettu.',
  checking: 'Tarkistetaan virusten varalta. Voit ladata tiedoston, kun se on tarkistettu.',
  uncheckedOwn:
    'Muut eivät voi vielä ladata tiedostoa. Täällä ei ole käytössä virustarkistusta, ja ilman sitä liite näkyy muille vain nimeltä.',
  unchecked:
    'Tiedostoa ei voi vielä ladata, koska täällä ei ole käytössä virustarkistusta. Pyydä se muuta turvallista reittiä.',
  heldOwn: 'Tiedostosta löytyi virus. Kukaan ei voi ladata sitä. Poista se ja lisää puhdas tiedosto.',
  held: 'Tiedostosta löytyi virus. Kukaan ei voi ladata sitä.',
  opened: '{name} on tarkistettu.',
  foundIn: 'Tiedostosta {name} löytyi virus.',
  download: 'Lataa',
  remove: 'Poista',
  sending: 'Lähetetään, {percent} %',
  finishing: 'Tallennetaan',
  waiting: 'Odottaa yhteyttä. Tiedosto lähetetään, kun yhteys palaa.',
  again: 'Yritä heti',
  kept: '{name} on lisätty.',
  tooLarge: 'Tiedosto on liian suuri. Enintään {size}.',
  empty: 'Tiedosto on tyhjä.',
  unreadable: 'Tiedostoa ei voi enää lukea tältä laitteelta. Valitse se uudelleen.',
  sendFirst: 'Kaikki liitteet eivät ole vielä perillä. Odota hetki, tai poista ne, jotka eivät mene.',
  removeTitle: 'Poistetaanko liite?',
  removeWords: '{name} poistetaan kaikilta, eikä sitä saa takaisin. Historiaan jää merkintä, että liite oli.',
  removed: 'Liite on poistettu.',
  about: '{kind} · {size} · {by}, {when}',
  kilobytes: '{size} kt',
  megabytes: '{size} Mt',
} as const;

export const attachmentKind = {
  pdf: 'PDF',
  jpeg: 'Kuva',
  png: 'Kuva',
  webp: 'Kuva',
  heic: 'Kuva',
  docx: 'Word',
  odt: 'OpenDocument',
  text: 'Teksti',
} as const;
