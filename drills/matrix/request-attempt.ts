// A statement about a request for advice or what stands beside one, spoken to the database directly as somebody: what does it find?
import { type Behind, rolledBack } from './try-statement.ts';

/**
 * In the SQL `<name>` is the id of what was placed under that name, `<name@>` somebody's affiliation.
 * Whatever an attempt finds is tried again in disguises, and nobody may find it then.
 */
export type RequestAttempt = {
  readonly says: string;
  readonly as: string;
  /** What is so before: past every rule, in the same transaction. */
  readonly given?: string;
  readonly tries: string;
  /** `done` (whatever it gives), `refused`, `nothing` (no row), or what stands in the first column of the first row. */
  readonly finds: string;
  /** What is so afterwards: SQL that gives one truth, past every rule. */
  readonly leaves?: string;
  /** Disguises in which it is found all the same. */
  readonly even?: readonly Disguise[];
};

/** Whoever signs in with nothing of a person or an affiliation. */
export type Ids = Readonly<Record<string, string | null>>;

export const disguises = {
  'whose affiliation has ended': `update affiliations set ends_at = app.now() - interval '1 second' where id = <as@>`,
  'who has ended': `update people set ended_at = app.now() - interval '1 second' where id = <as>`,
  'whose agency has ended': `update agencies set ended_at = app.now() - interval '1 second'
    where id = (select agency_id from affiliations where id = <as@>)`,
  'in another affiliation': `insert into affiliations (id, person_id, agency_id, profession, starts_at)
    select '00000000-0000-7000-8000-000000000001', person_id, agency_id, profession, starts_at from affiliations where id = <as@>`,
  'in none': '',
  'in a borrowed one': '',
} as const;
export type Disguise = keyof typeof disguises;
export const disguiseNames = Object.keys(disguises) as Disguise[];

/** Who the database is told it is. Somebody of nothing at all borrows the affiliation. */
const actingAs = (ids: Ids, as: string, disguise?: Disguise): readonly [string | null, string | null] => {
  const own = [ids[as] ?? null, ids[`${as}@`] ?? null] as const;
  if (disguise === 'in another affiliation') return [own[0], '00000000-0000-7000-8000-000000000001'];
  if (disguise === 'in none') return [own[0], null];
  if (disguise === 'in a borrowed one')
    return [ids[as === 'stranger' ? 'principal' : 'stranger'] ?? null, own[1]];
  return own;
};

const filled = (sql: string, ids: Ids, as: string): string =>
  sql.replaceAll(/<([a-zA-Z’, -]+@?)>/g, (whole, name: string) => {
    const id = ids[name.replace(/^as(@?)$/, `${as}$1`)];
    return id === undefined || id === null ? whole : `'${id}'::uuid`;
  });

const foundIn = (rows: readonly Record<string, unknown>[], count: number, command: string): string => {
  if (command !== 'SELECT') return count > 0 ? 'done' : 'nothing';
  const [row] = rows;
  if (row === undefined) return 'nothing';
  const first = Object.values(row)[0];
  return first === null || first === '' ? 'done' : String(first);
};

/** What it finds; `otherwise` when what is said of afterwards is not so. Leaves nothing behind. */
export const tryRequest = async (
  behind: Behind,
  ids: Ids,
  { as, given, tries, leaves }: Omit<RequestAttempt, 'says' | 'finds'>,
  disguise?: Disguise,
): Promise<string> => {
  let found = 'refused';
  await rolledBack(behind, async () => {
    if (given !== undefined) await behind.query(filled(given, ids, as));
    if (disguise !== undefined) await behind.query(filled(disguises[disguise], ids, as));
    const [person, affiliation] = actingAs(ids, as, disguise);
    await behind.query(
      `select set_config('app.person', $1, true), set_config('app.affiliation', $2, true), set_config('role', $3, true)`,
      [person ?? '', affiliation ?? '', as === 'jobs' ? 'rinki_jobs' : 'rinki_app'],
    );
    try {
      const sql = filled(tries, ids, as);
      // Of several statements the last one counts.
      const results = [await behind.query(sql)].flat();
      const last = results.at(-1);
      found = foundIn(last?.rows ?? [], last?.rowCount ?? 0, last?.command ?? '');
    } catch (error) {
      // Refused by a policy or a door; anything else is a mistake of the table.
      if ((error as { code?: unknown }).code !== '42501') throw error;
      return;
    }
    if (leaves === undefined) return;
    await behind.query('reset role');
    const { rows } = await behind.query(filled(leaves, ids, as));
    if (Object.values(rows[0] ?? {})[0] !== true) found = 'otherwise';
  });
  return found;
};
