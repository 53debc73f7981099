// What the settings are called, and the clock of the session.
export const own = {
  idleTitle: 'Oletko vielä siinä?',
  idleWords: {
    one: 'Sinut kirjataan ulos minuutin kuluttua. Kaikki kirjoittamasi on tallessa.',
    other: 'Sinut kirjataan ulos {count} minuutin kuluttua. Kaikki kirjoittamasi on tallessa.',
  },
  stay: 'Jatka',
  absoluteWords: {
    one: 'Olet ollut kirjautuneena pitkään, ja sinut kirjataan ulos minuutin kuluttua. Kirjaudu sitten uudelleen: kaikki kirjoittamasi on tallessa.',
    other:
      'Olet ollut kirjautuneena pitkään, ja sinut kirjataan ulos {count} minuutin kuluttua. Kirjaudu sitten uudelleen: kaikki kirjoittamasi on tallessa.',
  },
  settings: 'Salasana ja kirjautuminen',
  settingsActing: 'Tehtävä, salasana ja kirjautuminen',
} as const;
