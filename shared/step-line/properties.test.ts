// What holds for any line: places lie in it, ids and days are those given and to come, the same line says the same however its
// letters are composed, and no line takes long.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crowd, team } from './examples/people.ts';
import { readStepLine, type StepLine } from './index.ts';

const today = '2026-11-25';
const pieces = fc.constantFrom(
  ...'Anna annaa Leenan Petri Minä jag I ja och and , . - ( : pitää vastuu till by the ensi next viikolla week pe to Fri on perjantaina fredag Friday 27.11. 27/11 31.2. 2026 3 joulukuuta december mennessä ennen before senast kahden om in two weeks sairaanhoitaja the nurse kutsutaan May 29.2. vk 53'.split(
    ' ',
  ),
  'å\u0308',
  '\u00a0',
  '😀',
  "'s",
  'constructor',
);
const lines = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map((all) => all.join(' ')),
  fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const placesOf = ({ owners, dueDates }: StepLine) => [...owners, ...dueDates];

test('places lie in the line, owners are people, days are real and not before today', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(lines, days, fc.constantFrom(team, crowd), (line, day, people) => {
      const read = readStepLine(line, { people, today: day, self: 'writer' });
      for (const { from, to } of placesOf(read)) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(line.length);
      }
      const ids = read.owners.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(['writer', ...people.map(({ id }) => id)]).toEqual(expect.arrayContaining(ids));
      for (const { date } of read.dueDates) {
        expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
        expect(date >= day).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('people of any name never make it fail', () => {
  const names = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('', ' ', '-', 'A', 'Å-Ö'),
  );
  fc.assert(
    fc.property(fc.array(names, { maxLength: 5 }), lines, (all, line) => {
      const people = all.map((name, at) => ({ id: String(at), name }));
      const read = readStepLine(`${line} ${all.join(' ja ')}`, { people, today });
      expect(read.owners.every(({ id }) => Number(id) < all.length)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('letters composed or not, the same is read', () => {
  fc.assert(
    fc.property(lines, (line) => {
      const says = ({ owners, dueDates }: StepLine) => [
        owners.map(({ id }) => id),
        dueDates.map(({ date }) => date),
      ];
      const read = (text: string) => says(readStepLine(text, { people: crowd, today }));
      expect(read(line.normalize('NFD'))).toEqual(read(line.normalize('NFC')));
    }),
    { numRuns: 300 },
  );
});

// Pieces from which a rule that looks back over what it has read would make hours.
const adverse = [
  'a',
  'A',
  'Anna ',
  'Anna-',
  'Anna, ',
  'Anna K. ',
  'annalle',
  'Petri ja ',
  'sairaanhoitaja ',
  'social ',
  'konsultoiva ',
  'the ',
  '1',
  '1.',
  '1. ',
  '1.1.',
  '1/1/',
  '12.12.20',
  'pe ',
  'to ',
  'ensi ',
  'ensi viikon ',
  'perjantai',
  'fredag ',
  'kahden viikon ',
  'in two ',
  'before ',
  'senast den 3 ',
  'joulukuun ',
  "I'",
  "'s",
  '-',
  ' ',
  'a\u0301',
  '\u0301',
  '😀',
];

test.each(adverse)('10 000 characters of %j are read within the time of a test', (piece) => {
  const line = piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000);
  const read = readStepLine(line, { people: crowd, today, self: 'writer' });
  expect(placesOf(read).every(({ from, to }) => from < to && to <= line.length)).toBe(true);
});
