// What went wrong and what to do: one sentence for each error of the contract, and for an answer that never came.
export const problem = {
  'invalid-input': 'Jokin kohta on täytetty väärin. Tarkista merkityt kohdat.',
  'not-signed-in': 'Et ole kirjautunut. Kirjaudu sisään, niin pääset jatkamaan.',
  'wrong-credentials': 'Salasana on väärin. Tarkista se ja yritä uudelleen.',
  'wrong-code': 'Koodi on väärä. Kysy se pyytäjältä uudelleen.',
  'session-ended': 'Sinut kirjattiin ulos. Kirjaudu uudelleen: kirjoittamasi on tallessa.',
  'not-allowed': 'Sinulla ei ole oikeutta tähän. Kysy lapsen vastuutyöntekijältä.',
  'cross-site': 'Pyyntö tuli toiselta sivustolta, eikä sitä hyväksytty. Lataa sivu uudelleen.',
  'not-found': 'Tätä ei löydy, tai sinulla ei ole siihen pääsyä. Palaa edelliselle sivulle.',
  'link-not-valid': 'Linkki ei ole voimassa. Pyydä uusi linkki siltä, joka kysyy.',
  'port-taken': 'Palvelun portti on jo käytössä. Valitse toinen portti.',
  'version-conflict': 'Joku muutti tätä juuri äsken. Katso uusi tilanne ja yritä uudelleen.',
  'already-done': 'Tämä on jo tehty. Lataa sivu uudelleen, niin näet tilanteen.',
  'case-closed': 'Asia on päätetty, eikä siihen voi enää tehdä muutoksia.',
  'assessment-signed': 'Arviointi on allekirjoitettu. Korjaus tehdään uutena versiona.',
  'child-view-missing': 'Kirjaa ensin lapsen näkemys tai syy sen puuttumiseen.',
  'synthesis-missing': 'Kirjoita ensin yhteenveto.',
  'child-has-not-allowed':
    'Lapsi ei ole antanut näille lukijoille lupaa lukea sanojaan. Valitse muut lukijat.',
  'safety-check-missing': 'Kirjaa ensin turvallisuustarkistus.',
  'nothing-written': 'Tässä ei ole vielä tekstiä. Kirjoita ensin.',
  'ground-missing': 'Tietojen antamiseen ei ole perustetta. Kirjaa peruste ensin.',
  'not-an-author': 'Vain kirjoittaja voi muuttaa tekstiä. Pyydä muutosta häneltä.',
  'name-taken': 'Käyttäjätunnus on jo käytössä. Valitse toinen.',
  'name-in-directory':
    'Samanniminen henkilö löytyy jo hakemistosta. Valitse hänet haulla, tai vahvista, että tarkoitat jotakuta muuta.',
  'nothing-asked': 'Häneltä ei ole pyydetty mitään. Pyydä ensin osuutta.',
  'password-too-weak': 'Salasana on liian helppo arvata. Tee siitä pidempi.',
  'last-administrator': 'Ainoaa pääkäyttäjää ei voi poistaa. Lisää ensin toinen.',
  'consultation-state': 'Pyynnön tilanne on muuttunut, eikä tätä voi enää tehdä. Katso uusi tilanne.',
  'claimed-by-another': 'Toinen työntekijä ehti ottaa pyynnön. Näet pyynnöstä, kenellä se on.',
  identifying: 'Tekstissä on tieto, josta lapsen tunnistaa. Poista merkitty kohta, niin voit lähettää.',
  'perhaps-identifying': 'Tekstissä voi olla tieto, josta lapsen tunnistaa. Tarkista merkityt kohdat.',
  'draft-incomplete': 'Pyynnöstä puuttuu vielä tietoja. Täydennä merkityt kohdat.',
  'too-many-drafts': 'Sinulla on jo monta keskeneräistä pyyntöä. Lähetä tai poista niistä jokin.',
  'service-refuses': 'Tämä palvelu ei ota vastaan tällaista pyyntöä. Valitse toinen palvelu.',
  'attachments-full':
    'Tiedostoja on jo niin paljon kuin voi olla. Poista jokin niistä tai lähetä lisää myöhemmin.',
  'attachments-named-only': 'Liitteitä voi lisätä vain kysymykseen, jossa lapsi nimetään.',
  'attachment-not-open': 'Tiedostoa ei voi vielä avata. Sitä ei ole tarkistettu virusten varalta.',
  'open-requests': 'Palvelulla on vielä avoimia pyyntöjä. Sen voi päättää, kun niihin on vastattu.',
  'readers-changed': 'Vastaanottajissa on tapahtunut muutos. Katso uudelleen, kuka näkee pyynnön.',
  'same-words':
    'Joissakin kohdissa on samat sanat kuin nimettömässä pyynnössä. Muuta niitä tai vahvista, että lähetät ne samoina.',
  'meeting-state': 'Kokouksen tilanne on muuttunut. Katso, missä se on nyt, ja yritä uudelleen.',
  'visitors-unknown':
    'Nämä kaksi eivät saa tietää toisistaan, joten he eivät voi olla samassa kohdassa. Kutsu toinen eri kohtaan tai pyydä vastaus kirjallisesti.',
  'doer-hidden':
    'Joku, joka näkisi askeleen, ei saa tietää tekijästä. Rajaa näkijöitä tai valitse toinen tekijä.',
  'notification-state': 'Tee ensin edellinen vaihe. Lataa sivu uudelleen, niin näet tilanteen.',
  'text-kept-as-note': 'Oikeutesi päättyi. Kirjoittamasi on omissa muistiinpanoissasi.',
  'too-large': 'Teksti on liian pitkä. Jaa se osiin.',
  'unsupported-media': 'Tätä tiedostomuotoa ei oteta vastaan. Valitse toinen tiedosto.',
  'too-many-requests': 'Pyyntöjä tuli liian monta. Odota hetki ja yritä uudelleen.',
  'sign-in-delayed': 'Kirjautumista on yritetty monta kertaa. Odota hetki ja yritä uudelleen.',
  internal: 'Palvelussa tapahtui virhe. Yritä uudelleen. Jos virhe toistuu, kerro pääkäyttäjälle.',
  'database-away': 'Palvelu ei juuri nyt pysty tallentamaan. Yritä hetken päästä uudelleen.',
  stopping: 'Palvelu käynnistyy uudelleen. Yritä hetken päästä uudelleen.',
  offline: 'Palvelimeen ei saada yhteyttä. Tarkista verkko ja yritä uudelleen.',
} as const;

/** What is wrong in one field, as the server names it. */
export const fieldProblem = {
  required: 'Täytä tämä kohta.',
  'too-long': 'Teksti on liian pitkä.',
  'not-a-date': 'Kirjoita päivä näin: 3.11.2026.',
  wrong: 'Tarkista tämä kohta.',
} as const;
