// A text that several people write.
export const together = {
  tools: 'Formatering',
  heading: 'Mellanrubrik',
  strong: 'Fetstil',
  em: 'Kursiv',
  bullets: 'Lista',
  numbers: 'Numrerad lista',
  undo: 'Ångra',
  redo: 'Gör om',
  help: 'De andra ser texten medan du skriver. Till formateringen kommer du med Alt + F10.',
  readOnly: 'Du kan läsa texten men inte ändra den.',
  whoWrote: 'Skribenter',
  gone: 'Du kan inte längre se texten.',
  frozen: 'Texten är klar. Den kan inte längre ändras.',
  notKept:
    'Din rätt att skriva upphörde, och de sista orden kunde ännu inte flyttas till dina anteckningar. De finns kvar på den här enheten. Öppna texten på nytt när förbindelsen fungerar.',
  slow: 'Förbindelsen är långsam i det här nätet. De andras text syns för dig och din för dem efter ett par sekunder.',
  tooMuch: 'Du klistrar in för mycket på en gång. Klistra in texten i delar.',
} as const;
