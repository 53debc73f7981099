// Routes of assessments.
import * as contract from '../../shared/assessments.ts';
import { actorOf, callOf } from '../access/request.ts';
import { sendFile } from '../platform/http/send-file.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { askContribution } from './ask-contribution.ts';
import { correctAssessment } from './correct-assessment.ts';
import { countersignAssessment } from './countersign-assessment.ts';
import { openAssessment } from './open-assessment.ts';
import { openContribution } from './open-contribution.ts';
import { previewClocks } from './preview-clocks.ts';
import { readVersion } from './read-version.ts';
import { signAssessment } from './sign-assessment.ts';
import { versionPdf } from './version-pdf.ts';
import { withdrawContribution } from './withdraw-contribution.ts';

export const assessmentRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, contract.previewClocks, async ({ request, query }) =>
    previewClocks(server, actorOf(request), query.beganOn),
  );
  serve(app, contract.openAssessment, async ({ request, params, body }) =>
    openAssessment(server, callOf(request), params.caseId, body),
  );
  serve(app, contract.askContribution, async ({ request, params, body }) =>
    askContribution(server, callOf(request), params, body),
  );
  serve(app, contract.openContribution, async ({ request, params }) =>
    openContribution(server, callOf(request), params.caseId, params.contributionId),
  );
  serve(app, contract.withdrawContribution, async ({ request, params, body }) =>
    withdrawContribution(server, callOf(request), params, body.version),
  );
  serve(app, contract.signAssessment, async ({ request, params, body }) =>
    signAssessment(server, callOf(request), params, body.version),
  );
  serve(app, contract.countersignAssessment, async ({ request, params, body }) =>
    countersignAssessment(server, callOf(request), params, body.hash),
  );
  serve(app, contract.correctAssessment, async ({ request, params, body }) =>
    correctAssessment(server, callOf(request), params, body.reason),
  );
  serve(app, contract.getVersion, async ({ request, params }) => {
    const { head, signatures, parts, withheld } = await readVersion(
      server,
      actorOf(request),
      params,
      'assessment-version',
    );
    return { head, signatures, parts, withheld };
  });
  serve(app, contract.getVersionPdf, async ({ request, reply, params, query }) => {
    const file = await versionPdf(server, actorOf(request), params, query.language);
    return sendFile(reply, 'application/pdf', file);
  });
};
