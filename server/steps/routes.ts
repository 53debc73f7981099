// Routes of steps.
import * as contract from '../../shared/steps.ts';
import { callOf } from '../access/request.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { moveStep } from './move-step.ts';
import { writeStep } from './write-step.ts';

export const stepRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, contract.writeStep, async ({ request, params, body }) =>
    writeStep(server, callOf(request), params.caseId, body),
  );
  serve(app, contract.moveStep, async ({ request, params, body }) =>
    moveStep(server, callOf(request), params.stepId, body),
  );
};
