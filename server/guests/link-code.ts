// The code that the inviter tells by telephone: six digits that belong to one link.
import type { Secrets } from '../platform/http/secrets.ts';

export const linkCode = (secrets: Secrets, linkId: string): string =>
  String(secrets.derivedBytes(`guest code ${linkId}`, 8).readBigUInt64BE() % 1_000_000n).padStart(6, '0');

/** What is kept of it. With the installation's key: of six digits alone a plain hash would tell all. */
export const hashCode = (secrets: Secrets, secret: string, code: string): Buffer =>
  secrets.derivedBytes(`guest try ${secret} ${code}`, 32);
