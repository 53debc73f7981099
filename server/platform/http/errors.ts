// Every error leaves the server in one shape: a stable id, a request id, never content and never a stack.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod';
import { type ErrorBody, type ErrorId, errorIds } from '../../../shared/errors.ts';
import { Refusal } from './refusal.ts';

const fastifyIds: Record<string, ErrorId> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-input',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-input',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-input',
  FST_ERR_VALIDATION: 'invalid-input',
  FST_ERR_BAD_URL: 'invalid-input',
};

/**
 * Errors of a database that is away, starting, stopping or cut off mid-way, and of a command that others overtook until
 * it gave up (a collision, an access epoch that is no more): worth a retry.
 */
const databaseAway = /^(08|57P|53|58|40001|40P01|22012)|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT/;
export const isDatabaseAway = (error: unknown): boolean => {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && databaseAway.test(code)) return true;
  return (
    typeof message === 'string' &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Connection ended|is not currently accepting connections/.test(
      message,
    )
  );
};

const identify = (error: FastifyError): ErrorId => {
  if (error instanceof Refusal) return error.id;
  if (hasZodFastifySchemaValidationErrors(error)) return 'invalid-input';
  if (isDatabaseAway(error)) return 'database-away';
  // Row-level security or a reviewed function said no where the server's own rule had not: never more than "no".
  if (error.code === '42501') return 'not-found';
  // A value that no column takes (a NUL byte in a text, say).
  if (error.code?.startsWith('22')) return 'invalid-input';
  if (error.statusCode === 429) return 'too-many-requests';
  return (
    fastifyIds[error.code] ??
    (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
      ? 'invalid-input'
      : 'internal')
  );
};

export const sendError = (
  request: FastifyRequest,
  reply: FastifyReply,
  error: FastifyError,
): FastifyReply => {
  const id = identify(error);
  const status = errorIds[id];
  const retryAfter = error instanceof Refusal ? error.retryAfter : id === 'database-away' ? 2 : undefined;
  const body: ErrorBody = { error: id, requestId: request.id };
  if (retryAfter !== undefined) {
    body.retryAfter = retryAfter;
    reply.header('retry-after', retryAfter);
  }
  if (error instanceof Refusal && error.detail) body.detail = error.detail;
  if (error instanceof Refusal && error.places) body.places = error.places.slice(0, 60);
  if (hasZodFastifySchemaValidationErrors(error)) {
    body.fields = error.validation.slice(0, 20).map((v) => ({ path: v.instancePath, problem: v.keyword }));
  }
  // Only the kind of a fault is logged: its message may quote what somebody wrote.
  if (status >= 500)
    request.log.error(
      { error: id, code: error.code, name: error.name, at: error.stack?.split('\n').slice(1, 6) },
      'request failed',
    );
  if (isResponseSerializationError(error))
    request.log.error(
      { route: error.method + error.url, issues: error.cause.issues.map((i) => [i.path, i.code]) },
      'answer does not fit its contract',
    );
  return reply.status(status).send(body);
};

export const installErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error: FastifyError, request, reply) => sendError(request, reply, error));
};
