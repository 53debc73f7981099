// The figures of this process for Prometheus. Not public: on a port of its own, or to whoever shows the token.
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type Server as HttpServer } from 'node:http';
import { Histogram } from 'prom-client';
import { Refusal } from '../platform/http/refusal.ts';
import { registry } from '../platform/metrics.ts';
import type { Server } from '../server.ts';

const requests = new Histogram({
  name: 'rinki_request_seconds',
  help: 'Time to the end of the answer, by the pattern of the route (never by an address)',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
});

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const onItsOwnPort = async (port: number, host: string): Promise<HttpServer> => {
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return server;
};

export const metricsRoutes = ({ app, context }: Server): void => {
  const { port, token } = context.config.metrics;
  app.addHook('onResponse', async (request, reply) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
    };
    requests.observe(labels, reply.elapsedTime / 1000);
  });
  app.get('/metrics', { schema: { hide: true }, logLevel: 'warn' }, async (request, reply) => {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined || given === undefined || !timingSafeEqual(digest(given), digest(token)))
      throw new Refusal('not-found');
    return reply.type(registry.contentType).send(await registry.metrics());
  });
  if (port === undefined) return;
  let own: HttpServer | undefined;
  app.addHook('onListen', async () => {
    own = await onItsOwnPort(port, context.config.host);
  });
  app.addHook('onClose', async () => {
    own?.closeAllConnections();
    await new Promise((resolve) => (own === undefined ? resolve(undefined) : own.close(resolve)));
  });
};
