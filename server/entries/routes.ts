// Routes of entries.
import * as contract from '../../shared/entries.ts';
import { actorOf, callOf } from '../access/request.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { discardForm, getForm, listNotes } from './forms-and-notes.ts';
import { listTellingTexts } from './list-telling.ts';
import { getDefaultAudience, previewAudience } from './preview-audience.ts';
import { resolveAlternative } from './resolve-alternative.ts';
import { saveField } from './save-field.ts';
import { shareEntry } from './share-entry.ts';
import { startEntry } from './start-entry.ts';
import { takeBackEntry } from './take-back-entry.ts';

export const entryRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, contract.startEntry, async ({ request, body }) => startEntry(server, callOf(request), body));
  serve(app, contract.getForm, async ({ request, params }) => getForm(server, actorOf(request), params.name));
  serve(app, contract.listNotes, async ({ request }) => listNotes(server, actorOf(request)));
  serve(app, contract.saveField, async ({ request, params, body }) =>
    saveField(server, callOf(request), params.entryId, { field: params.field, ...body }),
  );
  serve(app, contract.resolveAlternative, async ({ request, params, body }) =>
    resolveAlternative(server, callOf(request), params.entryId, {
      alternativeId: params.alternativeId,
      ...body,
    }),
  );
  serve(app, contract.previewAudience, async ({ request, params, body }) =>
    previewAudience(server, actorOf(request), params.entryId, body),
  );
  serve(app, contract.getDefaultAudience, async ({ request, params }) =>
    getDefaultAudience(server, actorOf(request), params.entryId),
  );
  serve(app, contract.shareEntry, async ({ request, params, body }) =>
    shareEntry(server, callOf(request), params.entryId, body),
  );
  serve(app, contract.takeBackEntry, async ({ request, params, body }) =>
    takeBackEntry(server, callOf(request), params.entryId, body.version),
  );
  serve(app, contract.listTellingTexts, async ({ request, params }) =>
    listTellingTexts(server, actorOf(request), params.caseId),
  );
  serve(app, contract.discardForm, async ({ request, params }) =>
    discardForm(server, callOf(request), params.entryId),
  );
};
