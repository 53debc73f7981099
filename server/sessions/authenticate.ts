// Who a request is from, and that it comes from our own pages: exact Origin, Sec-Fetch-Site, and the session's token.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getWorkspace, listCases } from '../../shared/cases.ts';
import { saveField } from '../../shared/entries.ts';
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
import { findSession, isActivityDue, type Known, markActive } from './session.ts';

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
  const lookUp = async (
    request: FastifyRequest,
    reply: FastifyReply,
    token: string,
    at: Date,
  ): Promise<Known | null> => {
    const id = request.routeOptions.config.contract?.id;
    if (id !== undefined && confirming.has(id)) {
      const recalled = remembered.recall(token, at, () =>
        clearSessionToken(reply, context.config.publicOrigin),
      );
      if (recalled && !(isUnsafe(request) && isActivityDue(recalled, at))) return recalled;
    }
    const found = await findSession(context.app, token, at);
    if (!found) return null;
    const marks = id !== undefined && isUnsafe(request) && !background.has(id) && isActivityDue(found, at);
    remembered.remember(token, marks ? { ...found, activeAt: at } : found, at);
    return found;
  };
  app.addHook('onRequest', async (request, reply) => {
    const contract = request.routeOptions.config.contract;
    if (!contract) return;
    if (isUnsafe(request)) requireOwnOrigin(request, origins);
    const token = readSessionToken(request, context.config.publicOrigin);
    const at = context.clock.now();
    const known = token === undefined ? null : await lookUp(request, reply, token, at);
    if (!known) {
      if (contract.public) return;
      if (token !== undefined) clearSessionToken(reply, context.config.publicOrigin);
      throw new Refusal(token === undefined ? 'not-signed-in' : 'session-ended');
    }
    request.actor = known.actor;
    if (known.mustChange && !contract.public && !beforeChange.has(contract.id)) {
      throw new Refusal('not-allowed', { reason: 'must-change-password' });
    }
    if (!isUnsafe(request)) return;
    const given = request.headers['x-rinki-token'];
    if (
      !contract.public &&
      (typeof given !== 'string' || !context.secrets.csrfTokenMatches(known.actor.sessionId, given))
    )
      throw new Refusal('cross-site');
    if (!background.has(contract.id)) await markActive(context.app, known, at);
  });
};
