export const saving = {
  saving: 'Tallennetaan…',
  saved: 'Tallennettu klo\u00a0{time}',
  device: 'Tallessa tällä laitteella, odottaa yhteyttä',
  offline: 'Ei yhteyttä – teksti säilyy tällä laitteella',
} as const;
