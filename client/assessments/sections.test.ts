// What the assessment's list, its scales and its share dialog make of a snapshot.
import { describe, expect, test } from 'vitest';
import type { Assessment, Contribution } from '../../shared/assessments.ts';
import type { Workspace } from '../../shared/cases.ts';
import type { Audience, Entry } from '../../shared/entries.ts';
import { agencyChoices, familyChoices, isComplete, tidy } from './audience.ts';
import { evidenceKeys, newEvidenceKey } from './evidence-rows.ts';
import { lifeAreas } from './life-areas.ts';
import { peopleIn, sectionOfEntry, writersOf } from './presence.ts';
import {
  areaMark,
  currentAssessment,
  firstSection,
  missingForSigning,
  partMark,
  sectionOf,
  signers,
} from './sections.ts';
import { agreementOf, childViewsOf, childWords, guardians, viewsOf } from './views.ts';

const at = '2026-11-22T08:00:00.000Z';
const audience: Audience = {
  dataClass: 'education',
  scope: 'everyone',
  agencyIds: [],
  familyScope: 'none',
  familyIds: [],
};
const assessment: Assessment = {
  id: 'a1',
  caseId: 'c1',
  trigger: 'contact',
  beganOn: '2026-11-03',
  decision: clock('2026-11-12'),
  ready: clock('2027-02-03'),
  areas: [...lifeAreas],
  status: 'open',
  version: 1,
  openedAt: at,
  can: [],
};
function clock(dueOn: string): Assessment['ready'] {
  return { dueOn, from: '2026-11-03', amount: 3, unit: 'months', holidays: [], source: '', metOn: null };
}
const entry = (id: string, given: Partial<Entry>, texts: Record<string, string> = {}): Entry => ({
  id,
  caseId: 'c1',
  agendaItemId: null,
  expiresAt: null,
  kind: 'contribution',
  state: 'shared',
  ownerAgencyId: 'school',
  authorIds: ['mikko'],
  assessmentId: 'a1',
  parentId: null,
  about: null,
  fields: Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { text, rev: 1, at }])),
  audience,
  createdAt: at,
  updatedAt: at,
  sharedAt: given.state === 'draft' ? null : at,
  version: 1,
  can: [],
  ...given,
});
const asked = (id: string, who: string, given: Partial<Contribution> = {}): Contribution => ({
  id,
  assessmentId: 'a1',
  area: 'school-and-learning',
  contributorIds: [who],
  agencyId: 'school',
  question: null,
  dueOn: '2026-11-25',
  askedAt: at,
  openedAt: null,
  status: 'asked',
  entryId: null,
  version: 1,
  ...given,
});
type Member = Workspace['members'][number];
const member = (personId: string, role: Member['role'], agency: string | null): Member => ({
  id: `m-${personId}`,
  personId,
  name: personId,
  givenName: personId,
  role,
  profession: agency === null ? null : 'special-teacher',
  agencyId: agency,
  agencyKind: agency === null ? null : agency === 'school' ? 'education' : 'child-protection',
  agencyNameFi: agency,
  agencyNameSv: agency,
  startsAt: at,
  endsAt: null,
  acceptedAt: at,
  substitutesFor: null,
  can: [],
});
const workspace = (given: Partial<Workspace>): Workspace => ({
  live: '',
  case: {
    id: 'c1',
    number: 'R-1',
    childName: 'Aino Virtanen',
    childGivenName: 'Aino',
    birthDate: '2013-05-02',
    languages: ['fi'],
    interpreter: null,
    ownerAgencyId: 'protection',
    openedAt: at,
    closedAt: null,
    version: 1,
    can: [],
  },
  agencies: [],
  members: [
    member('leena', 'responsible', 'protection'),
    member('mikko', 'visiting', 'school'),
    member('minna', 'guardian', null),
  ],
  invitations: [],
  handovers: [],
  relations: [],
  whereabouts: null,
  grounds: [],
  assessments: [assessment],
  contributions: [],
  entries: [],
  alternatives: [],
  versions: [],
  signatures: [],
  activities: [],
  steps: [],
  lastVisitAt: null,
  ...given,
});

describe('a life area in the list', () => {
  const mark = (given: Partial<Workspace>, me = 'leena') =>
    areaMark(workspace(given), 'a1', 'school-and-learning', me);
  test('is empty when nobody was asked', () => expect(mark({})).toEqual({ kind: 'empty' }));
  test('is mine when it is asked of me, whatever others have given', () => {
    const contributions = [
      asked('1', 'mikko', { status: 'shared', entryId: 'e' }),
      asked('2', 'leena', { dueOn: '2026-11-28' }),
    ];
    expect(mark({ contributions, entries: [entry('e', {})] })).toEqual({ kind: 'mine', dueOn: '2026-11-28' });
  });
  test('is awaited by the earliest date', () => {
    const contributions = [asked('1', 'mikko'), asked('2', 'tiina', { dueOn: '2026-11-24' })];
    expect(mark({ contributions })).toEqual({ kind: 'awaited', dueOn: '2026-11-24' });
  });
  test('is done when what was shared may be read, and restricted when it may not', () => {
    const contributions = [asked('1', 'mikko', { status: 'shared', entryId: 'e' })];
    expect(mark({ contributions, entries: [entry('e', {})] })).toEqual({ kind: 'done' });
    expect(mark({ contributions })).toEqual({ kind: 'restricted' });
  });
  test('forgets a request that was withdrawn', () =>
    expect(mark({ contributions: [asked('1', 'mikko', { status: 'withdrawn' })] })).toEqual({
      kind: 'empty',
    }));
});

