// A file as the body of a request: raw bytes, read up to the limit of its contract and no further, on the routes that take one.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';

export const bytesType = 'application/octet-stream';
/** Files that one process reads at once, of one session and of all: each is held whole in memory. */
const most = { ofSession: 3, inAll: 24 } as const;
/** A slow line sends the largest file in this time; whoever holds a place for longer loses it. */
const longestMs = 10 * 60_000;

export const acceptUploads = (app: FastifyInstance): void => {
  app.addContentTypeParser(bytesType, { parseAs: 'buffer' }, (request, body, done) => {
    const taken = request.routeOptions.config.contract?.upload !== undefined;
    if (taken) done(null, body);
    else done(new Refusal('unsupported-media'), undefined);
  });
  const reading = new Map<string, number>();
  let all = 0;
  // After it is known whose request it is, and before a byte of it is read.
  app.addHook('preParsing', async (request, reply) => {
    if (request.routeOptions.config.contract?.upload === undefined) return;
    const whose = request.actor?.sessionId ?? request.ip;
    const own = reading.get(whose) ?? 0;
    if (own >= most.ofSession || all >= most.inAll) throw new Refusal('too-many-requests', undefined, 2);
    reading.set(whose, own + 1);
    all += 1;
    let open = true;
    const late = setTimeout(() => request.raw.destroy(), longestMs);
    late.unref();
    // Once, however it ends: answered, or cut off in the middle.
    const ended = () => {
      if (!open) return;
      open = false;
      clearTimeout(late);
      all -= 1;
      const left = (reading.get(whose) ?? 1) - 1;
      if (left === 0) reading.delete(whose);
      else reading.set(whose, left);
    };
    reply.raw.once('close', ended);
    reply.raw.once('finish', ended);
  });
};

/** What was sent; nothing where it was no file. @throws Refusal `unsupported-media` for anything but bytes */
export const uploadOf = (request: FastifyRequest): Buffer => {
  if (request.body === undefined || request.body === null) return Buffer.alloc(0);
  if (!Buffer.isBuffer(request.body)) throw new Refusal('unsupported-media');
  return request.body;
};
