// Who reads a child welfare notification, and what they may do with it (ring 1): whoever made it, in the affiliation in which
// they did, and the members of the service that received it now. Nobody else: no colleague of the notifier, no consultant, no
// administration. Pure.
import type { WelfareNotification, WelfareStep } from '../../shared/welfare-notification.ts';
import type { Standing } from './standing.ts';

/** The columns of a notification that decide. */
export type NotificationPlace = {
  readonly service_id: string;
  readonly notifier_id: string;
  readonly notifier_affiliation_id: string;
};
export type WelfareSide = 'notifier' | 'receiver';
export type WelfareAct = WelfareNotification['can'][number];

/** Nothing: they may not know of it. */
export const welfareSidesOf = (standing: Standing, notification: NotificationPlace): WelfareSide[] => {
  const { personId, affiliationId, services } = standing;
  if (affiliationId === null) return [];
  const made =
    notification.notifier_id === personId && notification.notifier_affiliation_id === affiliationId;
  return [
    ...(made ? (['notifier'] as const) : []),
    ...(services.has(notification.service_id) ? (['receiver'] as const) : []),
  ];
};

/** What the receiving service has done so far allows: a person has it, then the urgency, then what it led to. */
export const welfareActsOf = (done: readonly WelfareStep['kind'][]): WelfareAct[] => {
  if (!done.includes('received')) return ['mark-received'];
  return done.includes('urgency-judged') ? ['judge-urgency', 'conclude'] : ['judge-urgency'];
};
