// How the socket plugin is set up: no frame larger than one that carries a text (which frame may be how large, the session
// knows), and its own way of closing is left to the live room, which tells
// clients to come back.
import type { WebsocketPluginOptions } from '@fastify/websocket';
import { mostFrame } from './socket-session.ts';

export const socketPlugin: WebsocketPluginOptions = {
  options: { maxPayload: mostFrame },
  preClose: (done) => done(),
  // A frame that is too long or no frame at all: the socket library has sent its close code already.
  errorHandler: (_error, socket) => {
    setTimeout(() => socket.terminate(), 1_000).unref();
  },
};
