// Routes of the screen on the wall: two of a browser that nobody is signed in at, two of the meeting's team.
import type { FastifyRequest } from 'fastify';
import * as contract from '../../../shared/wall.ts';
import { callOf } from '../../access/request.ts';
import { serve } from '../../platform/http/serve.ts';
import type { Server } from '../../server.ts';
import { readScreenToken, setScreenToken } from '../../sessions/index.ts';
import { endScreen, pairScreen } from './pair.ts';
import { readWall } from './read-wall.ts';
import { findScreen, makeScreen, tagOf } from './screen.ts';

export const wallRoutes = (server: Server): void => {
  const { app, context } = server;
  const origin = context.config.publicOrigin;
  const screenOf = async (request: FastifyRequest) => {
    const token = readScreenToken(request, origin);
    return token === undefined ? null : findScreen(context, token);
  };
  serve(app, contract.makeWallScreen, async ({ request, reply }) => {
    const { token, code } = await makeScreen(context, request.ip);
    setScreenToken(reply, origin, token);
    return { state: 'code' as const, code };
  });
  serve(app, contract.getWallScreen, async ({ request, reply }) => {
    const view = await readWall(server, await screenOf(request));
    const tag = tagOf(view);
    void reply.header('etag', tag).header('cache-control', 'no-store');
    return request.headers['if-none-match'] === tag ? reply.code(304).send() : view;
  });
  serve(app, contract.pairWallScreen, async ({ request, params, body }) =>
    pairScreen(server, callOf(request), params.meetingId, body.code),
  );
  serve(app, contract.endWallScreen, async ({ request, params }) =>
    endScreen(server, callOf(request), params.meetingId),
  );
};
