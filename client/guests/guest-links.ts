// What became of the links of a case: read when the page opens, after each change, and when Today changes.
import { useQuery } from '@tanstack/solid-query';
import { createEffect, on } from 'solid-js';
import { type GuestLink, listGuestLinks } from '../../shared/guests.ts';
import { call } from '../api/call.ts';
import { dateTime } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { useToday } from '../today/today-query.ts';

export const guestLinksKey = (caseId: string) => ['guest-links', caseId];

/** Whoever made a link is told on Today of what becomes of it: with Today, this is read again. */
export const useGuestLinks = (caseId: () => string, enabled: () => boolean) => {
  const today = useToday(enabled);
  const links = useQuery(() => ({
    queryKey: guestLinksKey(caseId()),
    queryFn: ({ signal }) => call(listGuestLinks, { params: { caseId: caseId() }, signal }),
    enabled: enabled(),
    staleTime: 0,
  }));
  createEffect(
    on(
      () => today.dataUpdatedAt,
      () => void (enabled() && links.refetch()),
      { defer: true },
    ),
  );
  return links;
};

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
