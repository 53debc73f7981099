// The one way a route is served: from its contract come validation, the answer's shape and the OpenAPI document.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Route } from '../../../shared/route.ts';
import { onceAgain } from './again.ts';
import { bytesType } from './upload.ts';

export type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
  request: FastifyRequest;
  reply: FastifyReply;
};

const nothing = z.strictObject({});
/** For the OpenAPI document alone: what came is asked about by `uploadOf`. */
const bytesOfFile = z.unknown().meta({ type: 'string', format: 'binary' });
const bodyLimitOf = (bodyLimit: number | undefined) => (bodyLimit === undefined ? {} : { bodyLimit });
/** Every contract that was served: a test compares it with the list of contracts. */
export const served = new WeakMap<FastifyInstance, Set<string>>();

export const serve = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  app: FastifyInstance,
  route: Route<P, Q, B, R>,
  handler: (input: Input<P, Q, B>) => Promise<z.input<R> | FastifyReply>,
  options: { bodyLimit?: number } = {},
): void => {
  const root = served.get(app) ?? new Set<string>();
  served.set(app, root.add(route.id));
  app.withTypeProvider<ZodTypeProvider>().route({
    method: route.method,
    url: route.path,
    ...bodyLimitOf(route.upload ?? options.bodyLimit),
    config: { contract: route },
    schema: {
      operationId: route.id,
      summary: route.summary,
      tags: [route.path.split('/')[2] ?? 'api'],
      params: route.params ?? nothing,
      querystring: route.query ?? nothing,
      ...(route.body === undefined ? {} : { body: route.body }),
      ...(route.upload === undefined ? {} : { consumes: [bytesType], body: bytesOfFile }),
      ...(route.file === undefined ? { response: { 200: route.response } } : { produces: [route.file] }),
    },
    handler: async (request, reply) => {
      const { params, query, body } = request;
      const input = { params, query, body, request, reply } as Input<P, Q, B>;
      return onceAgain(() => handler(input)) as never;
    },
  });
};

declare module 'fastify' {
  interface FastifyContextConfig {
    contract?: Route;
  }
}
