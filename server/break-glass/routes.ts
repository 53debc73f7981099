// Routes of break-glass.
import * as contract from '../../shared/break-glass.ts';
import { actorOf, callOf } from '../access/request.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { breakGlass } from './break.ts';
import { endBreakGlass } from './end.ts';
import { findForBreakGlass } from './find.ts';
import { listBreakGlass } from './list-uses.ts';
import { reviewBreakGlass } from './review.ts';
import { recordVitalInterest } from './vital-interest.ts';

export const breakGlassRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, contract.findForBreakGlass, async ({ request, body }) =>
    findForBreakGlass(server, callOf(request), body),
  );
  serve(app, contract.breakGlass, async ({ request, params, body }) =>
    breakGlass(server, callOf(request), params.caseId, body),
  );
  serve(app, contract.endBreakGlass, async ({ request, params }) =>
    endBreakGlass(server, callOf(request), params.caseId),
  );
  serve(app, contract.recordVitalInterest, async ({ request, params, body }) =>
    recordVitalInterest(server, callOf(request), params.caseId, body),
  );
  serve(app, contract.listBreakGlass, async ({ request }) => listBreakGlass(server, actorOf(request)));
  serve(app, contract.reviewBreakGlass, async ({ request, params, body }) =>
    reviewBreakGlass(server, callOf(request), params.useId, body),
  );
};
