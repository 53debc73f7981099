// Takes the predicates of ring 2 away, one at a time: of the policies, and of the functions that derive who reads what
// and of the doors, and the conditions of the functions that policies and doors ask. Read from the database's own catalog,
// so that a new policy is among them without being named.
import type { World } from '../../server/testing/open-world.ts';
import { conditionsOf, refusalsOf } from './sql-conditions.ts';

export type SqlMutant = {
  readonly name: string;
  readonly apply: string;
  readonly revert: string;
  /** Who reads what is derived by it: everything is to be derived anew. */
  readonly derives: boolean;
  /** The table, or the function and those that ask it: what speaks of one of them is tried first. */
  readonly about: readonly string[];
  /** The line on which it stands; of a policy nothing. */
  readonly line: string;
  /** The tables whose policies say it. */
  readonly tables: readonly string[];
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

/** Which of the matrices is to notice it: the one of cases, or those of what belongs to no case (requests.ts). */
export type Part = 'cases' | 'requests';

const tablesOfRequests =
  /^(services|service_members|consultation.*|joint_answer.*|documents|document_.*|bundle.*|welfare_.*)$/;
const functionsOfRequests =
  /consultation|service|joint_answer|bundle|welfare|attachment|_scan$|document|^sides_|stand|escalat|uncarried|^(acts|people_answering|administers_agency|asks_kind|holder_holds|is_listed|my_invitations|is_staffed|invitable_experts|naming_readers|places|take_request_into_case|tell_of_time|turned_between|people_beside_notification)$/;
const partOf = (name: string, ofRequests: RegExp): Part => (ofRequests.test(name) ? 'requests' : 'cases');

/** The same with every condition inside it, at any depth. */
const weakerInside = (expression: string): { without: string; becomes: string }[] => [
  ...(conjunctsOf(expression).length > 1 ? [] : weaker(expression)),
  ...conditionsOf(expression).map(({ from, to, text }) => ({
    without: text,
    becomes: `${expression.slice(0, from)}true${expression.slice(to)}`,
  })),
];

type Policy = { table: string; name: string; qual: string | null; check: string | null };

export const policyMutants = async (
  { superuser }: Pick<World, 'superuser'>,
  part: Part,
): Promise<SqlMutant[]> => {
  const { rows } = await superuser(
    `select tablename as "table", policyname as name, qual, with_check as check from pg_policies
     where schemaname = 'public' and 'rinki_app' = any (roles) order by 1, 2`,
  );
  const asked = (rows as Policy[]).filter(({ table }) => partOf(table, tablesOfRequests) === part);
  const without = part === 'requests' ? weakerInside : weaker;
  return asked.flatMap(({ table, name, qual, check }) => {
    const alter = (using: string | null, withCheck: string | null): string =>
      `alter policy ${name} on ${table}${using === null ? '' : ` using (${using})`}${withCheck === null ? '' : ` with check (${withCheck})`}`;
    const revert = alter(qual, check);
    const mutant = (part: string, without: string, apply: string): SqlMutant => ({
      name: `policy ${name} on ${table}, ${part}: without ${without.replaceAll(/\s+/g, ' ')}`,
      apply,
      revert,
      derives: false,
      about: [table],
      line: '',
      tables: [table],
    });
    return [
      ...(qual === null || qual === 'true'
        ? []
        : without(qual).map((one) => mutant('using', one.without, alter(one.becomes, check)))),
      ...(check === null || check === 'true'
        ? []
        : without(check).map((one) => mutant('check', one.without, alter(qual, one.becomes)))),
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
    [/\* (?:pairs\.)?known\b/g, ''],
    [/\* (?:pairs\.)?addressed\b/g, ''],
    [/\* entered\b/g, ''],
    [/(?:pairs\.)?active \* /g, ''],
  ],
  door: [
    [/raise exception '[^']*' using errcode = '42501';/g, 'null;'],
    [/perform access\.require_(?:member|administrator)\([^)]*\);/g, 'null;'],
  ],
};

/** `watches`: the tables whose triggers ask it. */
type Defined = {
  name: string;
  definition: string;
  gives: string;
  tables: string[];
  watches: string[];
};
/** And the functions that ask it. */
type Asked = Defined & { asking: string[] };

/** What is derived from it is who reads what: periods, or the readers themselves. */
const derives = ({ name, gives }: Defined): boolean =>
  name.startsWith('derived') || gives === 'tstzmultirange' || name === 'guardian_powers';

const replaced = (one: Asked, from: number, to: number, becomes: string): SqlMutant => {
  const { name, definition, tables, watches, asking } = one;
  const was = definition.slice(from, to).replaceAll(/\s+/g, ' ');
  return {
    name: `function ${name}, line ${definition.slice(0, from).split('\n').length}: ${was} → ${becomes}`,
    apply: definition.slice(0, from) + becomes + definition.slice(to),
    revert: definition,
    derives: derives(one),
    about: [name, ...asking, ...watches, ...tables],
    line: definition.slice(definition.lastIndexOf('\n', from), definition.indexOf('\n', to)),
    tables,
  };
};

const mutantsOfFunction = (one: Asked, part: Part): SqlMutant[] => [
  ...changes[derives(one) ? 'derive' : 'door'].flatMap(([what, becomes]) =>
    [...one.definition.matchAll(what)].map(({ 0: was, index }) =>
      replaced(one, index, index + was.length, becomes),
    ),
  ),
  // Of a function that answers yes or no, says when, or refuses: every condition once. Of a request, of every function.
  ...(part === 'requests' || one.gives === 'boolean' || derives(one) || one.name.startsWith('require_')
    ? conditionsOf(one.definition).map(({ from, to }) => replaced(one, from, to, 'true'))
    : []),
  ...(part === 'requests'
    ? refusalsOf(one.definition).map(({ from, to }) => replaced(one, from, to, 'false'))
    : []),
];

export const functionMutants = async (
  { superuser }: Pick<World, 'superuser'>,
  part: Part,
): Promise<SqlMutant[]> => {
  const { rows } = await superuser(
    `select p.proname as name, pg_get_functiondef(p.oid) as definition, format_type(p.prorettype, null) as gives,
       array(select distinct o.tablename::text from pg_policies o where o.schemaname = 'public'
         and concat(o.qual, o.with_check) like '%access.' || p.proname || '(%') as tables,
       array(select distinct t.tgrelid::regclass::text from pg_trigger t where t.tgfoid = p.oid and not t.tgisinternal) as watches
     from pg_proc p where p.pronamespace = 'access'::regnamespace and p.prokind = 'f' order by 1`,
  );
  const all = (rows as Defined[]).filter(({ name }) => partOf(name, functionsOfRequests) === part);
  return all.flatMap((one) =>
    mutantsOfFunction(
      {
        ...one,
        asking: all
          .filter(({ definition }) => definition.includes(`access.${one.name}(`))
          .map(({ name }) => name),
      },
      part,
    ),
  );
};
