// Parts from which tests put child welfare notifications together.
import type { z } from 'zod';
import type { WelfareNotification } from '../../shared/welfare-notification.ts';
import {
  getWelfareNotification,
  listWelfareNotifications,
  sendWelfareNotification,
} from '../../shared/welfare-notifications.ts';
import type { Person } from './open-world.ts';

export type NotificationBody = z.output<NonNullable<(typeof sendWelfareNotification)['body']>>;

export const aNotification: Omit<NotificationBody, 'serviceId'> = {
  phone: '040 555 0100',
  childName: 'Elli Esimerkki',
  identityCode: null,
  birthDate: '2014-05-05',
  whereabouts: 'Nyt koululla, kotona Esimerkkikatu 3',
  guardians: 'Äiti Maija, isä Matti',
  observed: 'Elli kertoi, ettei uskalla mennä kotiin.',
  observedWhen: 'Tänään klo 12',
  worry: 'Pelkään, että häntä lyödään.',
  urgency: 'soon',
  familyKnows: 'no-for-safety',
  familyWords: '',
  consultationId: null,
  formId: null,
};

export const sending = (serviceId: string, parts: Partial<NotificationBody> = {}) => ({
  body: { ...aNotification, serviceId, ...parts },
});

export const notified = async (
  who: Person,
  serviceId: string,
  parts: Partial<NotificationBody> = {},
): Promise<string> => (await who.do(sendWelfareNotification, sending(serviceId, parts))).id;

export const about = (welfareNotificationId: string) => ({ params: { welfareNotificationId } });

export const seenBy = async (who: Person, id: string): Promise<WelfareNotification> =>
  (await who.do(getWelfareNotification, about(id))).notification;

export const statusFor = async (who: Person, id: string): Promise<number> =>
  (await who.try(getWelfareNotification, about(id))).status;

export const receivedBy = async (who: Person): Promise<string[]> =>
  (await who.do(listWelfareNotifications)).received.map((one) => one.id);
