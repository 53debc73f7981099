// Agencies, people and sessions, put into the database as an administrator and a sign-in would have put them.
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { deriveSecrets } from '../../server/platform/http/secrets.ts';
import type { AgencyKind, Profession } from '../../shared/vocabulary.ts';

export type Session = {
  readonly id: string;
  readonly personId: string;
  readonly affiliationId: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** Both servers believe that they are served from here. */
export const origin = 'http://localhost:3000';

export const createPeople = (curtain: pg.Pool, secretKey: Buffer) => {
  const secrets = deriveSecrets(secretKey);
  const insert = async (statement: string, values: unknown[]): Promise<string> => {
    const { rows } = await curtain.query<{ id: string }>(`${statement} returning id`, values);
    if (!rows[0]) throw new Error('nothing was inserted');
    return rows[0].id;
  };
  return {
    agency: (kind: AgencyKind, name: string): Promise<string> =>
      insert(
        `insert into agencies (kind, name_fi, name_sv, municipality, region) values ($1, $2, $2, 'Meriniemi', 'Rannikko')`,
        [kind, name],
      ),
    person: (name: string): Promise<string> =>
      insert('insert into people (sign_in_name, name, given_name, local_key) values ($1, $2, $3, $4)', [
        name.toLowerCase().replaceAll(' ', '.'),
        name,
        name.split(' ')[0],
        randomBytes(32),
      ]),
    affiliation: (personId: string, agencyId: string, profession: Profession): Promise<string> =>
      insert('insert into affiliations (person_id, agency_id, profession) values ($1, $2, $3)', [
        personId,
        agencyId,
        profession,
      ]),
    session: async (personId: string, affiliationId: string): Promise<Session> => {
      const token = randomBytes(16).toString('hex');
      const id = await insert(
        `insert into sessions (person_id, affiliation_id, token_hash, created_at, active_at, expires_at)
         values ($1, $2, $3, now(), now(), now() + interval '12 hours')`,
        [personId, affiliationId, createHash('sha256').update(token).digest()],
      );
      const headers = { cookie: `rinki=${token}`, origin, 'x-rinki-token': secrets.csrfToken(id) };
      return { id, personId, affiliationId, headers };
    },
  };
};
export type People = ReturnType<typeof createPeople>;
