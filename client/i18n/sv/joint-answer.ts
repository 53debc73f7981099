// An answer to a consultation that several experts write together.
export const jointAnswer = {
  title: 'Gemensamt svar',
  begin: 'Skriv svaret tillsammans',
  beginHint:
    'Teamet och de sakkunniga som är med skriver i samma text på samma gång. Den som frågade ser texten först när den skickas.',
  begun: 'Nu skrivs ett svar tillsammans',
  underWay: 'På den här frågan skrivs ett svar tillsammans.',
  notNow: 'Det gemensamma svaret är inte klart. Ni kan fortsätta när någon har tagit frågan.',
  join: 'Öppna och skriv',
  read: 'Öppna texten',
  lead: 'Teamet som svarar och de sakkunniga som är med ser texten genast. Den som frågade ser den först när den skickas.',
  here: 'Skriver just nu: {names}',
  hereNobody: 'Ingen annan skriver just nu.',
  sentBy: '{name} skickar svaret när texten är klar.',
  look: 'Läs och skicka',
  previewTitle: 'Ska det här svaret skickas?',
  previewLead:
    'Den som frågade ser genast texten och vem som har skrivit. När den har skickats kan den inte längre ändras.',
  back: 'Fortsätt skriva',
  movedOn: 'Någon hann skriva mer. Läs texten en gång till.',
  tooLong: 'Texten är för lång för att skickas: högst {most} tecken. Korta den.',
  aloneOrMore: 'Fråga mer eller svara ensam',
  writers: 'Skribenter: {names}',
} as const;
