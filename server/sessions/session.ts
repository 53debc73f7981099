// A session in the database: only the hash of its token is kept; 12 hours at most, 30 minutes without a person's doing.
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { AgencyKind, Profession } from '../../shared/vocabulary.ts';
import type { Actor } from '../access/actor.ts';
import { kept } from '../platform/db/kept.ts';
import type { DB } from '../platform/db/tables.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { hashToken } from '../platform/http/secrets.ts';
import { moveOn } from './acting-affiliation.ts';

export const idleMinutes = 30;
export const longestHours = 12;
/** A busy session writes that it is active at most once in this many seconds. */
const activeEvery = 30;

export const newToken = (): string => randomBytes(32).toString('base64url');

export const startSession = async (
  db: Kysely<DB> | Tx,
  personId: string,
  affiliationId: string | null,
  at: Date,
): Promise<{ id: string; token: string; expiresAt: Date }> => {
  const token = newToken();
  const expiresAt = new Date(at.getTime() + longestHours * 3_600_000);
  const { id } = await db
    .insertInto('sessions')
    .values({
      person_id: personId,
      affiliation_id: affiliationId,
      token_hash: hashToken(token),
      created_at: at,
      active_at: at,
      expires_at: expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, token, expiresAt };
};

export type Known = {
  readonly actor: Actor;
  readonly expiresAt: Date;
  readonly activeAt: Date;
  /** Signed in with a one-time password that is still to be changed. */
  readonly mustChange: boolean;
};

type Acted = {
  readonly id: string;
  readonly person_id: string;
  readonly affiliation_id: string | null;
  readonly agency_id: string | null;
  readonly profession: string | null;
  readonly ends_at: Date | null;
  readonly kind: string | null;
};

const actingNow = async (db: Kysely<DB>, row: Acted, at: Date): Promise<Actor['affiliation']> => {
  const { affiliation_id: id, agency_id: agencyId } = row;
  if (id === null || agencyId === null) return null;
  if (row.ends_at !== null && row.ends_at <= at)
    return moveOn(db, { id: row.id, personId: row.person_id, endedAffiliationId: id }, at);
  return {
    id,
    agencyId,
    agencyKind: AgencyKind.parse(row.kind),
    profession: Profession.parse(row.profession),
  };
};

/** The session of a token, unless it was ended. */
export const rowOf = kept((db, given: { hash: Buffer }) =>
  db
    .selectFrom('sessions as s')
    .leftJoin('affiliations as a', 'a.id', 's.affiliation_id')
    .leftJoin('agencies as g', 'g.id', 'a.agency_id')
    .leftJoin('credentials as c', 'c.person_id', 's.person_id')
    .select([
      's.id',
      's.person_id',
      's.expires_at',
      's.active_at',
      'a.id as affiliation_id',
      'a.agency_id',
      'a.profession',
      'a.ends_at',
      'g.kind',
      'c.must_change',
    ])
    .where('s.token_hash', '=', given.hash)
    .where('s.ended_at', 'is', null),
);
type Row = Acted & { readonly expires_at: Date; readonly active_at: Date };

/** Neither over nor idle. */
export const holdsAt = (row: Row, at: Date): boolean =>
  row.expires_at > at && row.active_at.getTime() + idleMinutes * 60_000 > at.getTime();

/** Who holds this token, if the session still holds: not ended, not idle. Where its affiliation has ended, it moves on. */
export const findSession = async (db: Kysely<DB>, token: string, at: Date): Promise<Known | null> => {
  const row = (await db.executeQuery(rowOf({ hash: hashToken(token) }))).rows[0];
  if (!row || !holdsAt(row, at)) return null;
  const affiliation = await actingNow(db, row, at);
  return {
    actor: { personId: row.person_id, sessionId: row.id, family: affiliation === null, affiliation },
    expiresAt: row.expires_at,
    activeAt: row.active_at,
    mustChange: row.must_change ?? false,
  };
};

/** Is it time to write down that its holder is doing something? */
export const isActivityDue = (known: Known, at: Date): boolean =>
  at.getTime() - known.activeAt.getTime() >= activeEvery * 1000;

/** A person did something; a ping or a live frame is no activity. */
export const markActive = async (db: Kysely<DB>, known: Known, at: Date): Promise<void> => {
  if (!isActivityDue(known, at)) return;
  await db.updateTable('sessions').set({ active_at: at }).where('id', '=', known.actor.sessionId).execute();
};

/** Ends sessions and returns their ids. */
export const endSessions = async (
  tx: Tx,
  personId: string,
  which: { only?: string; except?: string },
  at: Date,
): Promise<string[]> => {
  let query = tx
    .updateTable('sessions')
    .set({ ended_at: at })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null);
  if (which.only !== undefined) query = query.where('id', '=', which.only);
  if (which.except !== undefined) query = query.where('id', '!=', which.except);
  const rows = await query.returning('id').execute();
  return rows.map((row) => row.id);
};
