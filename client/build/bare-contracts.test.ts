// What of a contract goes to the browser.
import { expect, test } from 'vitest';
import { bareOf } from './bare-contracts.ts';

test('name, method, path and file stay; words and schemas stay with the server', () => {
  const source = `export const one = route({
  id: 'one',
  method: 'GET',
  path: '/api/one/:id',
  summary: 'It is, (a) "one"',
  who: 'member',
  params: z.strictObject({ id: Id }),
  response: Ref,
  file: 'application/pdf',
  errors: ['not-found'],
});`;
  expect(bareOf('one.ts', source).replaceAll(/\s+/g, ' ')).toBe(
    "export const one = route({ id: 'one', method: 'GET', path: '/api/one/:id', file: 'application/pdf', });",
  );
});

test('what is no contract is left as it is', () => {
  const source = 'export const summary = { summary: 1, body: z.string() };';
  expect(bareOf('two.ts', source)).toBe(source);
});
