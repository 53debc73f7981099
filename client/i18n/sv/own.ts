// What the settings are called, and the clock of the session.
export const own = {
  idleTitle: 'Är du ännu där?',
  idleWords: {
    one: 'Du loggas ut om en minut. Allt du har skrivit finns kvar.',
    other: 'Du loggas ut om {count} minuter. Allt du har skrivit finns kvar.',
  },
  stay: 'Fortsätt',
  absoluteWords: {
    one: 'Du har varit inloggad länge och loggas ut om en minut. Logga sedan in igen: allt du har skrivit finns kvar.',
    other:
      'Du har varit inloggad länge och loggas ut om {count} minuter. Logga sedan in igen: allt du har skrivit finns kvar.',
  },
  settings: 'Lösenord och inloggning',
  settingsActing: 'Uppdrag, lösenord och inloggning',
} as const;
