// What an opened link carries after `#`: the language it was sent in and the secret. Taken out of the address at once, so
// that it stands on no screen and in no list of visited pages.
import { isLocale, type Locale } from '../i18n/locale.ts';

export const linkPath = '/link';

export type OpenedLink = { readonly language: Locale | null; readonly secret: string };

/** Null where the address carries no link. */
export const readLink = (hash: string): OpenedLink | null => {
  const found = /^#(?:([a-z]{2})\.)?([A-Za-z0-9_-]{1,100})$/.exec(hash);
  if (!found) return null;
  const [, language, secret = ''] = found;
  return { language: isLocale(language) ? language : null, secret };
};

/** Where somebody who came by a link answers. */
export const answerAddress = (caseId: string, contributionId: string): string =>
  `/cases/${caseId}/answer/${contributionId}`;