describe('the other parts', () => {
  test('show a draft to its author alone', () => {
    const given = workspace({
      entries: [entry('v', { kind: 'child-view', state: 'draft', authorIds: ['leena'] })],
    });
    expect(partMark(given, assessment, 'child-view', 'leena').kind).toBe('mine');
    expect(partMark(given, assessment, 'child-view', 'mikko').kind).toBe('empty');
  });
  test('count signatures of the current version against those who are expected to sign', () => {
    const given = workspace({
      contributions: [asked('1', 'mikko', { status: 'shared', entryId: 'e' })],
      versions: [{ id: 'v1', assessmentId: 'a1', version: 1, reason: null, hash: 'h', signedAt: at }],
      signatures: [
        {
          id: 's',
          versionId: 'v1',
          personId: 'leena',
          name: 'Leena',
          profession: 'social-worker',
          substituteOf: null,
          signedAt: at,
        },
      ],
    });
    expect(signers(given, 'a1')).toEqual(['leena', 'mikko']);
    expect(partMark(given, assessment, 'signatures', 'leena')).toEqual({ kind: 'count', n: 1, of: 2 });
    // A correction begins a new version, which nobody has signed yet.
    expect(partMark(given, { ...assessment, version: 2 }, 'signatures', 'leena')).toMatchObject({ n: 0 });
  });
  test('begin at what is asked of me, else at the situation, and when signed at the signatures', () => {
    const given = workspace({
      contributions: [asked('1', 'mikko', { area: 'friends', dueOn: null }), asked('2', 'mikko')],
    });
    expect(firstSection(given, assessment, 'mikko')).toEqual({ area: 'school-and-learning' });
    expect(firstSection(given, assessment, 'leena')).toEqual({ part: 'situation' });
    expect(firstSection(given, { ...assessment, status: 'signed' }, 'leena')).toEqual({ part: 'signatures' });
  });
  test('are found by the address, and nothing else is', () => {
    expect(sectionOf('friends', undefined)).toEqual({ area: 'friends' });
    expect(sectionOf(undefined, 'synthesis')).toEqual({ part: 'synthesis' });
    expect(sectionOf('anything', 'else')).toBeUndefined();
  });
  test('say what is missing before signing and what stays outside', () => {
    const given = workspace({
      contributions: [asked('1', 'mikko')],
      entries: [entry('s', { kind: 'synthesis' }), entry('v', { kind: 'child-view', state: 'draft' })],
    });
    expect(missingForSigning(given, assessment)).toMatchObject({ childView: true, synthesis: false });
    expect(missingForSigning(given, assessment).outside.map((one) => one.id)).toEqual(['1']);
  });
  test('belong to the assessment that is open, else to the newest', () => {
    const old = { ...assessment, id: 'old', status: 'signed' as const, openedAt: '2025-01-01T00:00:00Z' };
    const newer = { ...old, id: 'newer', openedAt: '2026-01-01T00:00:00Z' };
    expect(currentAssessment(workspace({ assessments: [old, assessment] }))?.id).toBe('a1');
    expect(currentAssessment(workspace({ assessments: [old, newer] }))?.id).toBe('newer');
  });
});

