// Takes the predicates of ring 2 away, one at a time: of the policies, and of the functions that derive who reads what
// and of the doors. Read from the database's own catalog, so that a new policy is among them without being named.
import type { World } from '../../server/testing/open-world.ts';

export type SqlMutant = {
  readonly name: string;
  readonly apply: string;
  readonly revert: string;
  /** Who reads what is derived by it: everything is to be derived anew. */
  readonly derives: boolean;
  /** Of a policy: the table that it keeps. */
  readonly table?: string;
};

/** `((a) AND (b))` → `(a)`, `(b)`; anything else is one predicate. */
export const conjunctsOf = (expression: string): string[] => {
  const inner = expression.replace(/^\((.*)\)$/s, '$1');
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < inner.length; at += 1) {
    if (inner[at] === '(') depth += 1;
    if (inner[at] === ')') depth -= 1;
    if (depth < 0) return [expression];
    if (depth === 0 && inner.startsWith(' AND ', at)) {
      parts.push(inner.slice(from, at));
      from = at + 5;
    }
  }
  return depth === 0 && parts.length > 0 ? [...parts, inner.slice(from)] : [expression];
};

/** The expression without one of its parts each time; without any where it has only one. */
const weaker = (expression: string): { without: string; becomes: string }[] => {
  const parts = conjunctsOf(expression);
  return parts.map((without, n) => ({
    without,
    becomes: parts.length === 1 ? 'true' : parts.filter((_, index) => index !== n).join(' AND '),
  }));
};

type Policy = { table: string; name: string; qual: string | null; check: string | null };

export const policyMutants = async (world: World): Promise<SqlMutant[]> => {
  const { rows } = await world.superuser(
    `select tablename as "table", policyname as name, qual, with_check as check from pg_policies
     where schemaname = 'public' and 'rinki_app' = any (roles) order by 1, 2`,
  );
  return (rows as Policy[]).flatMap(({ table, name, qual, check }) => {
    const alter = (using: string | null, withCheck: string | null): string =>
      `alter policy ${name} on ${table}${using === null ? '' : ` using (${using})`}${withCheck === null ? '' : ` with check (${withCheck})`}`;
    const revert = alter(qual, check);
    const mutant = (part: string, without: string, apply: string): SqlMutant => ({
      name: `policy ${name} on ${table}, ${part}: without ${without.replaceAll(/\s+/g, ' ')}`,
      apply,
      revert,
      derives: false,
      table,
    });
    return [
      ...(qual === null || qual === 'true'
        ? []
        : weaker(qual).map((one) => mutant('using', one.without, alter(one.becomes, check)))),
      ...(check === null || check === 'true'
        ? []
        : weaker(check).map((one) => mutant('check', one.without, alter(qual, one.becomes)))),
    ];
  });
};

type Change = readonly [what: RegExp, becomes: string];

/** What carries a rule in the functions: a branch of the derivation, a factor of its product, a refusal of a door. */
const changes: Readonly<Record<'derive' | 'door', readonly Change[]>> = {
  derive: [
    [/then never\b/g, 'then always'],
    [/then always\b/g, 'then never'],
    [/else never\b/g, 'else always'],
    [/else always\b/g, 'else never'],
    [/\* known\b/g, ''],
    [/\* addressed\b/g, ''],
    [/active \* /g, ''],
  ],
  door: [
    [/raise exception '[^']*' using errcode = '42501';/g, 'null;'],
    [/perform access\.require_member\([^)]*\);/g, 'null;'],
  ],
};

const mutantsOfFunction = (name: string, definition: string, kind: keyof typeof changes): SqlMutant[] =>
  changes[kind].flatMap(([what, becomes]) =>
    [...definition.matchAll(what)].map(({ 0: was, index }) => ({
      name: `function ${name}, line ${definition.slice(0, index).split('\n').length}: ${was} → ${becomes}`,
      apply: definition.slice(0, index) + becomes + definition.slice(index + was.length),
      revert: definition,
      derives: kind === 'derive',
    })),
  );

export const functionMutants = async (world: World): Promise<SqlMutant[]> => {
  const { rows } = await world.superuser(
    `select p.proname as name, pg_get_functiondef(p.oid) as definition from pg_proc p
     where p.pronamespace = 'access'::regnamespace and p.prokind = 'f' order by 1`,
  );
  return (rows as { name: string; definition: string }[]).flatMap(({ name, definition }) =>
    mutantsOfFunction(name, definition, name.startsWith('derived') ? 'derive' : 'door'),
  );
};
