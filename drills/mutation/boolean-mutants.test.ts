// Each condition of a source is taken away once.
import { expect, test } from 'vitest';
import { mutantsOf } from './boolean-mutants.ts';

const changed = (source: string) =>
  mutantsOf('a.ts', source).map(({ was, becomes }) => `${was} → ${becomes}`);

test('an operand of "and" is taken to hold, one of "or" not to', () => {
  expect(changed('const f = (a: boolean, b: boolean) => a && (b || !a);')).toEqual([
    'a → true',
    '(b || !a) → true',
    'b → false',
    '!a → false',
  ]);
});

test('a test is answered both ways, and so is what is returned as an answer', () => {
  expect(changed('function f(a: string) { if (a === "x") return false; return a.includes("y"); }')).toEqual([
    'a === "x" → true',
    'a === "x" → false',
    'false → true',
    'a.includes("y") → true',
    'a.includes("y") → false',
  ]);
});

test('what is no answer stays as it is', () => {
  expect(changed('const f = (a: number) => { const b = a + 1; return b; };')).toEqual([]);
});

test('the mutant is the whole source with that one place changed', () => {
  expect(mutantsOf('a.ts', 'const f = (a: boolean) => a && true;')[0]?.text).toBe(
    'const f = (a: boolean) => true && true;',
  );
});
