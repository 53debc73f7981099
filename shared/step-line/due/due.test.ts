// What expressions of time mean on different days: the weekday that is today, ends of months and years, weeks by number.
import { expect, test } from 'vitest';
import { readStepLine } from '../index.ts';

const wednesday = '2026-11-25';
const friday = '2026-11-27';

test.each([
  // A weekday is the next one strictly after today, today itself is "tänään".
  [friday, 'perjantaina', ['2026-12-04']],
  [friday, 'tänään', ['2026-11-27']],
  [friday, 'tänä perjantaina', ['2026-11-27']],
  [friday, 'by Friday', ['2026-12-04']],
  [friday, 'this Friday', ['2026-11-27']],
  [friday, 'på lördag', ['2026-11-28']],
  // "Next" is open only where its two meanings differ.
  [wednesday, 'ensi perjantaina', ['2026-11-27', '2026-12-04']],
  [wednesday, 'nästa fredag', ['2026-12-04', '2026-11-27']],
  [wednesday, 'next Monday', ['2026-11-30']],
  [wednesday, 'ensi viikon perjantaina', ['2026-12-04']],
  [wednesday, 'perjantaina ensi viikolla', ['2026-12-04']],
  [wednesday, 'tämän viikon perjantaina', ['2026-11-27']],
  [wednesday, 'viikon päästä perjantaina', ['2026-12-04']],
  [wednesday, 'om en vecka på fredag', ['2026-12-04']],
  [wednesday, 'keskiviikon palaveriin', ['2026-12-02']],
  [wednesday, 'keskiviikkoon mennessä', ['2026-12-02']],
  [wednesday, 'keskiviikoksi', ['2026-12-02']],
  [wednesday, 'keskiviikkoaamuna', ['2026-12-02']],
  [wednesday, 'ennen keskiviikkoa', ['2026-12-01']],
  [wednesday, 'keskiviikosta alkaen', []],
  // Short forms, and words that only look like them.
  [wednesday, 'pe aamulla', ['2026-11-27']],
  [wednesday, 'to klo 9', ['2026-11-26']],
  [wednesday, 'Sat 5/12', ['2026-12-05']],
  [wednesday, 'PE jää väliin', []],
  [wednesday, 'Kysytään Su Linilta', []],
  [wednesday, 'Nurse to call', []],
  [wednesday, 'Fri tid på skolan', []],
  // Over and done with.
  [wednesday, 'viime perjantaina', []],
  [wednesday, 'förra fredagen', []],
  [wednesday, 'eilen', []],
  [wednesday, '24.11.2026', []],
  [wednesday, 'tiistaina tällä viikolla', []],
  // Habits and beginnings.
  [wednesday, 'perjantaisin', []],
  [wednesday, 'joka perjantai', []],
  [wednesday, 'on Fridays', []],
  [wednesday, 'maanantaista alkaen', []],
  [wednesday, 'from Monday', []],
  // Without a year: this year's, or next year's when it has passed; today has not.
  [wednesday, '25.11.', ['2026-11-25']],
  [wednesday, '24.11.', ['2027-11-24']],
  [wednesday, '1.1.', ['2027-01-01']],
  [wednesday, '1.1.27', ['2027-01-01']],
  [wednesday, 'Jan 1', ['2027-01-01']],
  [wednesday, 'tammikuun 7. päivään mennessä', ['2027-01-07']],
  // What no calendar has.
  [wednesday, '31.2.', []],
  [wednesday, '29.2.', []],
  ['2027-11-24', '29.2.', ['2028-02-29']],
  [wednesday, '29.2.2028', ['2028-02-29']],
  [wednesday, '31.11.2026', []],
  [wednesday, '31 november', []],
  [wednesday, '2026-02-30', []],
  [wednesday, '2026-12-03', ['2026-12-03']],
  [wednesday, 'vko 54', []],
  // Numbers of other things.
  [wednesday, 'klo 10.12', []],
  [wednesday, 'klo 8.30–9.10', []],
  [wednesday, '1.5 h', []],
  [wednesday, '2.5 tuntia', []],
  [wednesday, 'luokka 3.', []],
  [wednesday, 'kohta 3.2', []],
  [wednesday, '1/2 tabletti', []],
  [wednesday, '24/7', []],
  [wednesday, '3/2026', []],
  [wednesday, 'puh. 050 555 0123', []],
  [wednesday, '192.168.1.12', []],
  [wednesday, '2 kertaa viikossa', []],
  [wednesday, 'viikon ajan', []],
  [wednesday, '3 mån', []],
  [wednesday, 'muutaman viikon päästä', []],
  // Day before month in every language; a slash has to be a date beyond doubt.
  [wednesday, 'by 5/12', ['2026-12-05']],
  [wednesday, '27/11', ['2026-11-27']],
  [wednesday, '27.–29.11.', ['2026-11-29']],
  [wednesday, '27-29.11.', ['2026-11-29']],
  [wednesday, '27.11', ['2026-11-27']],
  // Before is the day before; before an end is the end.
  [wednesday, 'ennen perjantaita', ['2026-11-26']],
  [wednesday, 'före den 1 december', ['2026-11-30']],
  [wednesday, 'before the end of the month', ['2026-11-30']],
  [wednesday, 'before the weekend', ['2026-11-27']],
  [wednesday, 'ennen joulua', ['2026-12-23']],
  // A deadline goes before other times, and what was meant first stays first.
  [wednesday, 'tiistain palaverin muistio perjantaihin mennessä', ['2026-11-27']],
  [wednesday, 'ma tai ti', ['2026-11-30', '2026-12-01']],
  [wednesday, 'pe 28.11.', ['2026-11-28', '2026-11-27']],
  // Weeks end on Friday, when Friday has not passed.
  [wednesday, 'tällä viikolla', ['2026-11-27']],
  ['2026-11-28', 'tällä viikolla', ['2026-11-29']],
  ['2026-11-29', 'ensi viikolla', ['2026-12-04']],
  ['2026-11-29', 'huomenna', ['2026-11-30']],
  [wednesday, 'viikolla 53', ['2027-01-01']],
  ['2027-11-24', 'viikolla 53', []],
  ['2026-12-31', 'v. 1', ['2027-01-08']],
  ['2027-01-01', 'ensi viikolla', ['2027-01-08']],
  // Months are as long as they are.
  ['2027-01-31', 'kuukauden kuluttua', ['2027-02-28']],
  ['2027-01-31', 'kuun loppuun mennessä', ['2027-01-31']],
  ['2026-12-15', 'ensi kuun lopussa', ['2027-01-31']],
  ['2026-12-15', 'marraskuun loppuun mennessä', ['2027-11-30']],
  ['2028-02-01', 'by the end of February', ['2028-02-29']],
  ['2026-12-31', 'om ett år', ['2027-12-31']],
  ['2026-11-30', 'senast den 15', ['2026-12-15']],
  ['2027-01-31', 'by the 30th', ['2027-03-30']],
])('%s: %s', (today, line, days) => {
  expect(readStepLine(line, { people: [], today }).dueDates.map(({ date }) => date)).toEqual(days);
});
