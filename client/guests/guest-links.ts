// What became of the links of a case: read when the page opens, after each change, and now and then while it is open.
import { useQuery } from '@tanstack/solid-query';
import { type GuestLink, listGuestLinks } from '../../shared/guests.ts';
import { call } from '../api/call.ts';
import { dateTime } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';

const askAgainMs = 15_000;

export const guestLinksKey = (caseId: string) => ['guest-links', caseId];

export const useGuestLinks = (caseId: () => string, enabled: () => boolean) =>
  useQuery(() => ({
    queryKey: guestLinksKey(caseId()),
    queryFn: ({ signal }) => call(listGuestLinks, { params: { caseId: caseId() }, signal }),
    enabled: enabled(),
    refetchInterval: askAgainMs,
    staleTime: 0,
  }));

export const stateWords = (link: GuestLink): string => {
  const at = link.at === null ? '' : dateTime(link.at);
  switch (link.state) {
    case 'none':
      return t('guest.stateNone');
    case 'sent':
      return t('guest.stateSent', { at });
    case 'opened':
      return t('guest.stateOpened', { at });
    case 'used':
      return t('guest.stateUsed', { at });
    case 'expired':
      return t('guest.stateExpired', { at });
    case 'revoked':
      return t('guest.stateRevoked', { at });
    case 'locked':
      return t('guest.stateLocked', { at });
  }
};

/** Can somebody still come in by it? */
export const isOpen = (link: GuestLink): boolean => link.state === 'sent' || link.state === 'opened';
