// Routes of absences.
import * as contract from '../../shared/absences.ts';
import { actorOf, callOf } from '../access/request.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { listAbsences, listColleagues } from './read-absences.ts';
import { endAbsence, recordAbsence } from './record-absence.ts';

export const absenceRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, contract.listColleagues, async ({ request }) => listColleagues(server, actorOf(request)));
  serve(app, contract.listAbsences, async ({ request }) => ({
    absences: await listAbsences(server, actorOf(request)),
  }));
  serve(app, contract.recordAbsence, async ({ request, body }) =>
    recordAbsence(server, callOf(request), body),
  );
  serve(app, contract.endAbsence, async ({ request, params }) =>
    endAbsence(server, callOf(request), params.absenceId),
  );
};
