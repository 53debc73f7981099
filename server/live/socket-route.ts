// The upgrade at GET /api/live: our own pages only, a session that holds, and not too many sockets for one session.
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import { closeCodes } from '../../shared/live-codes.ts';
import { actorOf } from '../access/request.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { findSession, ownOrigins, readSessionToken, requireOwnOrigin } from '../sessions/index.ts';
import { createConnection } from './connection.ts';
import type { PersonFeeds } from './person-feeds.ts';
import type { Room } from './room.ts';
import { createSocketSession, type SocketSession } from './socket-session.ts';

const mostSocketsPerSession = 12;

export const serveSockets = ({ app, context }: Server, room: Room, people: PersonFeeds) => {
  const origins = ownOrigins(context.config);
  const sockets = new Set<SocketSession>();
  const perSession = new Map<string, number>();
  let stopping = false;

  const count = (sessionId: string, change: number): number => {
    const now = (perSession.get(sessionId) ?? 0) + change;
    if (now > 0) perSession.set(sessionId, now);
    else perSession.delete(sessionId);
    room.metrics.sockets += change;
    return now;
  };

  const knock = async (request: FastifyRequest): Promise<void> => {
    if (stopping) throw new Refusal('stopping');
    requireOwnOrigin(request, origins);
    const token = readSessionToken(request, context.config.publicOrigin);
    const known = token === undefined ? null : await findSession(context.app, token, context.clock.now());
    if (!known) throw new Refusal(token === undefined ? 'not-signed-in' : 'session-ended');
    request.actor = known.actor;
  };

  const welcome = async (
    session: SocketSession,
    request: FastifyRequest,
    onLeave: (leave: () => void) => void,
  ): Promise<void> => {
    const actor = actorOf(request);
    const connection = createConnection(room, randomUUID(), actor, session.outlet);
    const leave = await people.enter({
      personId: actor.personId,
      sessionId: actor.sessionId,
      affiliationId: actor.affiliation?.id ?? null,
      todayMoved: connection.todayMoved,
      consultationsMoved: connection.consultationsMoved,
      meetingsMoved: connection.meetingsMoved,
      signedOut: () => session.close(closeCodes.signedOut),
      changed: () => session.close(closeCodes.resume),
    });
    if (!leave) return session.close(closeCodes.signedOut);
    if (session.isClosed()) return leave();
    onLeave(leave);
    if (!session.open(connection)) connection.end();
  };

  const take = (socket: WebSocket, request: FastifyRequest): void => {
    const { sessionId } = actorOf(request);
    let leave: (() => void) | undefined;
    const session = createSocketSession(socket, room.metrics, () => {
      sockets.delete(session);
      count(sessionId, -1);
      leave?.();
    });
    sockets.add(session);
    const tooMany = count(sessionId, 1) > mostSocketsPerSession;
    if (tooMany || stopping) session.close(tooMany ? closeCodes.tooMany : closeCodes.resume);
    else
      welcome(session, request, (how) => {
        leave = how;
      }).catch(() => session.close(closeCodes.resume));
  };

  app.get('/api/live', { websocket: true, preValidation: knock }, take);

  return {
    tick: (): void => {
      const at = Date.now();
      for (const session of sockets) session.tick(at);
    },
    /** Closes every socket with the word to come back, and waits a moment for the other sides to have heard it. */
    stop: async (): Promise<void> => {
      stopping = true;
      for (const session of sockets) session.close(closeCodes.resume);
      for (let tries = 0; sockets.size > 0 && tries < 40; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 25));
      for (const session of sockets) session.terminate();
    },
  };
};
