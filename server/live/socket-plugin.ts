// How the socket plugin is set up: small frames only, and its own way of closing is left to the live room, which tells
// clients to come back.
import type { WebsocketPluginOptions } from '@fastify/websocket';

export const socketPlugin: WebsocketPluginOptions = {
  options: { maxPayload: 4_096 },
  preClose: (done) => done(),
  // A frame that is too long or no frame at all: the socket library has sent its close code already.
  errorHandler: (_error, socket) => {
    setTimeout(() => socket.terminate(), 1_000).unref();
  },
};
