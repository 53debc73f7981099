// The reducer: a snapshot and an event give the next snapshot.
import { expect, test } from 'vitest';
import type { Workspace } from './cases.ts';
import type { Entry } from './entries.ts';
import { applyEvent, OutOfStep, recentActivities } from './workspace.ts';

const at = '2026-03-02T08:00:00.000Z';
const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const empty: Workspace = {
  live: 'sealed',
  case: {
    id: id(1),
    number: 'R-2026-000001',
    childName: 'Aino Virtanen',
    childGivenName: 'Aino',
    birthDate: '2013-05-02',
    languages: ['fi'],
    interpreter: null,
    ownerAgencyId: id(2),
    openedAt: at,
    closedAt: null,
    version: 1,
    can: [],
  },
  agencies: [],
  members: [],
  invitations: [],
  handovers: [],
  relations: [],
  whereabouts: null,
  grounds: [],
  assessments: [],
  contributions: [],
  entries: [],
  alternatives: [],
  versions: [],
  signatures: [],
  steps: [],
  activities: [],
  lastVisitAt: null,
};
const entry = (n: number, text = ''): Entry => ({
  id: id(n),
  caseId: id(1),
  kind: 'contribution',
  state: 'shared',
  ownerAgencyId: id(2),
  authorIds: [id(3)],
  assessmentId: null,
  parentId: null,
  about: 'health',
  agendaItemId: null,
  expiresAt: null,
  fields: text === '' ? {} : { narrative: { text, rev: 4, at, device: 'aaaaaaaa' } },
  audience: { dataClass: 'education', scope: 'everyone', agencyIds: [], familyScope: 'none', familyIds: [] },
  createdAt: at,
  updatedAt: at,
  sharedAt: at,
  version: 1,
  can: [],
});
const typed = {
  kind: 'entry.text-changed' as const,
  entryId: id(9),
  field: 'narrative',
  at,
  device: 'bbbbbbbb',
};

test('what is new takes its place in the order of ids, what is known is replaced there', () => {
  const two = [7, 5].reduce((w, n) => applyEvent(w, { kind: 'entry.shared', entry: entry(n) }), empty);
  expect(two.entries.map((e) => e.id)).toEqual([id(5), id(7)]);
  const changed = applyEvent(two, { kind: 'entry.changed', entry: { ...entry(5), version: 2 } });
  expect(changed.entries.map((e) => e.version)).toEqual([2, 1]);
  expect(changed.entries[1]).toBe(two.entries[1]);
});

test('typing changes the text where it was typed', () => {
  const before = applyEvent(empty, { kind: 'entry.shared', entry: entry(9, 'Aino pitää koirista.') });
  const after = applyEvent(before, { ...typed, rev: 5, from: 11, removed: 9, inserted: 'kissoista.' });
  expect(after.entries[0]?.fields['narrative']).toEqual({
    text: 'Aino pitää kissoista.',
    rev: 5,
    at,
    device: 'bbbbbbbb',
  });
  // Typing moves no version: that is of the audience.
  expect(after.entries[0]?.version).toBe(before.entries[0]?.version);
  const begun = applyEvent(before, {
    ...typed,
    field: 'strengths',
    rev: 1,
    from: 0,
    removed: 0,
    inserted: 'Sitkeä',
  });
  expect(begun.entries[0]?.fields['strengths']?.text).toBe('Sitkeä');
});

test.each([
  ['beyond the end of the text', { from: 90, removed: 0, rev: 5 }],
  ['of a revision that was there already', { from: 0, removed: 0, rev: 4 }],
  ['in an entry that the snapshot does not hold', { from: 0, removed: 0, rev: 1, entryId: id(99) }],
])('typing %s is out of step', (_what, change) => {
  const before = applyEvent(empty, { kind: 'entry.shared', entry: entry(9, 'Aino') });
  expect(() => applyEvent(before, { ...typed, inserted: 'x', ...change })).toThrow(OutOfStep);
});

test('an entry that leaves takes its other texts with it', () => {
  const alternative = {
    id: id(20),
    entryId: id(9),
    field: 'narrative',
    device: 'cccccccc',
    text: 'toinen',
    updatedAt: at,
  };
  const before = applyEvent(applyEvent(empty, { kind: 'entry.shared', entry: entry(9) }), {
    kind: 'alternative.kept',
    alternative,
  });
  const after = applyEvent(before, { kind: 'entry.removed', entryId: id(9) });
  expect([after.entries, after.alternatives]).toEqual([[], []]);
});

test('only the latest of what happened is kept, newest first', () => {
  const all = Array.from({ length: recentActivities + 5 }, (_, n) => ({
    id: id(n),
    at: new Date(Date.parse(at) + n * 1_000).toISOString(),
    personId: id(3),
    kind: 'entry-shared',
    objectId: null,
    detail: {},
  }));
  const after = all.reduce((w, activity) => applyEvent(w, { kind: 'activity.added', activity }), empty);
  expect(after.activities).toHaveLength(recentActivities);
  expect(after.activities[0]?.id).toBe(all.at(-1)?.id);
});

test('whereabouts are as they were told last', () => {
  const whereabouts = {
    nonDisclosure: false,
    address: 'Rantakatu 4',
    municipality: null,
    school: null,
    version: 1,
  };
  const before = applyEvent(empty, { kind: 'whereabouts.changed', whereabouts });
  const moved = { ...whereabouts, address: 'Uusikatu 1', version: 2 };
  expect(applyEvent(before, { kind: 'whereabouts.changed', whereabouts: moved }).whereabouts).toEqual(moved);
});
