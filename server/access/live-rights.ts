// What one person may get of a case's stream now: both rings, loaded as that person, and until when the answer holds.
import { sql } from 'kysely';
import type { Tx } from '../platform/db/transaction.ts';
import { fingerprintOf } from '../platform/live/resume-token.ts';
import { standingOf, type Viewer, viewerOf } from './abilities.ts';
import type { Acting } from './actor.ts';
import type { Facts, FactsCache } from './facts.ts';
import { readableKeys } from './rules.ts';

export type LiveRights = {
  /** The head of the stream when this was loaded: every change of access up to it is in here. */
  readonly seq: number;
  readonly facts: Facts;
  readonly viewer: Viewer;
  /** Keys that ring 1 and row-level security both open. */
  readonly keys: ReadonlySet<number>;
  /** By ring 1 alone, as a snapshot seals it into its token. The same as `keys` unless something is wrong. */
  readonly readable: ReadonlySet<number>;
  readonly newestKey: number;
  /** Goes into the resume token. */
  readonly fingerprint: string;
  /** Milliseconds since 1970: the next moment at which something begins or ends by itself. */
  readonly until: number;
};

/** The database's clock and ours may differ by less than this; a moment that has just passed is looked at once more. */
const clockSlackMs = 1_000;

/** The next moment after `at` at which a membership, a ground or a guardian's power begins or ends, or that of the last second once more. */
export const nextBoundary = (facts: Facts, at: number): number => {
  let next = Number.POSITIVE_INFINITY;
  const consider = (moment: number | null): void => {
    if (moment === null || moment <= at - clockSlackMs) return;
    next = Math.min(next, moment > at ? moment : moment + clockSlackMs);
  };
  for (const { startsAt, endsAt } of [...facts.memberships, ...facts.grounds, ...facts.guardians]) {
    consider(startsAt);
    consider(endsAt);
  }
  return next;
};

/** The highest audience key there is in the case. */
export const newestKeyOf = (facts: Facts): number =>
  facts.audiences.reduce((most, a) => Math.max(most, a.aclKey), 0);

/** The own keys by ring 2, of the affiliation in which the transaction acts, with the moment each ends. */
const ownKeys = (tx: Tx, caseId: string) =>
  sql<{ acl_key: number; until: Date | null }>`
    select m.acl_key, upper(m.valid) as until from audiences d join acl_members m on m.acl_key = d.acl_key
    where d.case_id = ${caseId} and m.person_id = app.person() and m.affiliation_id is not distinct from app.affiliation() and m.valid @> app.now()`.execute(
    tx,
  );

/** Null when there is no such case and when nobody acting so is a member now: nobody can tell the two apart. */
export const loadRights = async (
  tx: Tx,
  cache: FactsCache,
  who: Acting,
  caseId: string,
  at: number,
): Promise<LiveRights | null> => {
  const [known, stream, own] = await Promise.all([
    cache.read(tx, caseId),
    tx.selectFrom('streams').select('head_seq').where('id', '=', caseId).executeTakeFirst(),
    ownKeys(tx, caseId),
  ]);
  if (!known || !stream) return null;
  const { facts } = known;
  const viewer = viewerOf(facts, who, at);
  if (!viewer.member) return null;
  const readable = readableKeys(facts, who, at);
  const held = new Set(own.rows.map((row) => row.acl_key));
  const keys = new Set(readable.filter((key) => held.has(key)));
  const newestKey = newestKeyOf(facts);
  return {
    seq: stream.head_seq,
    facts,
    viewer,
    keys,
    readable: keys.size === readable.length ? keys : new Set(readable),
    newestKey,
    fingerprint: fingerprintOf(readable, newestKey, standingOf(viewer)),
    until: own.rows.reduce(
      (least, row) => Math.min(least, row.until?.getTime() ?? Number.POSITIVE_INFINITY),
      nextBoundary(facts, at),
    ),
  };
};

/** Did anything change that this person's screen shows? Keys made since are no change: there was nothing under them. */
export const rightsDiffer = (before: LiveRights, now: LiveRights): boolean =>
  standingOf(before.viewer) !== standingOf(now.viewer) || keysDiffer(before, now);

type Held = Pick<LiveRights, 'keys' | 'newestKey'>;

/** Has a key gone, or come that there was before? */
export const keysDiffer = (before: Held, now: Held): boolean => {
  for (const key of before.keys) if (!now.keys.has(key)) return true;
  for (const key of now.keys) if (key <= before.newestKey && !before.keys.has(key)) return true;
  return false;
};

export type CaseKeys = Held & { readonly caseId: string; readonly head: number };

/** Every case in which the transaction, acting as it does, holds a key now, with the heads of their streams; ring 2 only. */
export const loadCaseKeys = async (tx: Tx): Promise<CaseKeys[]> => {
  const { rows } = await sql<{ case_id: string; head_seq: number; keys: number[]; newest: number }>`
    select d.case_id, s.head_seq, array_agg(m.acl_key) as keys, access.newest_key(d.case_id) as newest
    from acl_members m join audiences d on d.acl_key = m.acl_key join streams s on s.id = d.case_id
    where m.person_id = app.person() and m.affiliation_id is not distinct from app.affiliation() and m.valid @> app.now() group by d.case_id, s.head_seq`.execute(
    tx,
  );
  return rows.map((row) => ({
    caseId: row.case_id,
    head: row.head_seq,
    keys: new Set(row.keys),
    newestKey: row.newest,
  }));
};
