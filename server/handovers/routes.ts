// Routes of responsibility that is handed over.
import * as contract from '../../shared/members.ts';
import { actorOf, callOf } from '../access/request.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { acceptHandover, declineHandover, withdrawHandover } from './answer-handover.ts';
import { listReceivers } from './list-receivers.ts';
import { offerHandover } from './offer-handover.ts';

export const handoverRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, contract.listReceivers, async ({ request, params }) =>
    listReceivers(server, actorOf(request), params.caseId),
  );
  serve(app, contract.offerHandover, async ({ request, params, body }) =>
    offerHandover(server, callOf(request), params.caseId, body),
  );
  serve(app, contract.acceptHandover, async ({ request, params }) =>
    acceptHandover(server, callOf(request), params),
  );
  serve(app, contract.declineHandover, async ({ request, params, body }) =>
    declineHandover(server, callOf(request), params, body.reason),
  );
  serve(app, contract.withdrawHandover, async ({ request, params }) =>
    withdrawHandover(server, callOf(request), params),
  );
};
