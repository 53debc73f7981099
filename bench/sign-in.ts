// The region's professionals as they are signed in: the headers of their requests.
import { deriveSecrets, hashToken } from '../server/platform/http/secrets.ts';
import { type Copy, withClient } from './region.ts';
import { sessionsEach, sessionToken } from './region-sql.ts';

const sessionIds = (copy: Copy): Promise<Map<string, string>> =>
  withClient(copy.superuserUrl, async (client) => {
    const { rows } = await client.query<{ hash: string; id: string }>(
      `select encode(token_hash, 'hex') as hash, id from sessions`,
    );
    return new Map(rows.map((row) => [row.hash, row.id]));
  });

/** Returns the headers of a worker's request; `i` goes round their browsers. */
export const signedIn = async (
  copy: Copy,
  origin: string,
  secretKey: Buffer,
): Promise<(worker: number, i: number) => string> => {
  const secrets = deriveSecrets(secretKey);
  const ids = await sessionIds(copy);
  return (worker, i) => {
    const token = sessionToken(worker, 1 + (i % sessionsEach));
    const csrf = secrets.csrfToken(ids.get(hashToken(token).toString('hex')) ?? '');
    return `cookie: rinki=${token}\r\norigin: ${origin}\r\nx-rinki-token: ${csrf}\r\n`;
  };
};
