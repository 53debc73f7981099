// Typed calls, derived from the shared contracts: a path, a method, and the types of what goes in and comes out.
import type { z } from 'zod';
import type { ErrorBody, ErrorId } from '../../shared/errors.ts';
import type { Route } from '../../shared/route.ts';

/** An answer that is an error, or no answer at all (`offline`). */
export class CallError extends Error {
  override name = 'CallError';
  readonly id: ErrorId | 'offline';
  readonly body: ErrorBody | null;

  constructor(id: ErrorId | 'offline', body: ErrorBody | null) {
    super(id);
    this.id = id;
    this.body = body;
  }

  /** Worth trying again by itself: nothing is wrong with what was sent. */
  get passing(): boolean {
    return ['offline', 'database-away', 'stopping', 'too-many-requests', 'internal'].includes(this.id);
  }
}

export type Given<R extends Route> = {
  params?: z.input<NonNullable<R['params']>>;
  query?: z.input<NonNullable<R['query']>>;
  body?: z.input<NonNullable<R['body']>>;
  /** The same key on a retry gives the first result; made when absent. */
  key?: string;
  signal?: AbortSignal;
  /** Lets the request outlive the page: for the last words before it closes. At most 64 KiB. */
  keepalive?: boolean;
};

let csrfToken: string | null = null;
/** Set with each session that is read or begun. */
export const useToken = (token: string | null): void => {
  csrfToken = token;
};

const listeners = new Set<(id: ErrorId) => void>();
/** Told of every answer that says the session is over. */
export const onSignedOut = (listener: (id: ErrorId) => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

const followers = new Set<(error: ErrorId | null) => void>();
/** Told of every answer: null when it was a good one. A request that got no answer tells nothing. */
export const onAnswer = (follower: (error: ErrorId | null) => void): (() => void) => {
  followers.add(follower);
  return () => void followers.delete(follower);
};

export const tellAnswer = (error: CallError | null): void => {
  for (const follower of followers) follower(error === null || error.id === 'offline' ? null : error.id);
};

export const addressOf = (route: Route, given: { params?: unknown; query?: unknown }): string => {
  const params = (given.params ?? {}) as Record<string, unknown>;
  const path = route.path.replace(/:([a-zA-Z]+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const query = new URLSearchParams(Object.entries((given.query ?? {}) as Record<string, string>)).toString();
  return query === '' ? path : `${path}?${query}`;
};

/** What every unsafe call carries. */
export const headersFor = (route: Route, given: { key?: string; body?: unknown }): Record<string, string> => {
  if (route.method === 'GET') return {};
  return {
    'idempotency-key': given.key ?? crypto.randomUUID(),
    ...(csrfToken !== null && { 'x-rinki-token': csrfToken }),
    ...(given.body !== undefined && { 'content-type': 'application/json' }),
  };
};

export const errorOf = async (response: Response): Promise<CallError> => {
  const body = (await response.json().catch(() => null)) as ErrorBody | null;
  if (body?.error === undefined)
    return new CallError(response.status >= 500 ? 'internal' : 'invalid-input', null);
  if (body.error === 'not-signed-in' || body.error === 'session-ended')
    for (const listener of listeners) listener(body.error);
  return new CallError(body.error, body);
};

/** @throws CallError */
export const call = async <R extends Route>(
  route: R,
  given: Given<R> = {},
): Promise<z.output<R['response']>> => {
  let response: Response;
  try {
    response = await fetch(addressOf(route, given), {
      method: route.method,
      headers: headersFor(route, given),
      credentials: 'same-origin',
      ...(given.body !== undefined && { body: JSON.stringify(given.body) }),
      ...(given.signal && { signal: given.signal }),
      ...(given.keepalive && { keepalive: true }),
    });
  } catch (error) {
    if (given.signal?.aborted) throw error;
    throw new CallError('offline', null);
  }
  const error = response.ok ? null : await errorOf(response);
  tellAnswer(error);
  if (error) throw error;
  return response.json();
};
