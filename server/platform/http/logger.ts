// Structured logs without personal data: a route's pattern instead of its address, never a body, a name or a query.
import type { FastifyLoggerOptions, FastifyRequest } from 'fastify';

export const loggerOptions = (level: string): FastifyLoggerOptions => ({
  level,
  serializers: {
    req: (request: FastifyRequest) => ({
      method: request.method,
      route: request.routeOptions?.url ?? 'unknown',
    }),
    res: (reply: { statusCode: number }) => ({ statusCode: reply.statusCode }),
    // A message may quote what somebody wrote; the kind and the place say enough.
    err: (error: Error) => ({
      type: error.name,
      message: '',
      stack: error.stack?.split('\n').slice(1, 6).join('\n') ?? '',
    }),
  },
});
