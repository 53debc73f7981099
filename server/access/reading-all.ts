// The viewer's rights in every case they are a member of, at once: for lists. The same rules as for one case, worked out
// anew only for cases whose access epoch has risen, or in which something has begun or ended since.
import { CompiledQuery, type RawBuilder, sql } from 'kysely';
import { ask, type Tx } from '../platform/db/transaction.ts';
import { type Viewer, viewerOf } from './abilities.ts';
import { type Acting, type Actor, actingAs } from './actor.ts';
import type { Facts, FactsCache } from './facts.ts';
import { nextBoundary } from './live-rights.ts';
import { readableKeys } from './rules.ts';

type OwnRights = { readonly viewer: Viewer; readonly keys: readonly number[] };
/** Rights of one person, acting in one affiliation, in one case, with what they were worked out from and the time in which they hold. */
type Kept = OwnRights & { readonly epoch: number; readonly since: number; readonly until: number };

export type AllRights = {
  readonly cases: ReadonlyMap<string, OwnRights>;
  /** All keys that open something for the viewer, as a statement takes them. */
  readonly keys: string;
  /** Is a row's key among those that open something for the viewer? `column` is its audience, as `c.acl_key`. */
  readonly opens: (column: string) => RawBuilder<boolean>;
};

/**
 * As a set that is hashed once: under a plan made for any list, `= any(…)` would search the list from its beginning for
 * each row. `is true` keeps it a condition on rows found otherwise, instead of where a plan begins.
 */
export const opensBy =
  (keys: string): AllRights['opens'] =>
  (column) =>
    sql<boolean>`(${sql.ref(column)} in (select unnest(${keys}::bigint[]))) is true`;

/** Tells whether anything may have changed of the rights in the own cases: see `access.own_epochs`. */
export type Version = { readonly places: number; readonly epochs: number };
const ownVersion = CompiledQuery.raw(
  'select places, epochs from access.own_epochs()',
) as CompiledQuery<Version>;
export const readOwnVersion = async (tx: Tx): Promise<Version | undefined> => (await ask(tx, ownVersion))[0];

type Ready = {
  readonly version: Version;
  readonly since: number;
  readonly until: number;
  readonly rights: AllRights;
};
const readies = new WeakMap<FactsCache, Map<string, Ready>>();

type Memory = Map<string, Map<string, Kept>>;
const memories = new WeakMap<FactsCache, Memory>();
const mostPeople = 1_000;

/** What is kept of one person acting in one affiliation; whoever was asked about longest ago is forgotten first. */
const keptOf = (cache: FactsCache, { personId, affiliationId }: Acting): Map<string, Kept> => {
  const who = `${personId} ${affiliationId}`;
  const memory = memories.get(cache) ?? new Map<string, Map<string, Kept>>();
  memories.set(cache, memory);
  const kept = memory.get(who) ?? new Map<string, Kept>();
  memory.delete(who);
  memory.set(who, kept);
  if (memory.size > mostPeople) memory.delete(memory.keys().next().value ?? who);
  return kept;
};

const workOut = (facts: Facts, epoch: number, who: Acting, at: number): Kept => {
  const closes = facts.closedAt !== null && facts.closedAt > at ? facts.closedAt : Number.POSITIVE_INFINITY;
  return {
    epoch,
    since: at,
    until: Math.min(nextBoundary(facts, at), closes),
    viewer: viewerOf(facts, who, at),
    keys: readableKeys(facts, who, at),
  };
};

/** The own cases, present and past, of the affiliation in which the actor acts, each with its access epoch. */
const readOwnEpochs = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom('memberships as m')
    .innerJoin('streams as s', 's.id', 'm.case_id')
    .select(['m.case_id', 's.access_epoch'])
    .distinct()
    .where('m.person_id', '=', actor.personId)
    .where('m.affiliation_id', actor.affiliation ? '=' : 'is', actor.affiliation?.id ?? null)
    .execute();

/**
 * Cases in which the actor takes part now. Whoever takes part in none gets an empty map, and no error.
 * @param version read in the same transaction: nothing is worked out, and no case is looked at, while it is the one
 * that the rights were worked out under and nothing has begun or ended since
 */
export const rightsInAll = async (
  tx: Tx,
  cache: FactsCache,
  actor: Actor,
  at: Date,
  version?: Version,
): Promise<AllRights> => {
  const now = at.getTime();
  const who = actingAs(actor);
  const name = `${who.personId} ${who.affiliationId}`;
  const ready = readies.get(cache) ?? new Map<string, Ready>();
  readies.set(cache, ready);
  const known = ready.get(name);
  const holds = known && known.since <= now && now < known.until;
  if (holds && known.version.places === version?.places && known.version.epochs === version.epochs)
    return known.rights;
  const rows = await readOwnEpochs(tx, actor);
  const kept = keptOf(cache, who);
  const stale = rows.filter(({ case_id, access_epoch }) => {
    const before = kept.get(case_id);
    return !before || before.epoch !== access_epoch || now < before.since || now >= before.until;
  });
  const fresh = await cache.readAll(
    tx,
    stale.map((row) => row.case_id),
  );
  for (const [caseId, { facts, epoch }] of fresh) kept.set(caseId, workOut(facts, epoch, who, now));
  const own = rows.flatMap(({ case_id }): [string, Kept][] => {
    const rights = kept.get(case_id);
    return rights ? [[case_id, rights]] : [];
  });
  const open = own.filter(([, { viewer }]) => viewer.member);
  const keys = `{${open.flatMap(([, rights]) => rights.keys).join(',')}}`;
  const rights: AllRights = { cases: new Map(open), keys, opens: opensBy(keys) };
  if (!version) return rights;
  const until = own.reduce((least, [, { until: end }]) => Math.min(least, end), Number.POSITIVE_INFINITY);
  ready.delete(name);
  ready.set(name, { version, since: now, until, rights });
  if (ready.size > mostPeople) ready.delete(ready.keys().next().value ?? name);
  return rights;
};
