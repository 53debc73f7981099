// Routes of a case.
import * as contract from '../../shared/cases.ts';
import { actorOf, callOf } from '../access/request.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { findLikeCases, listCases } from './list-cases.ts';
import { openCase } from './open-case.ts';
import { openWorkspace } from './workspace.ts';

export const caseRoutes = (server: Server): void => {
  const { app, context } = server;
  serve(app, contract.openCase, async ({ request, body }) => openCase(context, callOf(request), body));
  serve(app, contract.listCases, async ({ request }) => ({
    cases: await listCases(context, actorOf(request)),
  }));
  serve(app, contract.listLikeCases, async ({ request, query }) => ({
    cases: await findLikeCases(context, actorOf(request), query.name, query.birthDate),
  }));
  serve(app, contract.getWorkspace, async ({ request, params }) =>
    openWorkspace(server, actorOf(request), params.caseId),
  );
};
