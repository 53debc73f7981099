// What is chosen to go along is what is sent, field by field, and nothing that cannot go.
import { expect, test } from 'vitest';
import type { BundleChoice } from '../../shared/bundles.ts';
import { sentOf, toggled, withField } from './chosen.ts';

const label = { entryKind: null, about: null, signed: false, writtenOn: null, authors: [], version: null };
const plain = { ...label, dataClass: 'social' as const, why: null, withoutAgencyIds: [], groundUntil: null };
const child: BundleChoice = {
  ...plain,
  kind: 'child',
  sourceId: null,
  fields: [{ name: 'name', text: 'Aino', rev: 0 }],
};
const text: BundleChoice = {
  ...plain,
  kind: 'entry',
  entryKind: 'contribution',
  sourceId: '0199d000-0000-7000-8000-000000000001',
  fields: [
    { name: 'narrative', text: 'Teksti', rev: 3 },
    { name: 'worries', text: 'Huoli', rev: 1 },
  ],
};

test('a text goes with all its fields, or with those that are left', () => {
  const whole = toggled({}, text, true);
  expect(sentOf([child, text], whole).map(({ item }) => item)).toEqual([
    {
      kind: 'entry',
      sourceId: text.sourceId,
      fields: [
        { name: 'narrative', rev: 3 },
        { name: 'worries', rev: 1 },
      ],
    },
  ]);
  const part = withField(whole, text, 'worries', false);
  expect(sentOf([text], part)[0]?.content.fields).toEqual([{ name: 'narrative', text: 'Teksti' }]);
  expect(sentOf([text], withField(part, text, 'narrative', false))).toEqual([]);
  expect(sentOf([text], withField({}, text, 'worries', true))[0]?.item.fields).toEqual([
    { name: 'worries', rev: 1 },
  ]);
});

test('the child’s head goes whole; what cannot go any more is not sent though it was chosen', () => {
  const both = toggled(toggled({}, child, true), text, true);
  expect(sentOf([child, text], both).map(({ item }) => item.fields.length)).toEqual([0, 2]);
  expect(sentOf([child, { ...text, why: 'prohibited' }], both).map(({ content }) => content.kind)).toEqual([
    'child',
  ]);
});
