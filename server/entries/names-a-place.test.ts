import { describe, expect, test } from 'vitest';
import { namesPlace } from './names-a-place.ts';

describe('a text names a place', () => {
  test.each([
    ['Hän käy koulua Salakylässä.', 'Salakylä'],
    ['Muutto SALAKYLÄÄN onnistui', 'Salakylä'],
    ['He asuvat Rantakadulla.', 'Rantakatu 4 A 12'],
    ['Muuttivat Turkuun', 'Turku'],
    ['Asuu nyt Turussa.', 'Turku'],
    ['Hakattiin Porissa', 'Pori'],
    ['Lillbyssä on hyvä olla', 'Lillby'],
    ['Salakylän koululta soitettiin', 'Salakylän koulu'],
    ['Tavattiin Keskuskoulussa', 'Keskuskoulu'],
    ['He flyttade till Ekenäs', 'Ekenäs'],
    ['Tampereella', 'Tampere'],
    ['Meriniemessä', 'Meriniemen koulu'],
  ])('%s: %s', (text, name) => expect(namesPlace(text, name)).toBe(true));

  test.each([
    ['Koulussa menee hyvin.', 'Salakylän koulu'],
    ['Turvallinen aikuinen on lähellä.', 'Turku'],
    ['Porukalla on hauskaa, porina kuuluu', 'Turku'],
    ['Lapsi asuu äidin kanssa', 'Piilopolku 9'],
    ['', 'Salakylä'],
    ['Tapaaminen 9.3.', 'Piilopolku 9'],
  ])('and not: %s: %s', (text, name) => expect(namesPlace(text, name)).toBe(false));

  test('a name that says only what kind of place it is counts as a whole', () => {
    expect(namesPlace('Päiväkoti', 'päiväkoti')).toBe(true);
    expect(namesPlace('Koti on rauhallinen', 'päiväkoti')).toBe(false);
  });
});
