export const saving = {
  saving: 'Tallennetaan…',
  saved: 'Tallennettu {time}',
  device: 'Tallessa tällä laitteella, odottaa yhteyttä',
  offline: 'Ei yhteyttä – teksti säilyy tällä laitteella',
} as const;
