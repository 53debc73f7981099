import type { Catalogue } from '../catalogue.ts';

export const signIn: Catalogue['signIn'] = {
  title: 'Logga in',
  lead: 'Ett gemensamt rum för människorna kring ett barn.',
  username: 'Användarnamn',
  password: 'Lösenord',
  submit: 'Logga in',
  busy: 'Loggar in…',
  showPassword: 'Visa lösenordet',
  hidePassword: 'Dölj lösenordet',
  wrong: 'Användarnamnet eller lösenordet är fel. Kontrollera båda och försök igen.',
  locked: 'Många inloggningsförsök har gjorts. Vänta en stund och försök igen.',
  ended: 'Du har loggats ut. Logga in igen: det du har skrivit finns kvar.',
  offline: 'Ingen kontakt med servern. Kontrollera nätet och försök igen.',
  unavailable: 'Tjänsten är tillfälligt ur bruk. Försök igen om en stund.',
  missing: 'Skriv användarnamn och lösenord.',
  byLink: 'Kom du med en länk? Be om en ny länk av den som bad dig svara.',
  demoTitle: 'Pröva en roll',
  demoLead: 'Välj en roll för att komma in. Alla personer är påhittade.',
};
