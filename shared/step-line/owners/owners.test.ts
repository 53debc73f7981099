// Names in the forms in which Finnish puts them, and professions as every screen calls them.
import { expect, test } from 'vitest';
import type { Profession } from '../../vocabulary.ts';
import { professions } from '../../vocabulary.ts';
import * as english from '../../words/en.ts';
import * as finnish from '../../words/fi.ts';
import * as swedish from '../../words/sv.ts';
import { readStepLine } from '../index.ts';

const today = '2026-11-25';
const other = { id: 'other', name: 'Ylermi Xylander' };
const ownersOf = (line: string, name: string): string[] =>
  readStepLine(line, { people: [{ id: 'one', name }, other], today }).owners.map(({ id }) => id);

test.each([
  ['Jukka', 'Jukan', 'Jukalle', 'Jukkaa'],
  ['Antti', 'Antin', 'Antille', 'Anttia'],
  ['Leena', 'Leenan', 'Leenalle', 'Leenaa'],
  ['Aino', 'Ainon', 'Ainolle', 'Ainoa'],
  ['Petri', 'Petrin', 'Petrille', 'Petriä'],
  ['Satu', 'Sadun', 'Sadulle', 'Satua'],
  ['Outi', 'Oudin', 'Oudille', 'Outia'],
  ['Terttu', 'Tertun', 'Tertulle', 'Terttua'],
  ['Sirkka', 'Sirkan', 'Sirkalle', 'Sirkkaa'],
  ['Lempi', 'Lemmin', 'Lemmille', 'Lempiä'],
  ['Roope', 'Roopen', 'Roopelle', 'Roopea'],
  ['Tuomas', 'Tuomaksen', 'Tuomakselle', 'Tuomasta'],
  ['Markus', 'Markuksen', 'Markukselle', 'Markusta'],
  ['Oskar', 'Oskarin', 'Oskarille', 'Oskaria'],
  ['Elisabeth', 'Elisabethin', 'Elisabethille', 'Elisabethia'],
  ['Mäki', 'Mäen', 'Mäelle', 'Mäkeä'],
  ['Virtanen', 'Virtasen', 'Virtaselle', 'Virtasta'],
  ['Lehtinen', 'Lehtisen', 'Lehtiselle', 'Lehtistä'],
  ['Lahti', 'Lahden', 'Lahdelle', 'Lahtea'],
  ['Ranta', 'Rannan', 'Rannalle', 'Rantaa'],
  ['Järvi', 'Järven', 'Järvelle', 'Järveä'],
  ['Kangas', 'Kankaan', 'Kankaalle', 'Kangasta'],
  ['Rinne', 'Rinteen', 'Rinteelle', 'Rinnettä'],
  ['Nyström', 'Nyströmin', 'Nyströmille', 'Nyströmiä'],
  ['Anna-Liisa', 'Anna-Liisan', 'Anna-Liisalle', 'Anna-Liisaa'],
])('%s, %s, %s, %s', (name, genitive, allative, partitive) => {
  expect(ownersOf(`${name} soittaa äidille`, name)).toEqual(['one']);
  expect(ownersOf(`${name}kin soittaa`, name)).toEqual(['one']);
  expect(ownersOf(`${genitive} pitää soittaa`, name)).toEqual(['one']);
  expect(ownersOf(`${genitive} kanssa sovitaan`, name)).toEqual([]);
  expect(ownersOf(`${allative} soitetaan`, name)).toEqual([]);
  expect(ownersOf(`Tavataan ${partitive}`, name)).toEqual([]);
  // The case stands where it is seen: had it not been led back to the name, the other would be alone anyway.
  expect(ownersOf(`${allative} tehtäväksi`, name)).toEqual(['one']);
  expect(ownersOf(`${name}s uppgift`, name)).toEqual(['one']);
  expect(ownersOf(`${name}'s task`, name)).toEqual(['one']);
  expect(ownersOf(`${name}’s report`, name)).toEqual([]);
});

const people = professions.map((profession) => ({ id: profession, name: `Xx ${profession}`, profession }));
const words: readonly Readonly<Record<Profession, string>>[] = [
  finnish.profession,
  swedish.profession,
  english.profession,
];

test.each(professions)('%s is known by what the screens call it', (profession) => {
  for (const called of words) {
    const { owners } = readStepLine(called[profession], { people, today });
    expect(owners[0]?.id).toBe(profession);
  }
});

const two = [
  { id: 'anna', name: 'Anna Korhonen', profession: 'school-social-worker' },
  { id: 'other-anna', name: 'Anna Mäki', profession: 'psychiatric-nurse' },
  { id: 'kari', name: 'Kari Anna Martti Lehto' },
  { id: 'karin', name: 'Karin Martin', profession: 'psychiatric-nurse' },
] as const;

test.each([
  ['Anna soittaa', ['anna', 'other-anna']],
  ['Anna Mäki soittaa', ['other-anna']],
  ['Anna K:n pitää soittaa', ['anna']],
  ['Anna M. soittaa', ['other-anna']],
  ['Mäki soittaa', ['other-anna']],
  ['Sairaanhoitaja Anna soittaa', ['other-anna']],
  ['Anna (kuraattori) soittaa', ['anna']],
  ['Sairaanhoitaja soittaa', ['other-anna', 'karin']],
  ['Kuraattorille Anna soittaa', ['anna', 'other-anna']],
  ['Karin soittaa', ['karin']],
  ['Karin pitää soittaa', ['karin', 'kari']],
  ['ANNA MÄKI SOITTAA', ['other-anna']],
  ['anna mäki soittaa', ['other-anna']],
  ['Annakaan ei soita', []],
  ['Ilman Annaa mennään', []],
  ['', []],
])('of several, %j is %j', (line, ids) => {
  expect(readStepLine(line, { people: two, today }).owners.map(({ id }) => id)).toEqual(ids);
});

test('nobody is "I" unless it is told who writes', () => {
  expect(readStepLine('Soitan koululle', { people: two, today }).owners).toEqual([]);
  expect(readStepLine('Soitan koululle', { people: two, today, self: 'kari' }).owners).toEqual([
    { id: 'kari', from: 0, to: 6 },
  ]);
  expect(readStepLine('I skolan ringer Anna Mäki', { people: two, today, self: 'kari' }).owners).toEqual([
    { id: 'other-anna', from: 16, to: 25 },
  ]);
});
