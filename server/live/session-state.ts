// Until when sessions hold, as the tables say now, with the heads of their persons' streams at the same moment.
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { idleMinutes } from '../sessions/index.ts';

export type SessionState = {
  readonly affiliationId: string | null;
  /** Milliseconds since 1970: when the session ends, and when its affiliation does. */
  readonly until: number;
  readonly actsUntil: number;
  readonly head: number;
};
type Row = {
  id: string;
  affiliation_id: string | null;
  expires_at: Date;
  ends_at: Date | null;
  active_at: Date;
  head_seq: number;
};

/** The sessions among these that have not been ended; whether their time has come is for the caller's clock to say. */
export const readSessions = async (
  context: Context,
  ids: readonly string[],
): Promise<Map<string, SessionState>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select s.id, s.affiliation_id, s.expires_at, a.ends_at, s.active_at, coalesce(t.head_seq, 0) as head_seq
    from sessions s left join affiliations a on a.id = s.affiliation_id left join streams t on t.id = s.person_id
    where s.id = any(${ids}::uuid[]) and s.ended_at is null`.execute(context.gateway);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        affiliationId: row.affiliation_id,
        until: Math.min(row.expires_at.getTime(), row.active_at.getTime() + idleMinutes * 60_000),
        actsUntil: row.ends_at?.getTime() ?? Number.POSITIVE_INFINITY,
        head: row.head_seq,
      },
    ]),
  );
};
