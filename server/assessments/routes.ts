// Routes of assessments.
import * as contract from '../../shared/assessments.ts';
import { actorOf, callOf } from '../access/request.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { openAssessment } from './open-assessment.ts';
import { previewClocks } from './preview-clocks.ts';

export const assessmentRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, contract.previewClocks, async ({ request, query }) =>
    previewClocks(server, actorOf(request), query.beganOn),
  );
  serve(app, contract.openAssessment, async ({ request, params, body }) =>
    openAssessment(server, callOf(request), params.caseId, body),
  );
};
