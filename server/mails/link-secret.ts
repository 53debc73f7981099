// The secret of a one-time link. It is made anew from the link's id wherever it is needed, and stands nowhere.
import type { Secrets } from '../platform/http/secrets.ts';

/** Only this installation can make it; the database holds its hash. */
export const linkSecret = (secrets: Secrets, linkId: string): string =>
  secrets.derivedBytes(`guest link ${linkId}`, 32).toString('base64url');

/** The page that a link opens. What stands after `#` goes into no request, no log and no Referer. */
export const linkAddress = (origin: string, language: string, secret: string): string =>
  `${origin}/link#${language}.${secret}`;
