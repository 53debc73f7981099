// Routes of child welfare notifications.
import * as contract from '../../shared/welfare-notifications.ts';
import { actorOf, callOf } from '../access/request.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { listNotifications } from './list-notifications.ts';
import { readNotification } from './read-notification.ts';
import { sendNotification } from './send-notification.ts';
import { conclude, judgeUrgency, markReceived } from './take-step.ts';

export const welfareNotificationRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, contract.sendWelfareNotification, async ({ request, body }) =>
    sendNotification(server, callOf(request), body),
  );
  serve(app, contract.listWelfareNotifications, async ({ request }) =>
    listNotifications(server, actorOf(request)),
  );
  serve(app, contract.getWelfareNotification, async ({ request, params }) =>
    readNotification(server, actorOf(request), params.welfareNotificationId),
  );
  serve(app, contract.markWelfareReceived, async ({ request, params, body }) =>
    markReceived(server, callOf(request), params.welfareNotificationId, body.seen),
  );
  serve(app, contract.judgeWelfareUrgency, async ({ request, params, body }) =>
    judgeUrgency(server, callOf(request), params.welfareNotificationId, body),
  );
  serve(app, contract.concludeWelfareNotification, async ({ request, params, body }) =>
    conclude(server, callOf(request), params.welfareNotificationId, body),
  );
};
