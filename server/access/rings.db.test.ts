// Ring 1 and ring 2 say the same. Random worlds are put into the real tables, past every rule; the database derives who
// holds which key, and the query of each person, acting in each affiliation, under row-level security is compared with the rule in TypeScript.
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccessWorld, accessWorld } from '../testing/access-worlds.ts';
import { testDatabase } from '../testing/database.ts';
import { applyChange, insertAccessWorld, type Placed } from '../testing/insert-access-world.ts';
import type { Acting } from './actor.ts';
import { Facts } from './facts.ts';
import { mayRead } from './rules.ts';

const worlds = Number(process.env.RINKI_RING_WORLDS ?? 200);
/** As long as so many worlds may take. */
const patienceMs = Math.max(120_000, worlds * 200);
const seed = Number(process.env.RINKI_RING_SEED ?? 20_261_122);

let client: pg.Client;
beforeAll(async () => {
  const database = await testDatabase();
  client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  await client.query(`create function public.seen_by(p_case uuid, p_acting jsonb, p_moments timestamptz[])
    returns table (person uuid, affiliation uuid, moment timestamptz, acl_key bigint) language plpgsql as $$
    begin
      perform set_config('role', 'rinki_app', true);
      for person, affiliation in select * from jsonb_to_recordset(p_acting) as x ("personId" uuid, "affiliationId" uuid) loop
        foreach moment in array p_moments loop
          perform set_config('app.person', person::text, true), set_config('app.affiliation', coalesce(affiliation::text, ''), true), set_config('app.now', moment::text, true);
          return query execute 'select $1, $2, $3, acl_key from audiences where case_id = $4' using person, affiliation, moment, p_case;
        end loop;
      end loop;
      perform set_config('role', 'none', true);
    end $$`);
});
afterAll(() => client.end());

type Rule = typeof mayRead;
type Difference = { moment: string; who: Acting; audience: number; ring1: boolean; ring2: boolean };

const nameOf = ({ personId, affiliationId }: Acting, at: Date, aclKey: number | string): string =>
  `${personId} ${affiliationId} ${at.getTime()} ${aclKey}`;

/** What each person's own query finds of the case's audiences, in the role that serves, at each moment. */
const ring2 = async (placed: Placed): Promise<ReadonlySet<string>> => {
  const { rows } = await client.query<{
    person: string;
    affiliation: string | null;
    moment: Date;
    acl_key: string;
  }>(`select * from public.seen_by($1, $2, $3)`, [
    placed.caseId,
    JSON.stringify(placed.acting),
    placed.moments,
  ]);
  return new Set(
    rows.map((row) =>
      nameOf({ personId: row.person, affiliationId: row.affiliation }, row.moment, row.acl_key),
    ),
  );
};

const readFacts = async (placed: Placed): Promise<Facts> => {
  await client.query(`select set_config('app.person', $1, true), set_config('app.affiliation', $2, true)`, [
    placed.opener.personId,
    placed.opener.affiliationId ?? '',
  ]);
  const { rows } = await client.query<{ facts: unknown }>(`select access.case_facts($1) as facts`, [
    placed.caseId,
  ]);
  return Facts.parse(rows[0]?.facts);
};

type Placement = { placed: Placed; facts: Facts; seen: ReadonlySet<string> };

/**
 * A world in the real tables, with what each query of each person finds there: as it was placed, and after each change of
 * access. Nothing of it stays.
 */
const place = async (world: AccessWorld): Promise<Placement[]> => {
  await client.query('begin');
  try {
    const placed = await insertAccessWorld(client, world);
    const look = async () => ({ placed, facts: await readFacts(placed), seen: await ring2(placed) });
    const placements = [await look()];
    for (const change of world.changes) {
      await applyChange(client, world, change);
      placements.push(await look());
    }
    return placements;
  } finally {
    await client.query('rollback');
  }
};

const compare = (
  { placed, facts, seen }: Placement,
  rule: Rule,
): { asked: number; differences: Difference[] } => {
  const differences: Difference[] = [];
  let asked = 0;
  for (const at of placed.moments) {
    for (const who of placed.acting) {
      for (const audience of facts.audiences) {
        const ring1 = rule(facts, who, audience, at.getTime());
        const ring2 = seen.has(nameOf(who, at, audience.aclKey));
        asked += 1;
        if (ring1 !== ring2)
          differences.push({ moment: at.toISOString(), who, audience: audience.aclKey, ring1, ring2 });
      }
    }
  }
  return { asked, differences };
};

