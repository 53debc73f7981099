// In which affiliation a session acts. Sign-in begins in the first; when it ends, the session goes on in another one, or
// in none and sees no case.
import type { Kysely } from 'kysely';
import { AgencyKind, Profession } from '../../shared/vocabulary.ts';
import type { Actor } from '../access/actor.ts';
import { actingAs } from '../access/actor.ts';
import { type Call, command } from '../access/command.ts';
import type { Context } from '../context.ts';
import type { DB } from '../platform/db/tables.ts';
import { hashToken } from '../platform/http/secrets.ts';

/** The person's first affiliation that holds; null for who has none. */
export const firstAffiliation = async (
  db: Kysely<DB>,
  personId: string,
  at: Date,
): Promise<Actor['affiliation']> => {
  const row = await db
    .selectFrom('affiliations as a')
    .innerJoin('agencies as g', 'g.id', 'a.agency_id')
    .select(['a.id', 'a.agency_id', 'a.profession', 'g.kind'])
    .where('a.person_id', '=', personId)
    .where('a.starts_at', '<=', at)
    .where((eb) => eb.or([eb('a.ends_at', 'is', null), eb('a.ends_at', '>', at)]))
    .orderBy('a.id')
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    agencyId: row.agency_id,
    agencyKind: AgencyKind.parse(row.kind),
    profession: Profession.parse(row.profession),
  };
};

/** The session's affiliation has ended: on to the next. Somebody else's choice that came in between stands. */
export const moveOn = async (
  db: Kysely<DB>,
  session: { readonly id: string; readonly personId: string; readonly endedAffiliationId: string },
  at: Date,
): Promise<Actor['affiliation']> => {
  const next = await firstAffiliation(db, session.personId, at);
  await db
    .updateTable('sessions')
    .set({ affiliation_id: next?.id ?? null })
    .where('id', '=', session.id)
    .where('affiliation_id', '=', session.endedAffiliationId)
    .execute();
  return next;
};

/** The session goes on in another affiliation under a new token; its open pages are told to come back. */
export const changeAffiliation = async (
  context: Context,
  call: Call,
  affiliationId: string,
  token: string,
): Promise<void> => {
  const { personId } = actingAs(call.actor);
  await command(context, call, async ({ tx, actor, tell }) => {
    await tx
      .updateTable('sessions')
      .set({ affiliation_id: affiliationId, token_hash: hashToken(token) })
      .where('id', '=', actor.sessionId)
      .execute();
    tell(personId, { kind: 'session.changed', sessionId: actor.sessionId });
    return { id: affiliationId };
  });
};
