// How a policy's expression, as PostgreSQL prints it, falls into its predicates.
import { expect, test } from 'vitest';
import { conjunctsOf } from './sql-mutants.ts';

test('predicates that are joined by "and" are taken one by one, with what stands in their own parentheses', () => {
  expect(
    conjunctsOf("((state <> 'x'::text) AND (a = ANY (b)) AND (EXISTS ( SELECT WHERE (c AND d))))"),
  ).toEqual(["(state <> 'x'::text)", '(a = ANY (b))', '(EXISTS ( SELECT WHERE (c AND d)))']);
});

test('an expression of one predicate is that predicate', () => {
  expect(conjunctsOf('(EXISTS ( SELECT WHERE (c AND d)))')).toEqual(['(EXISTS ( SELECT WHERE (c AND d)))']);
  expect(conjunctsOf('((a OR b) OR c)')).toEqual(['((a OR b) OR c)']);
});
