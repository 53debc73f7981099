// What holds for any text: every valid identity code is found wherever it stands, a wrong check character makes it likely
// only, places lie within the text, and no text takes long.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findIdentifying } from './index.ts';

const signs = { 1800: ['+'], 1900: ['-', ...'YXWVU'], 2000: [...'ABCDEF'] } as const;
const alphabet = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const two = (number: number): string => String(number).padStart(2, '0');

/** Codes as the authority forms them, of numbers that are never given out (900 to 999); `off` shifts the check character. */
const codes = fc
  .record({
    day: fc.date({ min: new Date('1850-01-01'), max: new Date('2049-12-31'), noInvalidDate: true }),
    sign: fc.nat({ max: 5 }),
    individual: fc.integer({ min: 900, max: 999 }),
    off: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ day, sign, individual, off }) => {
    const century = (Math.floor(day.getUTCFullYear() / 100) * 100) as 1800 | 1900 | 2000;
    const date = `${two(day.getUTCDate())}${two(day.getUTCMonth() + 1)}${two(day.getUTCFullYear() % 100)}`;
    const mark = signs[century][sign % signs[century].length] ?? '-';
    const remainder = Number(`${date}${individual}`) % 31;
    return {
      right: `${date}${mark}${individual}${alphabet[remainder]}`,
      wrong: `${date}${mark}${individual}${alphabet[(remainder + off) % 31]}`,
    };
  });

/** Ways to write a code that leave it the same. */
const writings = fc.constantFrom<(code: string) => string>(
  (code) => code,
  (code) => code.toLowerCase(),
  (code) => `${code.slice(0, 6)} ${code.slice(6)}`,
  (code) => `${code.slice(0, 6)} ${code.slice(6, 7)} ${code.slice(7)}`,
  (code) => `${code.slice(0, 2)} ${code.slice(2, 4)} ${code.slice(4, 6)} ${code.slice(6)}`,
  (code) => code.replace('-', '–'),
  (code) => code.replace('-', '\u2011'),
  (code) => code.replace(/^(.{6})/, '$1\u200b'),
  (code) => code.replace(/^(.{6})/, '$1\u00a0'),
);
const notOfAWord = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => `${text} `);

test('any valid identity code is found for certain in any surroundings', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(notOfAWord, codes, writings, notOfAWord, (before, { right }, write, after) => {
      // A word in front and behind, so that no digit of the surroundings belongs to the code.
      const [start, code] = [`${before}on (`, write(right)];
      const findings = findIdentifying(`${start}${code}), ${after}`);
      const its = findings.find((one) => one.from <= start.length && one.to >= start.length + code.length);
      expect(its).toMatchObject({ kind: 'identity-code', certain: true });
    }),
    { numRuns: 200 },
  );
});

test('with a wrong check character it is asked of, not blocked', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(codes, ({ wrong }) => {
      const findings = findIdentifying(`Tunnus on ${wrong}.`);
      expect(findings).toEqual([{ from: 10, to: 21, kind: 'identity-code', certain: false }]);
    }),
    { numRuns: 100 },
  );
});

test('findings lie within the text, in order, without overlapping, whatever the text', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 200 }),
      (one, other) => {
        const text = `${one} Aino ${other}`;
        let end = 0;
        for (const { from, to } of findIdentifying(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      },
    ),
    { numRuns: 100 },
  );
});

const adverse = [
  'a',
  'A',
  'Aa',
  'Aa ',
  '1',
  '0',
  '01 ',
  '0401 ',
  '+',
  '+1 ',
  '(0',
  '@',
  'a@',
  'a.',
  'a@b.',
  '-',
  'Aa-',
  "a'",
  'Aino ',
  'Katukatu ',
  'tie',
  'n koulu',
  'Nkoulu',
  '010101A',
  '01 01 01 - ',
  'hetu ',
  'syntynyt ',
  '1.1.',
  '1.1.2020',
  'a\u0301',
  '\u0301',
  '\u200b',
  'http://',
  'www.',
  'a.fi/',
  'yksi ',
  'insta nimi ',
  'auto ',
  'isä ',
  ' ',
  '\n',
  'A.B.',
  '"',
  'FI21 ',
  '😀',
  'klass ',
  '3B ',
  'a (at) b ',
  'puh. 1',
  'oppilas nimi on ',
  'Ström',
  'Nenen',
  'asuu ',
  'koulun ainoa ',
];

test.each(adverse)('20 000 characters of %j take no time to speak of', (piece) => {
  const text = piece.repeat(Math.ceil(20_000 / piece.length)).slice(0, 20_000);
  const before = performance.now();
  findIdentifying(text);
  // A rule that looks back over what it has read takes minutes here; the bound leaves room for a busy machine.
  expect(performance.now() - before).toBeLessThan(4_000);
});