/** For the drill, which tells it on. */
const report = (figures: { cells: number; differences: number }): void => {
  const file = process.env.RINKI_RING_REPORT;
  if (file) writeFileSync(file, JSON.stringify(figures));
};

/** A failure is shrunk to the smallest world that still differs. */
const prove = async (numRuns: number): Promise<number> => {
  let asked = 0;
  /** Of the first world that differs; worlds that come from it in the search for a smaller one are not counted. */
  let differences = 0;
  const same = fc.asyncProperty(accessWorld, async (world) => {
    const results = (await place(world)).map((placement) => compare(placement, mayRead));
    const found = results.flatMap((result) => result.differences);
    if (differences === 0) {
      asked += results.reduce((sum, result) => sum + result.asked, 0);
      differences = found.length;
      report({ cells: asked, differences });
    }
    expect(found).toEqual([]);
  });
  await fc.assert(same, { numRuns, seed });
  return asked;
};

test(
  `in ${worlds} random worlds both rings open the same to the same people at the same moments`,
  async () => {
    expect(await prove(worlds)).toBeGreaterThan(worlds * 100);
  },
  patienceMs,
);

/** Each is a mistake that the comparison must not miss. */
const mistakes: [string, Rule][] = [
  [
    'rights that come from the person, in whichever affiliation',
    (facts, { personId }, audience, at) =>
      facts.memberships
        .filter((m) => m.personId === personId)
        .some(({ affiliationId }) => mayRead(facts, { personId, affiliationId }, audience, at)),
  ],
  [
    'a prohibition that is ignored',
    (facts, ...rest) =>
      mayRead({ ...facts, grounds: facts.grounds.filter((g) => g.effect === 'allow') }, ...rest),
  ],
  [
    'a statute that no longer beats a prohibition',
    (facts, ...rest) =>
      mayRead({ ...facts, grounds: facts.grounds.map((g) => ({ ...g, beatsProhibition: false })) }, ...rest),
  ],
  [
    'the consent of one guardian that suffices for all',
    (facts, ...rest) => mayRead({ ...facts, guardians: facts.guardians.slice(0, 1) }, ...rest),
  ],
  ['guardians who are not asked at all', (facts, ...rest) => mayRead({ ...facts, guardians: [] }, ...rest)],
  [
    'a consent that is not its giver’s, by person',
    (facts, ...rest) =>
      mayRead({ ...facts, grounds: facts.grounds.map((g) => ({ ...g, givenBy: null })) }, ...rest),
  ],
  [
    'a consent that is not its giver’s, by relation',
    (facts, ...rest) =>
      mayRead({ ...facts, grounds: facts.grounds.map((g) => ({ ...g, givenByRelation: null })) }, ...rest),
  ],
  [
    'custody that lasts a moment longer than its last day',
    (facts, ...rest) =>
      mayRead(
        {
          ...facts,
          guardians: facts.guardians.map((g) => ({ ...g, endsAt: g.endsAt === null ? null : g.endsAt + 1 })),
        },
        ...rest,
      ),
  ],
  [
    'custody that has always been',
    (facts, ...rest) =>
      mayRead({ ...facts, guardians: facts.guardians.map((g) => ({ ...g, startsAt: null })) }, ...rest),
  ],
  [
    'limited custody that counts for everything',
    (facts, ...rest) =>
      mayRead(
        {
          ...facts,
          guardians: facts.guardians.map((g) => (g.custody === 'limited' ? { ...g, custody: 'joint' } : g)),
        },
        ...rest,
      ),
  ],
  [
    'break-glass that is a membership like any other',
    (facts, ...rest) =>
      mayRead(
        {
          ...facts,
          memberships: facts.memberships.map((m) =>
            m.role === 'break-glass' ? { ...m, role: 'visiting' } : m,
          ),
        },
        ...rest,
      ),
  ],
  [
    'break-glass that reads another agency on any ground',
    (facts, ...rest) =>
      mayRead(
        {
          ...facts,
          grounds: facts.grounds.map((g) => (g.effect === 'allow' ? { ...g, kind: 'vital-interest' } : g)),
          memberships: facts.memberships.filter((m) => m.role === 'break-glass'),
        },
        ...rest,
      ) || mayRead(facts, ...rest),
  ],
  [
    'a guardian without custody who must be asked',
    (facts, ...rest) =>
      mayRead(
        {
          ...facts,
          guardians: facts.guardians.map((g) => (g.custody === 'none' ? { ...g, custody: 'joint' } : g)),
        },
        ...rest,
      ),
  ],
  [
    'the consent of a child whose understanding nobody found',
    (facts, ...rest) =>
      mayRead(
        {
          ...facts,
          grounds: facts.grounds.map((g) => (g.effect === 'allow' ? { ...g, capacity: 'understands' } : g)),
        },
        ...rest,
      ),
  ],
  [
    'the prohibition of a child who does not understand',
    (facts, ...rest) =>
      mayRead(
        {
          ...facts,
          grounds: facts.grounds.map((g) => (g.effect === 'prohibit' ? { ...g, capacity: null } : g)),
        },
        ...rest,
      ),
  ],
  [
    'a guardian’s refusal that beats the child who understands',
    (facts, ...rest) =>
      mayRead(
        {
          ...facts,
          grounds: facts.grounds.map((g) =>
            g.effect === 'allow' && g.capacity === 'understands'
              ? { ...g, kind: 'disclosure-permission' }
              : g,
          ),
        },
        ...rest,
      ),
  ],
  [
    'a child’s prohibition that is no more than anybody’s',
    (facts, ...rest) =>
      mayRead(
        {
          ...facts,
          grounds: facts.grounds.map((g) =>
            g.effect === 'prohibit' && g.kind === 'child-consent' && g.capacity !== 'does-not-understand'
              ? { ...g, kind: 'disclosure-permission' }
              : g,
          ),
        },
        ...rest,
      ),
  ],
  [
    'a ground that holds before it begins',
    (facts, ...rest) =>
      mayRead({ ...facts, grounds: facts.grounds.map((g) => ({ ...g, startsAt: null })) }, ...rest),
  ],
  [
    'an end that holds on its last moment',
    (facts, ...rest) =>
      mayRead(
        {
          ...facts,
          memberships: facts.memberships.map((m) => ({
            ...m,
            endsAt: m.endsAt === null ? null : m.endsAt + 1,
          })),
        },
        ...rest,
      ),
  ],
  [
    'a reader of whom the author may not know',
    (facts, who, audience, at) =>
      mayRead(facts, who, audience, at) ||
      facts.memberships.some(
        (m) =>
          m.personId === who.personId &&
          mayRead(facts, who, { ...audience, authorIds: [], participation: true }, at),
      ),
  ],
  [
    'visiting members who count as team',
    (facts, ...rest) =>
      mayRead(
        {
          ...facts,
          memberships: facts.memberships.map((m) => (m.role === 'visiting' ? { ...m, role: 'team' } : m)),
        },
        ...rest,
      ),
  ],
  [
    'guardians who read what was chosen for the child',
    (facts, who, audience, at) =>
      mayRead(
        facts,
        who,
        audience.familyScope === 'chosen' ? { ...audience, familyScope: 'all' } : audience,
        at,
      ),
  ],
];

/** Every world is placed once and all mistakes are tried on it, until each was found. */
const foundAmong = async (): Promise<ReadonlySet<string>> => {
  const found = new Set<string>();
  for (const world of fc.sample(accessWorld, { numRuns: worlds * 5, seed })) {
    for (const placement of await place(world))
      for (const [name, mistaken] of mistakes)
        if (!found.has(name) && compare(placement, mistaken).differences.length > 0) found.add(name);
    if (found.size === mistakes.length) break;
  }
  return found;
};
let found: Promise<ReadonlySet<string>> | undefined;

test.each(mistakes)(
  'the comparison finds %s',
  async (name) => {
    found ??= foundAmong();
    expect([...(await found)]).toContain(name);
  },
  patienceMs,
);
