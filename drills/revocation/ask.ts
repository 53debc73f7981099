// Typed calls over HTTP, by the same contracts as the client's.
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Given } from '../../server/platform/http/inject.ts';
import type { Route } from '../../shared/route.ts';
import type { Session } from './people.ts';

export const tryAsk = async <R extends Route>(
  port: number,
  who: Session,
  route: R,
  { params, body }: Given<R> = {},
): Promise<{ status: number; body: z.output<R['response']> }> => {
  const filled = route.path.replace(/:([a-zA-Z]+)/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown> | undefined)?.[name])),
  );
  const answer = await fetch(`http://127.0.0.1:${port}${filled}`, {
    method: route.method,
    headers: {
      ...who.headers,
      'idempotency-key': randomUUID(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as z.output<R['response']> };
};

/** @throws when it is refused */
export const ask = async <R extends Route>(
  port: number,
  who: Session,
  route: R,
  given: Given<R> = {},
): Promise<z.output<R['response']>> => {
  const { status, body } = await tryAsk(port, who, route, given);
  if (status !== 200) throw new Error(`${route.id} was answered with ${status}: ${JSON.stringify(body)}`);
  return body;
};
