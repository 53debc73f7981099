// The log in words: what belongs together is said once, who did it by name or by profession.
import { beforeAll, expect, test, vi } from 'vitest';
import type { LogRow } from '../../shared/sharing.ts';
import { roomWords, setLocale } from '../i18n/index.ts';
import { givenWords, linesOf, viewWords, whoWords } from './log-words.ts';

beforeAll(async () => {
  // The language is told to the page; here is none.
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  await setLocale('fi');
  await roomWords();
});

const mikko = {
  personId: 'm' as string | null,
  name: 'Mikko' as string | null,
  profession: 'special-teacher' as const,
  role: 'visiting' as const,
};
const school = { id: 's', kind: 'education' as const, nameFi: 'Meriniemen koulu', nameSv: 'Meriniemi skola' };
const home = { id: 'h', kind: 'child-protection' as const, nameFi: 'Lastensuojelu', nameSv: 'Barnskyddet' };
const view = (changes: Partial<LogRow> = {}): LogRow => ({
  id: crypto.randomUUID(),
  at: '2026-11-25T08:10:20.000Z',
  what: 'view',
  kind: 'case',
  by: { ...mikko, agency: school },
  given: null,
  ...changes,
});
const given = (changes: Partial<NonNullable<LogRow['given']>> = {}): LogRow => ({
  ...view(),
  what: 'disclosure',
  kind: 'entry',
  given: {
    entryKind: 'contribution',
    about: 'friends',
    dataClass: 'social',
    from: home,
    toAgency: school,
    toPerson: null,
    basis: 'ground',
    groundIds: ['g'],
    ...changes,
  },
});

test('looks of one person within a minute are one line; another minute or another person is another', () => {
  const later = view({ at: '2026-11-25T08:12:00.000Z' });
  const other = view({ by: { ...mikko, agency: school, personId: 'x' } });
  expect(linesOf([later, view(), view(), other]).map((line) => line.times)).toEqual([1, 2, 1]);
});

test('what was given at one moment to one receiver on one ground is one line that counts', () => {
  const lines = linesOf([
    given(),
    given(),
    given({ entryKind: 'synthesis', about: null }),
    given({ groundIds: ['other'] }),
  ]);
  expect(lines.map((line) => line.things)).toEqual([
    'Annettu: Kaverit (Sosiaalihuolto) × 2 · Annettu: yhteenveto (Sosiaalihuolto)',
    'Annettu: Kaverit (Sosiaalihuolto)',
  ]);
});

test('who it was: oneself, by name, or by profession and agency where no name is told', () => {
  expect(whoWords(view(), 'm')).toBe('sinä');
  expect(whoWords(view(), 'else')).toBe('Mikko');
  const nameless = view({ by: { ...mikko, agency: school, personId: null, name: null } });
  expect(whoWords(nameless, 'else')).toBe('erityisopettaja, Meriniemen koulu');
});

test('a kind that has no words of its own still says that something was opened', () => {
  expect(viewWords(view(), 'else')).toBe('avasi lapsen sivun');
  expect(viewWords(view({ kind: 'something-new' }), 'else')).toBe('avasi tietoja');
});

test('the verb follows who it was: one reads of oneself in the second person', () => {
  expect(viewWords(view(), 'm')).toBe('avasit lapsen sivun');
  expect(viewWords(view({ kind: 'something-new' }), 'm')).toBe('avasit tietoja');
  expect(givenWords(given(), 'm')).toBe('jaoit itse');
  expect(givenWords(given(), 'else')).toBe('jakoi Mikko');
  expect(givenWords({ ...given(), by: null }, 'm')).toBe('avautui itsestään määräpäivänä');
});

test('every kind of thing that is disclosed has words of its own, and time that opens something is nobody', () => {
  const kinds = ['case', 'membership', 'ground', 'relation', 'whereabouts', 'assessment', 'contribution'];
  const signed = [
    'assessment-version',
    'version-part',
    'signature',
    'activity',
    'handover',
    'membership-invitation',
  ];
  const words = [...kinds, ...signed].map((kind) => linesOf([{ ...given(), kind }])[0]?.things);
  expect(new Set(words).size).toBe(words.length);
  expect(words).not.toContain(linesOf([{ ...given(), kind: 'of-tomorrow' }])[0]?.things);
  expect(linesOf([{ ...given(), kind: 'of-tomorrow' }])[0]?.things).toBe('Annettu: tietoja (Sosiaalihuolto)');
  expect(whoWords({ ...given(), by: null }, 'm')).toBe('');
});
