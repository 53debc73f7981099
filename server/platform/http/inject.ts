// Typed calls to an app in this process, by the same contracts: for the demo region's story and for tests.
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { ErrorBody } from '../../../shared/errors.ts';
import type { Route } from '../../../shared/route.ts';

export type Answer<T> = { status: number; body: T; error: ErrorBody | null };
/** What a call takes, by its contract. */
export type Given<R extends Route> = {
  params?: z.input<NonNullable<R['params']>>;
  query?: z.input<NonNullable<R['query']>>;
  body?: z.input<NonNullable<R['body']>>;
  key?: string;
};
const fill = (path: string, params: Record<string, unknown> = {}): string =>
  path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])));

/** Calls a route of an app in this process, typed by its contract. @param origin the page it pretends to come from */
export const inject = async <R extends Route>(
  app: FastifyInstance,
  origin: string,
  route: R,
  given: Given<R>,
  who: { cookie: string; token: string } | null,
): Promise<Answer<z.output<R['response']>>> => {
  const query = new URLSearchParams((given.query ?? {}) as Record<string, string>).toString();
  const answer = await app.inject({
    method: route.method,
    url: fill(route.path, given.params as Record<string, unknown>) + (query === '' ? '' : `?${query}`),
    headers: {
      origin,
      'idempotency-key': given.key ?? randomUUID(),
      ...(who && { cookie: who.cookie, 'x-rinki-token': who.token }),
    },
    ...(given.body === undefined ? {} : { payload: given.body as object }),
  });
  const json = route.file === undefined || answer.statusCode !== 200 ? answer.json() : answer.rawPayload;
  return { status: answer.statusCode, body: json, error: answer.statusCode === 200 ? null : json };
};