describe('views side by side', () => {
  const relation: Workspace['relations'][number] = {
    id: 'r-isa',
    kind: 'guardian',
    name: 'Teemu',
    relation: 'isä',
    personId: null,
    custody: 'joint',
    custodyFrom: null,
    custodyUntil: null,
    powerClasses: [],
    endedOn: null,
    language: null,
    phone: null,
    version: 1,
  };
  const given = workspace({
    relations: [relation, { ...relation, id: 'r-aiti', name: 'minna', relation: 'äiti' }],
    contributions: [asked('1', 'mikko', { status: 'shared', entryId: 'e' })],
    entries: [
      entry('e', { about: 'school-and-learning' }, { scale: '4' }),
      entry('v', { kind: 'child-view' }, { 'scale.school-and-learning': '8', verbatim: 'Ihan ok.' }),
      entry('p', { kind: 'parent-view', about: 'minna' }, { 'scale.school-and-learning': '3' }),
    ],
  });
  test('name the child, each guardian once, and those who were asked', () => {
    expect(guardians(given).map((one) => one.name)).toEqual(['Äiti', 'Isä']);
    expect(viewsOf(given, 'a1', 'school-and-learning').map((v) => [v.name, v.value])).toEqual([
      ['Aino', 8],
      ['Äiti', 3],
      ['Isä', null],
      ['mikko', 4],
    ]);
  });
  test('say in words how far apart they are', () => {
    const view = (id: string, value: number | null) => ({ id, name: id, agency: 'family' as const, value });
    expect(agreementOf([view('a', null)]).kind).toBe('none');
    expect(agreementOf([view('a', 3), view('b', null)])).toMatchObject({ kind: 'one', only: { id: 'a' } });
    expect(agreementOf([view('a', 3), view('b', 4)]).kind).toBe('same');
    expect(agreementOf([view('a', 0), view('b', 3)]).kind).toBe('near');
    expect(agreementOf([view('a', 8), view('b', 3)])).toMatchObject({
      kind: 'apart',
      low: { id: 'b' },
      high: { id: 'a' },
    });
  });
  test('show each hearing of the child, and take words and numbers from the newest', () => {
    const twice = workspace({
      entries: [
        entry(
          'v1',
          { kind: 'child-view', authorIds: ['petri'] },
          { heardOn: '2026-11-10', verbatim: 'Ennen.', 'scale.housing': '2', 'scale.free-time': '6' },
        ),
        entry(
          'v2',
          { kind: 'child-view', authorIds: ['leena'] },
          { heardOn: '2026-11-18', verbatim: 'Nyt.', 'scale.housing': '5' },
        ),
        entry('v3', { kind: 'child-view', state: 'draft' }, { heardOn: '2026-11-20', 'scale.housing': '9' }),
      ],
    });
    expect(childViewsOf(twice, 'a1').map((one) => one.id)).toEqual(['v3', 'v2', 'v1']);
    expect(childWords(twice, 'a1')?.text).toBe('Nyt.');
    expect(viewsOf(twice, 'a1', 'housing')[0]?.value).toBe(5);
    expect(viewsOf(twice, 'a1', 'free-time')[0]?.value).toBe(6);
  });
  test('give the child’s words once they are shared', () => {
    expect(childWords(given, 'a1')?.text).toBe('Ihan ok.');
    expect(childWords(workspace({}), 'a1')).toBeUndefined();
  });
});

describe('who is where', () => {
  const text = entry('e', { about: 'friends' });
  const comment = entry('k', { kind: 'comment', parentId: 'e' });
  const given = workspace({ entries: [text, comment] });
  const presence = (personId: string, entryId: string, writing: boolean) => ({
    personId,
    places: [{ view: 'assessment' as const, entryId, field: 'narrative', writing }],
  });
  test('follows the text, and a comment its text', () => {
    expect(sectionOfEntry(given, comment)).toEqual({ area: 'friends' });
    expect(peopleIn(given, [presence('mikko', 'k', true)], { area: 'friends' }, 'leena')).toEqual([
      { personId: 'mikko', writing: true },
    ]);
    expect(writersOf([presence('mikko', 'e', true), presence('leena', 'e', false)], 'e')).toEqual(['mikko']);
  });
  test('leaves out the reader, strangers, and texts that are not there', () => {
    const here = [
      presence('leena', 'e', true),
      presence('stranger', 'e', true),
      presence('mikko', 'x', true),
    ];
    expect(peopleIn(given, here, { area: 'friends' }, 'leena')).toEqual([]);
  });
});

describe('an audience', () => {
  test('offers other agencies and other members of the family, while they take part', () => {
    const given = workspace({});
    expect(agencyChoices(given, { ownerAgencyId: 'school' }, at).map((one) => one.id)).toEqual([
      'protection',
    ]);
    expect(familyChoices(given, { authorIds: ['minna'] }, at)).toEqual([]);
    const ended = workspace({ members: [{ ...member('mikko', 'visiting', 'school'), endsAt: at }] });
    expect(agencyChoices(ended, { ownerAgencyId: 'protection' }, at)).toEqual([]);
  });
  test('needs a name where names are chosen, and forgets names that are not used', () => {
    expect(isComplete(audience)).toBe(true);
    expect(isComplete({ ...audience, scope: 'private' })).toBe(false);
    expect(isComplete({ ...audience, scope: 'agencies' })).toBe(false);
    expect(isComplete({ ...audience, familyScope: 'chosen' })).toBe(false);
    expect(tidy({ ...audience, agencyIds: ['school'], familyIds: ['minna'] })).toEqual(audience);
  });
});

test('evidence rows stay in the order in which they were added, and empty ones are gone', () => {
  const first = newEvidenceKey(1_000_000_000_000);
  const second = newEvidenceKey(1_000_000_000_001);
  const field = (text: string) => ({ text, rev: 1, at });
  const fields = {
    [`evidence.${second}.text`]: field('b'),
    [`evidence.${first}.source`]: field('a'),
    'evidence.empty.text': field(' '),
    narrative: field('n'),
  };
  expect(evidenceKeys(fields)).toEqual([first, second]);
});
