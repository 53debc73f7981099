import type { Catalogue } from '../catalogue.ts';

export const signIn: Catalogue['signIn'] = {
  title: 'Logga in',
  lead: 'Ett gemensamt rum för dem som arbetar kring barnet.',
  username: 'Användarnamn',
  password: 'Lösenord',
  submit: 'Logga in',
  busy: 'Loggar in…',
  showPassword: 'Visa lösenordet',
  hidePassword: 'Dölj lösenordet',
  wrong: 'Användarnamnet eller lösenordet är fel. Kontrollera båda och försök igen.',
  locked: 'Inloggning har försökts många gånger. Vänta en stund och försök igen.',
  ended: 'Sessionen har avslutats. Logga in på nytt: det du har skrivit finns kvar.',
  offline: 'Servern kan inte nås. Kontrollera nätet och försök igen.',
  unavailable: 'Tjänsten är tillfälligt ur bruk. Försök snart igen.',
  missing: 'Skriv användarnamn och lösenord.',
  demoTitle: 'Prova i en roll',
  demoLead: 'Tryck på en roll för att komma in. Ingen av dem är en verklig person.',
};
