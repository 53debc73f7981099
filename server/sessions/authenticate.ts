// Who a request is from, and that it comes from our own pages: exact Origin, Sec-Fetch-Site, and the session's token.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getWorkspace, listCases } from '../../shared/cases.ts';
import { saveField } from '../../shared/entries.ts';
import type { Route } from '../../shared/route.ts';
import {
  changePassword,
  chooseAffiliation,
  chooseLanguage,
  extendSession,
  getSession,
  signOut,
} from '../../shared/sessions.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { clearSessionToken, readSessionToken } from './cookies.ts';
import { createRemembered } from './remembered.ts';
import { findSession, isActivityDue, markActive } from './session.ts';

const isUnsafe = (request: FastifyRequest): boolean => !['GET', 'HEAD'].includes(request.method);
/** Requests that a page makes by itself; they keep no session alive. */
const background = new Set(['poll-live']);

/** Routes whose whole work is done in transactions that confirm a remembered session. */
const confirming = new Set([getWorkspace.id, listCases.id, saveField.id]);

/** What somebody with a one-time password may do: see who they are, change it, leave. */
const beforeChange = new Set([
  getSession.id,
  extendSession.id,
  changePassword.id,
  chooseLanguage.id,
  chooseAffiliation.id,
  signOut.id,
]);

/** The origins from which pages of this installation are served. In demo mode localhost goes by two names. */
export const ownOrigins = (config: Context['config']): string[] =>
  config.mode === 'demo' && config.publicOrigin.startsWith('http://localhost')
    ? [config.publicOrigin, config.publicOrigin.replace('localhost', '127.0.0.1')]
    : [config.publicOrigin];

/** @throws Refusal `cross-site` */
export const requireOwnOrigin = (request: FastifyRequest, origins: readonly string[]): void => {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin === undefined || !origins.includes(origin) || (site !== undefined && site !== 'same-origin'))
    throw new Refusal('cross-site');
};

export const authenticate = (app: FastifyInstance, context: Context): void => {
  const origins = ownOrigins(context.config);
  app.decorateRequest('actor', null);
  const remembered = createRemembered();
  const requireToken = (request: FastifyRequest, sessionId: string): void => {
    const given = request.headers['x-rinki-token'];
    if (typeof given !== 'string' || !context.secrets.csrfTokenMatches(sessionId, given))
      throw new Refusal('cross-site');
  };

  /** @param recall may begin in the name of a session that was looked up a short while ago */
  const identify = async (
    request: FastifyRequest,
    reply: FastifyReply,
    contract: Route,
    recall: boolean,
  ): Promise<void> => {
    const unsafe = isUnsafe(request);
    const token = readSessionToken(request, context.config.publicOrigin);
    const at = context.clock.now();
    const renew = () => identify(request, reply, contract, false);
    const recalled = token !== undefined && recall ? remembered.recall(token, at, renew) : null;
    const enough = recalled !== null && !(unsafe && isActivityDue(recalled, at));
    const known = token === undefined ? null : enough ? recalled : await findSession(context.app, token, at);
    if (!known) {
      if (contract.public) return;
      if (token !== undefined) clearSessionToken(reply, context.config.publicOrigin);
      throw new Refusal(token === undefined ? 'not-signed-in' : 'session-ended');
    }
    request.actor = known.actor;
    if (known.mustChange && !contract.public && !beforeChange.has(contract.id)) {
      throw new Refusal('not-allowed', { reason: 'must-change-password' });
    }
    if (unsafe && !contract.public) requireToken(request, known.actor.sessionId);
    if (enough) return;
    const marks = unsafe && !background.has(contract.id);
    if (marks) await markActive(context.app, known, at);
    if (token !== undefined)
      remembered.remember(token, marks && isActivityDue(known, at) ? { ...known, activeAt: at } : known, at);
  };

  app.addHook('onRequest', async (request, reply) => {
    const contract = request.routeOptions.config.contract;
    if (!contract) return;
    if (isUnsafe(request)) requireOwnOrigin(request, origins);
    await identify(request, reply, contract, confirming.has(contract.id));
  });
  // Were a route to forget its question, its answer would stay here.
  app.addHook('onSend', (request, reply, payload, done) => {
    const unasked = request.actor?.remembered?.asked === false && reply.statusCode < 400;
    if (unasked) done(new Error('a remembered session was not asked about'));
    else done(null, payload);
  });
};
