// The form of a notification as named texts, so that the draft layer can save each as it is typed, and what is sent of it.
import type { z } from 'zod';
import { identityCodeIn } from '../../shared/identity-code.ts';
import { familyKnows, welfareUrgencies } from '../../shared/welfare-notification.ts';
import type { sendWelfareNotification } from '../../shared/welfare-notifications.ts';

export type NotificationBody = z.output<NonNullable<(typeof sendWelfareNotification)['body']>>;
type Texts = (field: string) => string;

export type NotificationWrong =
  | 'welfare.needUrgency'
  | 'welfare.needName'
  | 'welfare.needCode'
  | 'welfare.needBirthDate'
  | 'welfare.needObserved'
  | 'welfare.needWorry'
  | 'welfare.needFamily'
  | 'welfare.needService';

/** Each is saved under its own name. */
export const notificationFields = [
  'urgency',
  'childName',
  'identityCode',
  'birthDate',
  'whereabouts',
  'guardians',
  'observed',
  'observedWhen',
  'worry',
  'familyKnows',
  'familyWords',
  'serviceId',
  'phone',
] as const;
export type NotificationField = (typeof notificationFields)[number];

/** One for each consultation from which somebody begins, and one for everything else. */
export const formName = (consultationId: string | null): string =>
  consultationId === null ? 'welfare-notification' : `welfare-notification:${consultationId}`;

export const urgencyIn = (texts: Texts) => welfareUrgencies.find((one) => one === texts('urgency')) ?? '';
export const familyKnowsIn = (texts: Texts) => familyKnows.find((one) => one === texts('familyKnows')) ?? '';

type Around = { serviceId: string; consultationId: string | null; formId: string | null };

/** What is sent; complete only when `wrongIn` finds nothing. */
export const bodyOf = (texts: Texts, { serviceId, consultationId, formId }: Around): NotificationBody => ({
  phone: texts('phone').trim(),
  childName: texts('childName').trim(),
  identityCode: texts('identityCode').trim() || null,
  birthDate: texts('birthDate') || null,
  whereabouts: texts('whereabouts').trim(),
  guardians: texts('guardians').trim(),
  observed: texts('observed').trim(),
  observedWhen: texts('observedWhen').trim(),
  worry: texts('worry').trim(),
  urgency: urgencyIn(texts) || 'ordinary',
  familyKnows: familyKnowsIn(texts) || 'no',
  familyWords: texts('familyWords').trim(),
  serviceId,
  consultationId,
  formId,
});

/** What is still wrong, by field, with the key of the words that say what to do. `today` is a plain ISO date. */
export const wrongIn = (
  texts: Texts,
  serviceId: string,
  today: string,
): Readonly<Partial<Record<NotificationField, NotificationWrong>>> => {
  const empty = (field: NotificationField) => texts(field).trim() === '';
  return {
    ...(urgencyIn(texts) === '' && { urgency: 'welfare.needUrgency' }),
    ...(empty('childName') && { childName: 'welfare.needName' }),
    ...(!empty('identityCode') &&
      identityCodeIn(texts('identityCode')) === null && { identityCode: 'welfare.needCode' }),
    ...(texts('birthDate') > today && { birthDate: 'welfare.needBirthDate' }),
    ...(empty('observed') && { observed: 'welfare.needObserved' }),
    ...(empty('worry') && { worry: 'welfare.needWorry' }),
    ...(familyKnowsIn(texts) === '' && { familyKnows: 'welfare.needFamily' }),
    ...(serviceId === '' && { serviceId: 'welfare.needService' }),
  };
};
