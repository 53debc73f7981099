// Ring 2 alone: what a plain query finds, as the person, of the case itself, of its assessment and its grounds,
// of where the child is and of who takes part.
import { type AgencyName, agencies, agencyNames, everybody, placeOf } from './cast.ts';
import { mayReadGround, whereabouts } from './hiding-rules.ts';
import { expectedToKnow } from './knowing-rules.ts';
import { expected, mayEnter } from './reading-rules.ts';
import { stateNames, stateOf } from './states.ts';
import { createTally, look, type Tally } from './tally.ts';
import type { Prepared } from './walk-reading.ts';

/** Rows of which each is for whoever may be told that there is the case. */
const shared = {
  cases: 'select count(*)::int as n from cases where id = $1',
  assessments: 'select count(*)::int as n from assessments where case_id = $1',
} as const;
const groundsOf = `select g.id, f.kind as "from", t.kind as "to" from grounds g left join agencies f on f.id = g.from_agency_id
  left join agencies t on t.id = g.to_agency_id where g.case_id = $1`;
const whereIs = 'select case_id from whereabouts where case_id = $1';
const nameOfKind = (kind: unknown): AgencyName | null =>
  agencyNames.find((name) => agencies[name].kind === kind) ?? null;

const tables = Object.keys(shared) as (keyof typeof shared)[];
/** Tables that are looked at here. */
export const headTables: readonly string[] = [
  ...tables,
  'grounds',
  'whereabouts',
  'memberships',
  'acl_members',
];

export const walkHeads = async ({ world, region, cases }: Prepared): Promise<Tally> => {
  const tally = createTally();
  for (const name of stateNames) {
    const { caseId, members } = cases[name];
    const state = stateOf(name);
    const present = {} as Record<keyof typeof shared, boolean>;
    for (const table of tables)
      present[table] = Number((await world.superuser(shared[table], [caseId])).rows[0]?.['n']) > 0;
    const grounds = (await world.superuser(groundsOf, [caseId])).rows;
    for (const who of everybody) {
      const place = placeOf(who);
      const enters = place.when === 'now' && mayEnter({ place, state });
      for (const table of tables) {
        const [row] = await world.write(region.people[who].id, shared[table], [caseId]);
        const found = Number(row?.['n']) > 0;
        look(tally, enters && present[table], found, () => `plain query of ${table}, ${name}: ${who}`);
      }
      const readable = new Set(
        (await world.write(region.people[who].id, groundsOf, [caseId])).map((row) => row['id']),
      );
      for (const { id, from, to } of grounds) {
        const named = mayReadGround(state, place, [nameOfKind(from), nameOfKind(to)]);
        look(
          tally,
          enters && named,
          readable.has(id),
          () => `plain query of grounds, ${name}: ${who} reads one from ${String(from)} to ${String(to)}`,
        );
      }
      const where = await world.write(region.people[who].id, whereIs, [caseId]);
      const { reads, says: why } = expected(who, whereabouts, state);
      look(tally, reads, where.length > 0, () => `plain query of whereabouts, ${name}: ${who} (${why})`);
      const rows = await world.write(region.people[who].id, 'select id from memberships where case_id = $1', [
        caseId,
      ]);
      const seen = new Set(rows.map((row) => String(row['id'])));
      for (const other of everybody) {
        const id = members[other];
        if (id === undefined) continue;
        const { knows, says } = expectedToKnow(who, other, state);
        look(
          tally,
          knows,
          seen.has(id),
          () => `plain query of memberships, ${name}: ${who} knows of ${other} (${says})`,
        );
      }
    }
  }
  return tally;
};
