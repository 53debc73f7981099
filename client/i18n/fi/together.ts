// A text that several people write.
export const together = {
  tools: 'Tekstin muotoilu',
  heading: 'Väliotsikko',
  strong: 'Lihavointi',
  em: 'Kursivointi',
  bullets: 'Luettelo',
  numbers: 'Numeroitu luettelo',
  undo: 'Kumoa',
  redo: 'Tee uudelleen',
  help: 'Muut näkevät tekstin sitä mukaa kuin kirjoitat. Muotoiluun pääset näppäimillä Alt + F10.',
  readOnly: 'Voit lukea tekstin, mutta et muuttaa sitä.',
  whoWrote: 'Kirjoittajat',
  gone: 'Teksti ei ole enää nähtävissäsi.',
  frozen: 'Teksti on valmis. Sitä ei voi enää muuttaa.',
  notKept:
    'Oikeutesi kirjoittaa päättyi, eikä viimeisiä sanoja voitu vielä siirtää muistiinpanoihisi. Ne ovat tallessa tällä laitteella. Avaa teksti uudelleen, kun yhteys toimii.',
  slow: 'Tässä verkossa yhteys on hidas. Muiden teksti näkyy sinulle ja sinun tekstisi muille parin sekunnin viiveellä.',
  tooMuch: 'Liität liian paljon kerralla. Liitä teksti osissa.',
} as const;
