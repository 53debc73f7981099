// An answer to a consultation that several experts write together.
export const jointAnswer = {
  title: 'Yhteinen vastaus',
  begin: 'Kirjoittakaa vastaus yhdessä',
  beginHint:
    'Tiimi ja mukaan tulleet asiantuntijat kirjoittavat samaan tekstiin yhtä aikaa. Kysyjä näkee tekstin vasta, kun se lähetetään.',
  begun: 'Vastausta kirjoitetaan nyt yhdessä',
  underWay: 'Tähän kysymykseen kirjoitetaan vastausta yhdessä.',
  notNow: 'Yhteinen vastaus on jäänyt kesken. Sitä voi jatkaa, kun joku on ottanut kysymyksen.',
  join: 'Avaa ja kirjoita',
  read: 'Avaa teksti',
  lead: 'Vastaava tiimi ja mukana olevat asiantuntijat näkevät tekstin heti. Kysyjä näkee sen vasta, kun se lähetetään.',
  here: 'Kirjoittamassa nyt: {names}',
  hereNobody: 'Muita ei ole nyt kirjoittamassa.',
  sentBy: '{name} lähettää vastauksen, kun teksti on valmis.',
  look: 'Lue ja lähetä',
  previewTitle: 'Lähetetäänkö tämä vastaus?',
  previewLead: 'Kysyjä näkee tekstin ja kirjoittajien nimet heti. Lähetettyä tekstiä ei voi enää muuttaa.',
  back: 'Jatka kirjoittamista',
  movedOn: 'Joku ehti kirjoittaa lisää. Lue teksti vielä kerran.',
  tooLong: 'Teksti on liian pitkä lähetettäväksi: enintään {most} merkkiä. Lyhentäkää sitä.',
  aloneOrMore: 'Kysy lisää tai vastaa yksin',
  writers: 'Kirjoittajat: {names}',
} as const;
