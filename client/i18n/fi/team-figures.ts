// How a team's meetings have gone: facts of use, never of effect.
export const teamFigures = {
  title: 'Miten kokoukset ovat toteutuneet',
  lead: 'Kuusi viime kuukautta. Luvut näkee vain tiimi.',
  month: 'Kuukausi',
  meetings: 'Kokouksia',
  discussions: 'Käsiteltyjä asioita',
  therapist: 'Perheterapeutti mukana',
  hypotheses: 'Hypoteeseja yhdessä käsittelyssä',
  childMet: 'Lapsi tavattu 30 päivän sisällä',
  cases: {
    one: 'Avoimista asioista käsitelty {count} viikon sisällä',
    other: 'Avoimista asioista käsitelty {count} viikon sisällä',
  },
  steps: 'Askeleista tehty ajallaan',
  ofAll: '{part} / {all}',
  tooFew: 'ei näytetä (alle 5)',
  howTitle: 'Mitä luvut kertovat',
  useNotEffect:
    'Luvut kertovat, miten tiimi on työskennellyt. Ne eivät kerro, onko työ vaikuttanut lapsen tilanteeseen.',
  hidden: 'Lukua ei näytetä, jos käsittelyjä, asioita tai askelia on alle viisi. Henkilöitä ei verrata.',
  howMet:
    'Lapsi lasketaan tavatuksi, jos lapsen näkemykseen on kirjattu tapaamispäivä, joka on enintään 30 päivää ennen käsittelyä.',
  howCases: {
    one: 'Avoimina asioina lasketaan tiimin sosiaalityöntekijöiden asiat, jotka ovat olleet avoinna vähintään {count} viikon. Tilanne on kuukauden lopusta, tässä kuussa tältä päivältä.',
    other:
      'Avoimina asioina lasketaan tiimin sosiaalityöntekijöiden asiat, jotka ovat olleet avoinna vähintään {count} viikkoa. Tilanne on kuukauden lopusta, tässä kuussa tältä päivältä.',
  },
  howSteps:
    'Mukana ovat tiimin kokouksissa sovitut askeleet. Askel lasketaan siihen kuukauteen, johon sen määräpäivä osuu.',
  heardTitle: 'Miten perheet ovat tulleet kuulluiksi',
  heard: { one: '{count} vastaus, keskiarvo {mean}', other: '{count} vastausta, keskiarvo {mean}' },
  heardNone: 'Vastauksia ei ole vielä tarpeeksi.',
  howHeard:
    'Lapsi ja perhe voivat kertoa kokouksen jälkeen asteikolla 0–10, miten tulivat kuulluiksi. Vastaukset lasketaan yhteen, kun kuukausi on päättynyt ja vastauksia on vähintään viiden lapsen asiasta. Kukaan ei näe yksittäistä vastausta.',
  today: 'Tiimin kokoukset: {team}',
} as const;
