// The two statutory clocks, and why each date is what it is.
export const deadline = {
  why: 'Miksi juuri tämä päivä?',
  decision: 'Päätös arvioinnin aloittamisesta',
  ready: 'Arviointi valmiina',
  reasonWorkingDays: {
    one: '{count} arkipäivä siitä, kun asia tuli vireille {date}. Tulopäivää, viikonloppuja ja pyhäpäiviä ei lasketa.',
    other:
      '{count} arkipäivää siitä, kun asia tuli vireille {date}. Tulopäivää, viikonloppuja ja pyhäpäiviä ei lasketa.',
  },
  reasonMonths: {
    one: '{count} kuukausi siitä, kun asia tuli vireille {date}. Viikonloppu ei siirrä päivää.',
    other: '{count} kuukautta siitä, kun asia tuli vireille {date}. Viikonloppu ei siirrä päivää.',
  },
  passedOver: 'Väliin jää: {days}.',
  source: 'Lähde: {source}.',
  met: 'Tehty {date}.',
} as const;
