// How many consultations wait for this person: the number in the navigation, live on every page.
import { createEffect, on } from 'solid-js';
import type { ConsultationHead } from '../../shared/consultation.ts';
import { session } from '../sessions/session.ts';
import { useNotifications } from '../welfare-notifications/notifications-query.ts';
import { useConsultations } from './consultations-query.ts';

/** My turn as the asker or the one who has it; or free in my team's queue. */
const waits = (head: ConsultationHead): boolean => {
  const { can } = head;
  if (can.includes('claim') || can.includes('accept-passed') || can.includes('accept-invitation'))
    return true;
  if (head.waitsFor === 'asking') return head.sides.includes('asking');
  return head.waitsFor === 'answering' && head.holder?.personId === session()?.personId;
};

export function WaitingConsultations(props: { onCount: (count: number) => void }): null {
  const query = useConsultations();
  // Only services of child protection receive notifications.
  const notifications = useNotifications(() => session()?.affiliation?.agencyKind === 'child-protection');
  const toReceive = () =>
    notifications.isSuccess ? notifications.data.received.filter((one) => one.state === 'new').length : 0;
  const count = () => {
    if (!query.isSuccess) return toReceive();
    const { asked, queue, invited } = query.data;
    return new Set([...asked, ...queue, ...invited].filter(waits).map((one) => one.id)).size + toReceive();
  };
  createEffect(on(count, (now) => props.onCount(now)));
  return null;
}
