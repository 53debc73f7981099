// What the form of a new child sends, and what it asks to be mended first.
import { expect, test } from 'vitest';
import { bodyOf, kindOfRow, ownFieldName, rowKey, rowsOf, wrongIn } from './new-case.ts';

const today = '2026-11-22';
const textsOf = (fields: Record<string, string>) => (name: string) => fields[name] ?? '';
const aino = {
  childName: ' Aino Vehkalahti ',
  childGivenName: 'Aino',
  birthDate: '2013-05-14',
  languages: 'suomi, somali;',
  rows: 'g1 s2',
  'people.g1.name': 'Maria Vehkalahti',
  'people.g1.relation': 'äiti',
  'people.g1.custody': 'sole',
  'people.s2.name': 'Eino',
  'people.s2.relation': 'pikkuveli',
  'people.s2.custody': 'sole',
};

test('a filled form is sent trimmed, languages as a list, empty fields as nothing', () => {
  expect(wrongIn(textsOf(aino), today)).toEqual({});
  expect(bodyOf(textsOf(aino), null)).toMatchObject({
    childName: 'Aino Vehkalahti',
    languages: ['fi', 'so'],
    interpreter: null,
    nonDisclosure: false,
    school: null,
    formId: null,
  });
});
test('only a guardian has custody', () => {
  const [mother, brother] = bodyOf(textsOf(aino), null).relations;
  expect(mother).toMatchObject({ kind: 'guardian', custody: 'sole', custodyUntil: null });
  expect(brother).toMatchObject({ kind: 'sibling', custody: null });
});
test('a guardian with limited custody decides on something', () => {
  const limited = { ...aino, 'people.g1.custody': 'limited', 'people.s2.custody': 'limited' };
  expect(wrongIn(textsOf(limited), today)).toEqual({ 'people.g1.powerClasses': 'members.needClasses' });
  const named = textsOf({ ...limited, 'people.g1.powerClasses': 'education health' });
  expect(wrongIn(named, today)).toEqual({});
  expect(bodyOf(named, null).relations).toMatchObject([
    { custody: 'limited', powerClasses: ['education', 'health'] },
    { custody: null, powerClasses: [] },
  ]);
  expect(ownFieldName('relations.0.powerClasses', named)).toBe('people.g1.powerClasses');
});
test('an empty form says what it needs', () => {
  expect(Object.keys(wrongIn(textsOf({}), today))).toEqual([
    'childName',
    'childGivenName',
    'birthDate',
    'languages',
  ]);
});
test('a child is not born tomorrow', () => {
  expect(wrongIn(textsOf({ ...aino, birthDate: '2026-11-23' }), today)).toEqual({
    birthDate: 'openCase.birthAhead',
  });
});
test('a row needs a name and a relation', () => {
  const wrong = wrongIn(textsOf({ ...aino, rows: 'c9' }), today);
  expect(wrong).toEqual({
    'people.c9.name': 'openCase.needPersonName',
    'people.c9.relation': 'openCase.needRelation',
  });
});
test('a row key tells the kind and fits the names of fields', () => {
  for (const kind of ['guardian', 'sibling', 'close'] as const) {
    const key = rowKey(kind, () => 0.5);
    expect(key).toMatch(/^[a-z0-9]{8}$/);
    expect(kindOfRow(key)).toBe(kind);
  }
});
test('the server’s complaint about the second person goes to the second row', () => {
  expect(ownFieldName('relations.1.name', textsOf(aino))).toBe('people.s2.name');
  expect(ownFieldName('languages.0', textsOf(aino))).toBe('languages');
  expect(rowsOf(textsOf(aino))).toEqual(['g1', 's2']);
});
