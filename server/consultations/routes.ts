// Routes of consultations.
import type { FastifyRequest } from 'fastify';
import { fileNameHeader } from '../../shared/attachment.ts';
import * as files from '../../shared/consultation-attachments.ts';
import * as naming from '../../shared/consultation-naming.ts';
import * as outcomes from '../../shared/consultation-outcomes.ts';
import * as records from '../../shared/consultation-records.ts';
import * as contract from '../../shared/consultations.ts';
import * as together from '../../shared/consultations-together.ts';
import * as joint from '../../shared/joint-answers.ts';
import { actorOf, callOf } from '../access/request.ts';
import { sendFile } from '../platform/http/send-file.ts';
import { serve } from '../platform/http/serve.ts';
import { uploadOf } from '../platform/http/upload.ts';
import type { Server } from '../server.ts';
import { chooseTime, proposeTimes } from './agree-time.ts';
import { attachToConsultation, attachToDraft, removeAttachment } from './attachments/add-attachment.ts';
import { nameFrom } from './attachments/clean-name.ts';
import { listOfDraft, readFile } from './attachments/read-attachments.ts';
import { answerExpertInvitation, inviteExpert, listExperts } from './experts.ts';
import { beginJointAnswer, sendJointAnswer } from './joint-answer.ts';
import { listConsultations, readHeads } from './list-consultations.ts';
import { markTransferred } from './mark-transferred.ts';
import {
  beginTriage,
  claim,
  close,
  handOn,
  release,
  reopen,
  setDeputy,
  withdraw,
} from './move-consultation.ts';
import { nameConsultation } from './name-consultation.ts';
import { takePdf, takeText } from './own-copy/take-copy.ts';
import { acceptPassed, declinePassed, passOn, takeBackPassing } from './pass-on.ts';
import { previewNaming } from './preview-naming.ts';
import { readConsultation } from './read-consultation.ts';
import { checkDraft, readDraft } from './read-draft.ts';
import { followUp, recordOutcome } from './record-outcome.ts';
import { discardDraft, saveDraft, startDraft } from './save-draft.ts';
import { sendConsultation } from './send-consultation.ts';
import { takeIntoCase } from './take-into-case.ts';
import { advise, answer, askMore, noteTalk, tellMore } from './take-turn.ts';

const draftRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, contract.startConsultationDraft, async ({ request, body }) =>
    startDraft(server, callOf(request), body.fields),
  );
  serve(app, contract.getConsultationDraft, async ({ request, params }) =>
    readDraft(server, actorOf(request), params.draftId),
  );
  serve(app, contract.saveConsultationDraft, async ({ request, params, body }) =>
    saveDraft(server, callOf(request), params.draftId, body),
  );
  serve(app, contract.discardConsultationDraft, async ({ request, params }) =>
    discardDraft(server, callOf(request), params.draftId),
  );
  serve(app, contract.checkConsultationDraft, async ({ request, params }) =>
    checkDraft(server, actorOf(request), params.draftId),
  );
  serve(app, contract.sendConsultation, async ({ request, params, body }) =>
    sendConsultation(server, callOf(request), params.draftId, body),
  );
};

const togetherRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, together.passOn, async ({ request, params, body }) =>
    passOn(server, callOf(request), params.consultationId, body),
  );
  serve(app, together.takeBackPassing, async ({ request, params }) =>
    takeBackPassing(server, callOf(request), params.consultationId),
  );
  serve(app, together.acceptPassed, async ({ request, params }) =>
    acceptPassed(server, callOf(request), params.consultationId),
  );
  serve(app, together.declinePassed, async ({ request, params, body }) =>
    declinePassed(server, callOf(request), params.consultationId, body.reason),
  );
  serve(app, together.listExperts, async ({ request, params }) =>
    listExperts(server, actorOf(request), params.consultationId),
  );
  serve(app, together.inviteExpert, async ({ request, params, body }) =>
    inviteExpert(server, callOf(request), params.consultationId, body),
  );
  serve(app, together.answerExpertInvitation, async ({ request, params, body }) =>
    answerExpertInvitation(server, callOf(request), params.consultationId, body),
  );
  serve(app, together.advise, async ({ request, params, body }) =>
    advise(server, callOf(request), params.consultationId, body),
  );
  serve(app, together.proposeTimes, async ({ request, params, body }) =>
    proposeTimes(server, callOf(request), params.consultationId, body),
  );
  serve(app, together.chooseTime, async ({ request, params, body }) =>
    chooseTime(server, callOf(request), params.consultationId, body),
  );
  serve(app, together.noteTalk, async ({ request, params, body }) =>
    noteTalk(server, callOf(request), params.consultationId, body),
  );
};

const jointAnswerRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, joint.beginJointAnswer, async ({ request, params }) =>
    beginJointAnswer(server, callOf(request), params.consultationId),
  );
  serve(app, joint.sendJointAnswer, async ({ request, params, body }) =>
    sendJointAnswer(server, callOf(request), params.consultationId, body),
  );
};

const outcomeRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, outcomes.recordOutcome, async ({ request, params, body }) =>
    recordOutcome(server, callOf(request), params.consultationId, body),
  );
  serve(app, outcomes.followUp, async ({ request, params, body }) =>
    followUp(server, callOf(request), params.consultationId, body),
  );
};

const namingRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, naming.previewNaming, async ({ request, params, body }) =>
    previewNaming(server, actorOf(request), params.consultationId, body.fields),
  );
  serve(app, naming.nameConsultation, async ({ request, params, body }) =>
    nameConsultation(server, callOf(request), params.consultationId, body),
  );
  serve(app, naming.takeIntoCase, async ({ request, params, body }) =>
    takeIntoCase(server, callOf(request), params.consultationId, body.caseId),
  );
};

const recordRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, records.getConsultationText, async ({ request, reply, params, query }) =>
    sendFile(
      reply,
      'text/plain; charset=utf-8',
      await takeText(server, actorOf(request), params.consultationId, query.language),
    ),
  );
  serve(app, records.getConsultationPdf, async ({ request, reply, params, query }) =>
    sendFile(
      reply,
      'application/pdf',
      await takePdf(server, actorOf(request), params.consultationId, query.language),
    ),
  );
  serve(app, records.markTransferred, async ({ request, params, body }) =>
    markTransferred(server, callOf(request), params.consultationId, body.system),
  );
};

const fileOf = (request: FastifyRequest) => ({
  name: nameFrom(request.headers[fileNameHeader]),
  bytes: uploadOf(request),
});

const attachmentRoutes = (server: Server): void => {
  const { app } = server;
  serve(app, files.attachToDraft, async ({ request, params }) =>
    attachToDraft(server, callOf(request), params.draftId, fileOf(request)),
  );
  serve(app, files.listDraftAttachments, async ({ request, params }) =>
    listOfDraft(server, actorOf(request), params.draftId),
  );
  serve(app, files.attachToConsultation, async ({ request, params }) =>
    attachToConsultation(server, callOf(request), params.consultationId, fileOf(request)),
  );
  serve(app, files.getAttachmentFile, async ({ request, reply, params }) => {
    const { type, ...file } = await readFile(server, actorOf(request), params.attachmentId);
    // Somebody else's content from our own address: it is saved, and should anything ever show it all the same, it may do nothing.
    reply
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff');
    return sendFile(reply, type, file);
  });
  serve(app, files.removeAttachment, async ({ request, params }) =>
    removeAttachment(server, callOf(request), params.attachmentId),
  );
};

export const consultationRoutes = (server: Server): void => {
  const { app } = server;
  draftRoutes(server);
  togetherRoutes(server);
  jointAnswerRoutes(server);
  outcomeRoutes(server);
  namingRoutes(server);
  recordRoutes(server);
  attachmentRoutes(server);
  serve(app, contract.listConsultations, async ({ request }) => listConsultations(server, actorOf(request)));
  serve(app, contract.readHeads, async ({ request, query }) =>
    readHeads(server, actorOf(request), query.ids),
  );
  serve(app, contract.getConsultation, async ({ request, params }) =>
    readConsultation(server, actorOf(request), params.consultationId),
  );
  serve(app, contract.beginTriage, async ({ request, params }) =>
    beginTriage(server, callOf(request), params.consultationId),
  );
  serve(app, contract.claimConsultation, async ({ request, params }) =>
    claim(server, callOf(request), params.consultationId),
  );
  serve(app, contract.releaseConsultation, async ({ request, params, body }) =>
    release(server, callOf(request), params.consultationId, body.reason),
  );
  serve(app, contract.handOnConsultation, async ({ request, params, body }) =>
    handOn(server, callOf(request), params.consultationId, body),
  );
  serve(app, contract.askMore, async ({ request, params, body }) =>
    askMore(server, callOf(request), params.consultationId, body),
  );
  serve(app, contract.tellMore, async ({ request, params, body }) =>
    tellMore(server, callOf(request), params.consultationId, body),
  );
  serve(app, contract.answerConsultation, async ({ request, params, body }) =>
    answer(server, callOf(request), params.consultationId, body),
  );
  serve(app, contract.withdrawConsultation, async ({ request, params, body }) =>
    withdraw(server, callOf(request), params.consultationId, body.reason),
  );
  serve(app, contract.closeConsultation, async ({ request, params, body }) =>
    close(server, callOf(request), params.consultationId, body.reason),
  );
  serve(app, contract.reopenConsultation, async ({ request, params, body }) =>
    reopen(server, callOf(request), params.consultationId, body.reason),
  );
  serve(app, contract.setConsultationDeputy, async ({ request, params, body }) =>
    setDeputy(server, callOf(request), params.consultationId, body.affiliationId),
  );
};
