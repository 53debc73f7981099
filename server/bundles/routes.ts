// Routes of what goes along with a request.
import * as contract from '../../shared/bundles.ts';
import { actorOf, callOf } from '../access/request.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { listBundles, readBundle } from './read-bundles.ts';
import { readChoices } from './read-choices.ts';
import { sendBundle } from './send-bundle.ts';
import { withdrawBundle } from './withdraw-bundle.ts';

export const bundleRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, contract.getBundleChoices, async ({ request, params, query }) =>
    readChoices(server, actorOf(request), params.consultationId, query.caseId),
  );
  serve(app, contract.sendBundle, async ({ request, params, body }) =>
    sendBundle(server, callOf(request), params.consultationId, body),
  );
  serve(app, contract.listBundles, async ({ request, params }) =>
    listBundles(server, actorOf(request), params.consultationId),
  );
  serve(app, contract.getBundle, async ({ request, params }) => readBundle(server, actorOf(request), params));
  serve(app, contract.withdrawBundle, async ({ request, params }) =>
    withdrawBundle(server, callOf(request), params),
  );
};
