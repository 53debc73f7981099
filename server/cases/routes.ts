// Routes of a case.
import * as contract from '../../shared/cases.ts';
import * as custody from '../../shared/custody.ts';
import * as members from '../../shared/members.ts';
import { actorOf, callOf } from '../access/request.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { addRelation } from './add-relation.ts';
import { acceptMembership, declineMembership } from './answer-invitation.ts';
import { changeMembership } from './change-membership.ts';
import { changeRelation } from './change-relation.ts';
import { changeWhereabouts } from './change-whereabouts.ts';
import { listCustodyChanges } from './custody-history.ts';
import { endMembership } from './end-membership.ts';
import { inviteMember } from './invite-member.ts';
import { leaveMembership } from './leave-membership.ts';
import { findLikeCases, listCases } from './list-cases.ts';
import { listInvitable } from './list-invitable.ts';
import { openCase } from './open-case.ts';
import { previewCustody } from './preview-custody.ts';
import { recordGround } from './record-ground.ts';
import { withdrawGround } from './withdraw-ground.ts';
import { openWorkspace } from './workspace.ts';

export const caseRoutes = (server: Server): void => {
  const { app, context } = server;
  serve(app, contract.openCase, async ({ request, body }) => openCase(context, callOf(request), body));
  serve(app, contract.listCases, async ({ request }) => ({
    cases: await listCases(server, actorOf(request)),
  }));
  serve(app, contract.listLikeCases, async ({ request, query }) => ({
    cases: await findLikeCases(server, actorOf(request), query.name, query.birthDate),
  }));
  serve(app, contract.getWorkspace, async ({ request, params }) =>
    openWorkspace(server, actorOf(request), params.caseId),
  );
  serve(app, contract.listInvitable, async ({ request, params, query }) =>
    listInvitable(server, actorOf(request), params.caseId, query.q),
  );
  serve(app, contract.inviteMember, async ({ request, params, body }) =>
    inviteMember(server, callOf(request), params.caseId, body),
  );
  serve(app, contract.endMembership, async ({ request, params, body }) =>
    endMembership(server, callOf(request), params.caseId, params.memberId, body.reason),
  );
  serve(app, members.acceptMembership, async ({ request, params }) =>
    acceptMembership(server, callOf(request), params),
  );
  serve(app, members.declineMembership, async ({ request, params, body }) =>
    declineMembership(server, callOf(request), params, body.reason),
  );
  serve(app, members.leaveMembership, async ({ request, params, body }) =>
    leaveMembership(server, callOf(request), params, body.reason),
  );
  serve(app, members.changeMembership, async ({ request, params, body }) =>
    changeMembership(server, callOf(request), params, body),
  );
  serve(app, contract.recordGround, async ({ request, params, body }) =>
    recordGround(server, callOf(request), params.caseId, body),
  );
  serve(app, contract.withdrawGround, async ({ request, params }) =>
    withdrawGround(server, callOf(request), params.caseId, params.groundId),
  );
  serve(app, contract.addRelation, async ({ request, params, body }) =>
    addRelation(server, callOf(request), params.caseId, body),
  );
  serve(app, custody.changeRelation, async ({ request, params, body }) =>
    changeRelation(server, callOf(request), params, body),
  );
  serve(app, custody.previewCustody, async ({ request, params, body }) =>
    previewCustody(server, actorOf(request), params, body),
  );
  serve(app, custody.listCustodyChanges, async ({ request, params }) =>
    listCustodyChanges(server, actorOf(request), params),
  );
  serve(app, contract.changeWhereabouts, async ({ request, params, body }) =>
    changeWhereabouts(server, callOf(request), params.caseId, body),
  );
};
