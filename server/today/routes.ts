// Routes of Today.
import * as contract from '../../shared/today.ts';
import { actorOf, callOf } from '../access/request.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { getToday } from './get-today.ts';
import { readNotice } from './notices.ts';

export const todayRoutes = (server: Server): void => {
  const { app, context } = server;
  serve(app, contract.getToday, async ({ request }) => getToday(server, actorOf(request)));
  serve(app, contract.readNotice, async ({ request, params }) =>
    readNotice(context, callOf(request), params.noticeId),
  );
};
