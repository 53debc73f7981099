// A number, a moment, an order or a mark that a contract gains needs a reason why it tells of nothing hidden.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { table } from './page.ts';
import { rows } from './rows.ts';
import { tellingFields } from './walk.ts';

const fields = tellingFields();
/** Lists of closed words, in the order in which they are declared. */
const isWords = (path: string) => /\.can\[\]$|^can\[\]$/.test(path);
const rowFor = ({ where, path, tells }: (typeof fields)[number]) =>
  rows.find((row) => row.of?.test(`${where} ${path}`) && (row.tells?.includes(tells) ?? true));

test('every field that could count, order or date something has a row', () => {
  const without = fields.filter((field) => !isWords(field.path) && !rowFor(field));
  expect(without.map(({ where, path, tells }) => `${where} ${path} (${tells})`)).toEqual([]);
});

test('every row is of some field', () => {
  const used = new Set(fields.map(rowFor));
  expect(rows.filter((row) => row.of && !used.has(row)).map((row) => row.field)).toEqual([]);
});

test('the control: a field that no row is of would be found', () => {
  expect(rowFor({ where: 'get-sharing', path: 'agencies[].membersInAll', tells: 'number' })).toBeUndefined();
  expect(rowFor({ where: 'get-workspace', path: 'entries[].readers', tells: 'number' })).toBeUndefined();
  expect(rowFor({ where: 'event case.changed', path: 'seq', tells: 'number' })).toBeUndefined();
});

test('docs/existence.md shows the list as it is', () => {
  const plain = (text: string) => text.replace(/[ -]+/g, ' ');
  const page = readFileSync(new URL('../../docs/existence.md', import.meta.url), 'utf8');
  expect(plain(page)).toContain(plain(table()));
});
