// What a case is opened from, if anything: a named request or a child welfare notification. What it tells of the child stands
// in the form; read over the interface, where the view is logged, and nothing of it stands in an address.
import { createMemo } from 'solid-js';
import { takeIntoCase } from '../../shared/consultation-naming.ts';
import { call } from '../api/call.ts';
import { useConsultation } from '../consultations/consultations-query.ts';
import { t } from '../i18n/index.ts';
import { useNotification } from '../welfare-notifications/notifications-query.ts';

/** Empty where a case is opened from nothing of the kind. */
export type OriginIds = { readonly consultationId: string; readonly notificationId: string };

type Child = { readonly name: string; readonly birthDate: string | null; readonly whereabouts: string };

export type Origin = {
  /** Where what stands in the form comes from; undefined while nothing does. */
  readonly words: () => string | undefined;
  /** By the name of the form's field. */
  readonly child: () => Readonly<Record<string, string>>;
  /** Takes a request into the case that was opened from it. True where there was nothing to take, too. */
  readonly takeInto: (caseId: string) => Promise<boolean>;
};

/** Longer than an address line of a case: it stays where it was written. */
const mostAddress = 200;

const fieldsOf = ({ name, birthDate, whereabouts }: Child): Readonly<Record<string, string>> => ({
  childName: name,
  childGivenName: name.trim().split(/\s+/)[0] ?? '',
  ...(birthDate !== null && { birthDate }),
  ...(whereabouts !== '' && whereabouts.length <= mostAddress && { address: whereabouts }),
});

const useRequest = (consultationId: string) => {
  const query = useConsultation(
    () => consultationId,
    () => consultationId !== '',
  );
  return () =>
    consultationId !== '' && query.isSuccess && query.data.can.includes('take-into-case')
      ? query.data
      : undefined;
};

export const useOrigin = ({ consultationId, notificationId }: OriginIds): Origin => {
  const request = useRequest(consultationId);
  const query = useNotification(
    () => notificationId,
    () => notificationId !== '',
  );
  const notification = () => (query.isSuccess ? query.data : undefined);
  // Whoever reads it again gets the same child, and nothing is written a second time.
  const child = createMemo(
    (): Readonly<Record<string, string>> => {
      const of = request()?.child;
      if (of) return fieldsOf({ name: of.name, birthDate: of.birthDate, whereabouts: '' });
      const one = notification();
      return one ? fieldsOf({ ...one, name: one.childName }) : {};
    },
    {},
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  return {
    child,
    words: () => {
      const [asked, notified] = [request(), notification()];
      if (asked) return t('naming.fromRequest', { number: asked.number });
      return notified && t('welfare.prefilled', { number: notified.number });
    },
    takeInto: async (caseId) => {
      const of = request();
      if (!of) return true;
      const given = { params: { consultationId: of.id }, body: { caseId } };
      return call(takeIntoCase, given).then(
        () => true,
        () => false,
      );
    },
  };
};
