// Child welfare notifications: made in person by whoever has the duty (Child Welfare Act 417/2007, 25 §) (verify), received and
// handled by a child-protection service. While it is written it is a form of its author's own, kept like every form.
import { z } from 'zod';
import { route } from './route.ts';
import { Id } from './vocabulary.ts';
import {
  urgencyVerdicts,
  WelfareFields,
  WelfareHead,
  WelfareNotification,
  welfareConclusions,
} from './welfare-notification.ts';

const params = z.strictObject({ welfareNotificationId: Id });
const Ref = z.strictObject({ id: Id });
/** How many steps the page showed: where somebody else took one meanwhile, nothing is done. */
const Seen = z.int().min(0).max(1_000);
const refusals = [
  'not-found',
  'not-allowed',
  'already-done',
  'notification-state',
  'version-conflict',
] as const;

export const sendWelfareNotification = route({
  id: 'send-welfare-notification',
  method: 'POST',
  path: '/api/welfare-notifications',
  summary: 'Notify child protection, in one’s own name; the form in which it was written is gone',
  who: 'professional',
  body: z.strictObject({
    ...WelfareFields.shape,
    serviceId: Id,
    /** The consultation it grew from; known to its notifier alone. */
    consultationId: Id.nullable(),
    formId: Id.nullable(),
  }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'service-refuses'],
});
export const listWelfareNotifications = route({
  id: 'list-welfare-notifications',
  method: 'GET',
  path: '/api/welfare-notifications',
  summary: 'What I have notified of, and what has come to my services',
  who: 'professional',
  response: z.strictObject({
    made: z.array(WelfareHead),
    /** The most pressing first. */
    received: z.array(WelfareHead),
  }),
});
export const getWelfareNotification = route({
  id: 'get-welfare-notification',
  method: 'GET',
  path: '/api/welfare-notifications/:welfareNotificationId',
  summary: 'A notification: for whoever made it, and for the receiving service with all it did with it',
  who: 'side',
  params,
  response: z.strictObject({ notification: WelfareNotification }),
  errors: ['not-found'],
});
export const markWelfareReceived = route({
  id: 'mark-welfare-received',
  method: 'POST',
  path: '/api/welfare-notifications/:welfareNotificationId/received',
  summary: 'A person of the service has it: the notifier sees that',
  who: 'side',
  params,
  body: z.strictObject({ seen: Seen }),
  response: Ref,
  errors: refusals,
});
export const judgeWelfareUrgency = route({
  id: 'judge-welfare-urgency',
  method: 'POST',
  path: '/api/welfare-notifications/:welfareNotificationId/urgency',
  summary: 'How urgent the child’s need is, judged by a person; again where it turns out otherwise',
  who: 'side',
  params,
  body: z.strictObject({
    seen: Seen,
    verdict: z.enum(urgencyVerdicts),
    words: z.string().trim().max(2_000),
  }),
  response: Ref,
  errors: refusals,
});
export const concludeWelfareNotification = route({
  id: 'conclude-welfare-notification',
  method: 'POST',
  path: '/api/welfare-notifications/:welfareNotificationId/conclusion',
  summary: 'What it led to, with the reason; again where that changes',
  who: 'side',
  params,
  body: z.strictObject({
    seen: Seen,
    verdict: z.enum(welfareConclusions),
    words: z.string().trim().min(1).max(2_000),
  }),
  response: Ref,
  errors: refusals,
});
