// Walks every way out as everybody, in every state, and compares each text with the table of reading rules.

import type { World } from '../../server/testing/open-world.ts';
import { getWorkspace } from '../../shared/cases.ts';
import { everybody, type Who } from './cast.ts';
import { type Region, registerRegion } from './people.ts';
import { type PlacedCase, placeCase } from './place-case.ts';
import { expected } from './reading-rules.ts';
import { type StateName, stateNames, stateOf } from './states.ts';
import { createTally, look, type Tally } from './tally.ts';
import { nameOf } from './texts.ts';
import {
  eventKinds,
  type Found,
  type HowMany,
  listen,
  pdf,
  poll,
  publish,
  snapshot,
  toldAbout,
  version,
} from './ways-out.ts';

export type Prepared = {
  readonly world: World;
  readonly region: Region;
  readonly cases: Readonly<Record<StateName, PlacedCase>>;
};

/** @param names the states of which a case is placed; no other is to be walked then */
export const prepare = async (world: World, names: readonly StateName[] = stateNames): Promise<Prepared> => {
  const region = await registerRegion(world);
  const cases = {} as Record<StateName, PlacedCase>;
  for (const name of names) cases[name] = await placeCase(world, region, stateOf(name));
  return { world, region, cases };
};

const compare = (
  tally: Tally,
  way: string,
  who: Who,
  state: StateName,
  texts: PlacedCase['texts'],
  found: Found,
): void => {
  for (const { text, entryId } of texts) {
    const { reads, says } = expected(who, text, stateOf(state));
    look(tally, reads, found.has(entryId), () => `${way}, ${state}: ${who} reads ${nameOf(text)} (${says})`);
  }
};

type Ask = (prepared: Prepared, who: Who, placed: PlacedCase) => Promise<Found>;

/** Ways out that are asked once for each person and state. */
export const asked = {
  snapshot: ({ region }, who, placed) => snapshot(region.people[who], placed),
  version: ({ region }, who, placed) => version(region.people[who], placed),
  pdf: ({ region }, who, placed) => pdf(region.people[who], placed),
} as const satisfies Record<string, Ask>;

export const walkAsked = async (
  prepared: Prepared,
  way: keyof typeof asked,
  states: readonly StateName[] = stateNames,
): Promise<Tally> => {
  const tally = createTally();
  for (const state of states) {
    for (const who of everybody) {
      const placed = prepared.cases[state];
      compare(tally, way, who, state, placed.texts, await asked[way](prepared, who, placed));
    }
  }
  return tally;
};

/**
 * Ring 2 alone: what a plain query of each table finds, as the person. Rows under a key that is of no text (of the case
 * itself, of who takes part) are the routes' matter.
 */
export const walkTables = async (
  { world, region, cases }: Prepared,
  tables: readonly string[],
  enough = false,
  states: readonly StateName[] = stateNames,
): Promise<Tally> => {
  const tally = createTally();
  for (const state of states) {
    const { texts } = cases[state];
    const keys = texts.map(({ aclKey }) => aclKey);
    for (const table of tables) {
      const query = `select distinct acl_key::int as key from ${table} where acl_key = any($1::bigint[])`;
      const there = new Set((await world.superuser(query, [keys])).rows.map((row) => Number(row['key'])));
      const present = texts.filter(({ aclKey }) => there.has(aclKey));
      for (const who of everybody) {
        const rows = await world.write(region.people[who].id, query, [keys]);
        const seen = new Set(rows.map((row) => Number(row['key'])));
        const found = new Set(present.filter(({ aclKey }) => seen.has(aclKey)).map(({ entryId }) => entryId));
        compare(tally, `plain query of ${table}`, who, state, present, found);
      }
      if (enough && tally.mismatches > 0) return tally;
    }
  }
  return tally;
};

/** How long a crowd of sockets may take to hear of what was published. */
const quietMs = 1_500;

/** Sockets and polls at once, of everybody, while one event of each kind is published under each audience. */
export const walkFrames = async (
  prepared: Prepared,
  address: string,
  state: StateName,
  many: HowMany,
): Promise<Tally> => {
  const tally = createTally();
  const { world, region, cases } = prepared;
  const placed = cases[state];
  const tokens = new Map<Who, string>();
  const sockets = new Map<Who, Awaited<ReturnType<typeof listen>>>();
  for (const who of everybody) {
    const { status, body } = await region.people[who].try(getWorkspace, {
      params: { caseId: placed.caseId },
    });
    if (status === 200) tokens.set(who, body.live);
    sockets.set(who, await listen(address, region.people[who], placed));
  }
  await publish(world, placed, many);
  const count = () => [...sockets.values()].reduce((sum, socket) => sum + socket.frames(), 0);
  for (let before = -1; before !== count(); ) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, quietMs));
  }
  for (const who of everybody) {
    const token = tokens.get(who);
    const polled = token === undefined ? new Map() : await poll(region.people[who], placed, token);
    const told = (await sockets.get(who)?.stop()) ?? new Map();
    for (const kind of eventKinds()) {
      const texts = toldAbout(placed, kind, many);
      compare(tally, `frame ${kind}`, who, state, texts, told.get(kind) ?? new Set());
      compare(tally, `polled ${kind}`, who, state, texts, polled.get(kind) ?? new Set());
    }
  }
  return tally;
};
