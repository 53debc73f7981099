// Two devices on one draft: nothing that either of them wrote is lost.
import { expect, test } from 'vitest';
import type { DraftFields } from '../../shared/consultation.ts';
import { mergeDrafts } from './draft-merge.ts';
import { emptyDraft } from './empty-draft.ts';

const base: DraftFields = { ...emptyDraft('fi'), question: 'Aamut ovat vaikeita.' };

test('what only one of them changed stands, whoever it was', () => {
  const { fields, two } = mergeDrafts(
    base,
    { ...base, question: 'Aamut ovat vaikeita. Mitä teen?' },
    { ...base, urgency: 'urgent', ageBand: '10-12' },
  );
  expect(fields).toEqual({
    ...base,
    question: 'Aamut ovat vaikeita. Mitä teen?',
    urgency: 'urgent',
    ageBand: '10-12',
  });
  expect(two).toEqual([]);
});

test('a text that both changed is chosen between, with the own one in place meanwhile', () => {
  const { fields, two } = mergeDrafts(
    base,
    { ...base, question: 'Aamut täällä.' },
    { ...base, question: 'Illat siellä.' },
  );
  expect(two).toEqual(['question']);
  expect(fields.question).toBe('Aamut täällä.');
});

test('where one text holds the other whole there is nothing to choose', () => {
  const longer = 'Aamut ovat vaikeita. Illat myös.';
  const merged = mergeDrafts({ ...base, question: '' }, base, { ...base, question: longer });
  expect(merged).toMatchObject({ two: [], fields: { question: longer } });
});

test('the notes of a support that both wrote stand one after the other', () => {
  const tried = (note: string) => [{ support: 'assistant' as const, tried: 'tried' as const, note }];
  const { fields } = mergeDrafts(
    base,
    { ...base, supports: tried('auttoi') },
    { ...base, supports: tried('väsyi') },
  );
  expect(fields.supports).toEqual(tried('auttoi\nväsyi'));
});

test('what one took away and the other left alone is gone; what the other changed is kept', () => {
  const hours = (n: number) => [{ reason: 'illness' as const, hours: n }];
  const before = { ...base, absenceHours: hours(10) };
  expect(mergeDrafts(before, { ...before, absenceHours: [] }, before).fields.absenceHours).toEqual([]);
  expect(
    mergeDrafts(before, { ...before, absenceHours: [] }, { ...before, absenceHours: hours(20) }).fields
      .absenceHours,
  ).toEqual(hours(20));
});

test('the evidence of a ground that both wrote stands whole', () => {
  const child = (evidence: string): DraftFields['child'] => ({
    name: 'Aino',
    birthDate: null,
    ground: { kind: 'guardian-consent', statute: null, evidence, covers: ['education'] },
  });
  const { fields } = mergeDrafts(
    { ...base, child: child('') },
    { ...base, child: child('Äiti 3.11.') },
    { ...base, child: child('Isä 4.11.') },
  );
  expect(fields.child?.ground?.evidence).toBe('Äiti 3.11.\nIsä 4.11.');
});
