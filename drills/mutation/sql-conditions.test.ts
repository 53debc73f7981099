// Which parts of an SQL function's text are taken for its conditions.
import { expect, test } from 'vitest';
import { conditionsOf, refusalsOf } from './sql-conditions.ts';

const texts = (sql: string): string[] => conditionsOf(sql).map(({ text }) => text);

test('what is joined by "and", and what follows "where", at any depth', () => {
  expect(
    texts(`select exists (select from a where a.x = 1 and (a.y or f(a.z)) and a.w is not null)`),
  ).toEqual(['a.x = 1', '(a.y or f(a.z))', 'a.w is not null']);
});

test('a lone condition of a "where", and the conditions inside another', () => {
  expect(
    texts(`select from a where exists (select from b where b.x = a.x and b.y in (1, 2)) order by a.x`),
  ).toEqual(['exists (select from b where b.x = a.x and b.y in (1, 2))', 'b.x = a.x', 'b.y in (1, 2)']);
});

test('of a choice each answer that is a condition by itself', () => {
  expect(
    texts(`select case p when 'a' then x is not null and r <> 'b' when 'c' then s else false end`),
  ).toEqual(['x is not null', "r <> 'b'"]);
});

test('"between", text and comments keep their words', () => {
  expect(
    texts(`select from a where x between 1 and 2 and y = 'this and that' -- and so on\n group by x`),
  ).toEqual(['x between 1 and 2', "y = 'this and that'"]);
});

test('of a refusal each reason, with what stands in its own parentheses; of one that has one reason none', () => {
  const reasons = (sql: string): string[] => refusalsOf(sql).map(({ text }) => text);
  expect(
    reasons(
      `if not found or c.state in ('a', 'b') or (x and (y or z)) then raise exception 'no' using errcode = '42501'; end if;`,
    ),
  ).toEqual(['not found', "c.state in ('a', 'b')", '(x and (y or z))']);
  expect(reasons(`if not access.acts() then raise exception 'no' using errcode = '42501'; end if;`)).toEqual(
    [],
  );
  expect(reasons(`if a or b then return false; end if;`)).toEqual([]);
});
