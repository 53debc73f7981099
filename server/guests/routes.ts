// Routes of somebody without an account, and of the team that invites them.
import * as contract from '../../shared/guests.ts';
import { actorOf, callOf } from '../access/request.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { serve } from '../platform/http/serve.ts';
import type { Server } from '../server.ts';
import { findSession, longestHours, presentSession, setSessionToken } from '../sessions/index.ts';
import { enterByLink, lookAtLink } from './enter.ts';
import { takeFirstPassword } from './first-password.ts';
import { inviteGuest } from './invite-guest.ts';
import { getGuestCode, listGuestAgencies, listGuestLinks } from './list-links.ts';
import { makeGuestLink, revokeGuestLink } from './renew-link.ts';

export const guestRoutes = (server: Server): void => {
  const { app, context } = server;
  serve(app, contract.listGuestAgencies, async ({ request, params }) =>
    listGuestAgencies(server, actorOf(request), params.caseId),
  );
  serve(app, contract.inviteGuest, async ({ request, params, body }) =>
    inviteGuest(server, callOf(request), params.caseId, body),
  );
  serve(app, contract.listGuestLinks, async ({ request, params }) =>
    listGuestLinks(server, actorOf(request), params.caseId),
  );
  serve(app, contract.makeGuestLink, async ({ request, params }) =>
    makeGuestLink(server, callOf(request), params.caseId, params.memberId),
  );
  serve(app, contract.revokeGuestLink, async ({ request, params }) =>
    revokeGuestLink(server, callOf(request), params.caseId, params.linkId),
  );
  serve(app, contract.getGuestCode, async ({ request, params }) =>
    getGuestCode(server, actorOf(request), params.caseId, params.linkId),
  );
  serve(app, contract.takeFirstPassword, async ({ request, body }) =>
    takeFirstPassword(context, callOf(request), body),
  );

  serve(app, contract.lookAtGuestLink, async ({ body }) => {
    await lookAtLink(context, body.secret);
    return {};
  });
  serve(app, contract.enterAsGuest, async ({ body, request, reply }) => {
    const { token, caseId, contributionId } = await enterByLink(context, body, request.ip, request.actor);
    const known = await findSession(context.app, token, context.clock.now());
    if (!known) throw new Refusal('session-ended');
    setSessionToken(reply, context.config.publicOrigin, token, longestHours * 3600);
    return { session: await presentSession(context, known.actor), caseId, contributionId };
  });
};
