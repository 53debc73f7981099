// A team of professionals with a session each, put into the database as an administrator would have added them.
import { createHash } from 'node:crypto';
import { withClient } from '../bench/region.ts';
import { deriveSecrets } from '../server/platform/http/secrets.ts';

export type Professional = {
  readonly id: string;
  readonly affiliationId: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** @param size how many; all of them of one agency of child protection */
export const addTeam = (
  superuserUrl: string,
  size: number,
  secretKey: Buffer,
  origin: string,
): Promise<Professional[]> =>
  withClient(superuserUrl, async (client) => {
    const secrets = deriveSecrets(secretKey);
    const agency = await client.query<{ id: string }>(
      `insert into agencies (kind, name_fi, name_sv, municipality, region)
       values ('child-protection', 'Lastensuojelu', 'Barnskydd', 'Meriniemi', 'Rannikko') returning id`,
    );
    const team: Professional[] = [];
    for (let n = 0; n < size; n += 1) {
      const token = `drill-${n}`;
      const { rows } = await client.query<{ id: string; affiliation_id: string; session_id: string }>(
        `with p as (insert into people (sign_in_name, name, given_name, local_key) values ($1, $2, 'Työntekijä', $3) returning id),
          a as (insert into affiliations (person_id, agency_id, profession) select id, $4, 'social-worker' from p returning id, person_id),
          s as (insert into sessions (person_id, affiliation_id, token_hash, created_at, active_at, expires_at)
            select person_id, id, $5, now(), now(), now() + interval '12 hours' from a returning id)
         select a.person_id as id, a.id as affiliation_id, s.id as session_id from a, s`,
        [
          `worker.${n}`,
          `Työntekijä ${n}`,
          Buffer.alloc(32, n),
          agency.rows[0]?.id,
          createHash('sha256').update(token).digest(),
        ],
      );
      const row = rows[0];
      if (!row) throw new Error('a professional was not added');
      team.push({
        id: row.id,
        affiliationId: row.affiliation_id,
        headers: {
          cookie: `rinki=${token}`,
          origin,
          'x-rinki-token': secrets.csrfToken(row.session_id),
          'content-type': 'application/json',
        },
      });
    }
    return team;
  });
