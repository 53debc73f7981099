// Who sees what, in the sentences that people read.
import { beforeAll, expect, test, vi } from 'vitest';
import type { Workspace } from '../../shared/cases.ts';
import type { CoverageOfClass } from '../../shared/sharing.ts';
import { dataClasses } from '../../shared/vocabulary.ts';
import { roomWords, setLocale } from '../i18n/index.ts';
import { sentencesOf } from './sharing-words.ts';

beforeAll(async () => {
  // The language is told to the page; here is none.
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  await setLocale('fi');
  await roomWords();
});

const workspace = {
  members: [{ personId: 'minna', name: 'Minna Virtanen' }],
  relations: [],
  grounds: [
    {
      id: 'consent',
      kind: 'guardian-consent',
      givenBy: 'minna',
      givenByRelation: null,
      startsAt: '2026-11-01T10:00:00.000Z',
    },
    {
      id: 'no',
      kind: 'child-consent',
      givenBy: null,
      givenByRelation: null,
      startsAt: '2026-11-03T10:00:00.000Z',
    },
  ],
} as unknown as Workspace;
const one = (changes: Partial<CoverageOfClass>): CoverageOfClass => ({
  ...{ dataClass: 'health', sees: false, why: 'no-ground', groundIds: [], until: null },
  ...changes,
});

test('what is seen comes first, with who consented and the last day', () => {
  const consent = {
    sees: true,
    why: 'ground' as const,
    groundIds: ['consent'],
    until: '2099-06-30T21:00:00.000Z',
  };
  expect(
    sentencesOf(workspace, [
      one({ dataClass: 'health' }),
      one({ dataClass: 'social', ...consent }),
      one({ dataClass: 'education', ...consent }),
      one({ dataClass: 'substance', why: 'prohibited', groundIds: ['no'] }),
    ]),
  ).toEqual([
    {
      sees: true,
      classes: 'Sosiaalihuolto, koulunkäynti',
      reason: 'koska Minna Virtanen on antanut suostumuksen, 30.6.2099 asti',
    },
    { sees: false, classes: 'Terveys', reason: 'peruste puuttuu' },
    { sees: false, classes: 'Päihteet', reason: 'kielto 3.11.2026' },
  ]);
});

test('where nothing is seen for one reason, it is said shortly', () => {
  const nothing = dataClasses.map((dataClass) => one({ dataClass }));
  expect(sentencesOf(workspace, nothing)).toEqual([
    { sees: false, classes: 'mitään', reason: 'peruste puuttuu' },
  ]);
});

test('a ground that one may not read is still said to be there', () => {
  expect(sentencesOf(workspace, [one({ sees: true, why: 'ground' })])[0]?.reason).toBe(
    'koska peruste on kirjattu',
  );
});
