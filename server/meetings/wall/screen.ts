// A screen that belongs to nobody: made with a cookie of its own and a code, and found again by the cookie.
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { AgencyKind, Language, Profession } from '../../../shared/vocabulary.ts';
import type { Actor } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { asPerson, type Tx } from '../../platform/db/transaction.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { hashToken, type Secrets } from '../../platform/http/secrets.ts';
import { newToken } from '../../sessions/index.ts';

/** So many codes may be drawn until one is free. */
const tries = 5;

export const wallCode = (secrets: Secrets, screenId: string): string =>
  String(secrets.derivedBytes(`wall code ${screenId}`, 8).readBigUInt64BE() % 1_000_000n).padStart(6, '0');

/** What is kept of a code. With the installation's key: of six digits alone a plain hash would tell all. */
export const hashWallCode = (secrets: Secrets, code: string): Buffer =>
  secrets.derivedBytes(`wall try ${code}`, 32);

const asNobody = <T>({ app, clock }: Context, work: (tx: Tx) => Promise<T>): Promise<T> =>
  asPerson(app, null, clock.imposed(), 'read committed', work);

/**
 * @param from the network address, whose open codes are counted
 * @throws Refusal `too-many-requests`
 */
export const makeScreen = async (
  context: Context,
  from: string,
): Promise<{ token: string; code: string }> => {
  const { secrets } = context;
  for (let n = 0; n < tries; n += 1) {
    const [id, token] = [randomUUID(), newToken()];
    const code = wallCode(secrets, id);
    const made = await asNobody(context, async (tx) => {
      const { rows } = await sql<{ made: string }>`select access.make_wall(${id}, ${hashToken(token)},
        ${hashWallCode(secrets, code)}, ${secrets.derivedBytes(`wall from ${from}`, 32)}) as made`.execute(
        tx,
      );
      return rows[0]?.made;
    });
    if (made === 'made') return { token, code };
    if (made === 'too-many') throw new Refusal('too-many-requests', undefined, 60);
  }
  throw new Refusal('too-many-requests', undefined, 60);
};

export type Screen =
  | { readonly state: 'code'; readonly code: string }
  | { readonly state: 'over'; readonly language: Language }
  | {
      readonly state: 'on';
      readonly meetingId: string;
      /** In whose name it reads. */
      readonly actor: Actor;
      readonly language: Language;
    };

type Row = {
  id: string;
  meeting_id: string | null;
  person_id: string | null;
  affiliation_id: string | null;
  agency_id: string | null;
  agency_kind: string | null;
  profession: string | null;
  language: string | null;
  on_wall: boolean | null;
};

/** Null for a screen that was never made, and for one whose code is old. */
export const findScreen = async (context: Context, token: string): Promise<Screen | null> => {
  const [row] = await asNobody(
    context,
    async (tx) => (await sql<Row>`select * from access.look_at_wall(${hashToken(token)})`.execute(tx)).rows,
  );
  if (!row) return null;
  const {
    meeting_id: meetingId,
    person_id: personId,
    affiliation_id: affiliationId,
    agency_id: agencyId,
  } = row;
  if (meetingId === null) return { state: 'code', code: wallCode(context.secrets, row.id) };
  const language = Language.parse(row.language);
  if (row.on_wall !== true || personId === null || affiliationId === null || agencyId === null)
    return { state: 'over', language };
  const affiliation = {
    id: affiliationId,
    agencyId,
    agencyKind: AgencyKind.parse(row.agency_kind),
    profession: Profession.parse(row.profession),
  };
  return {
    state: 'on',
    meetingId,
    // It has no session: nothing is done in its name but this reading.
    actor: { personId, sessionId: row.id, family: false, affiliation },
    language,
  };
};

/** Of what is shown: the same answer is not sent twice. */
export const tagOf = (view: unknown): string =>
  `"${createHash('sha256').update(JSON.stringify(view)).digest('base64url')}"`;
