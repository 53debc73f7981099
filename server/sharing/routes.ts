// Routes of the page "Sharing and log", and of looking at a case as somebody else.
import * as contract from '../../shared/sharing.ts';
import { actorOf, callOf } from '../access/request.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { getSharing } from './get-sharing.ts';
import { listLog } from './list-log.ts';
import { listViewable, viewAsAgency, viewAsPerson } from './view-as.ts';
import { withdrawOwnConsent } from './withdraw-own-consent.ts';

export const sharingRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, contract.getSharing, async ({ request, params }) =>
    getSharing(server, actorOf(request), params.caseId),
  );
  serve(app, contract.listLog, async ({ request, params, query }) =>
    listLog(server, actorOf(request), params.caseId, query.before),
  );
  serve(app, contract.listViewable, async ({ request, params, query }) =>
    listViewable(server, actorOf(request), params.caseId, query.q),
  );
  serve(app, contract.viewAsAgency, async ({ request, params }) =>
    viewAsAgency(server, actorOf(request), params.caseId, params.agencyId),
  );
  serve(app, contract.viewAsPerson, async ({ request, params }) =>
    viewAsPerson(server, actorOf(request), params.caseId, params.personId),
  );
  serve(app, contract.withdrawOwnConsent, async ({ request, params }) =>
    withdrawOwnConsent(server, callOf(request), params.caseId, params.groundId),
  );
};
