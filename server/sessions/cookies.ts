// The session's cookie: `__Host-` over TLS, a plain one on http://localhost where browsers refuse the prefix.
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const isSecure = (publicOrigin: string): boolean => publicOrigin.startsWith('https://');
const named = (name: string, publicOrigin: string): string =>
  isSecure(publicOrigin) ? `__Host-${name}` : name;
const options = (publicOrigin: string, maxAge: number): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict',
  secure: isSecure(publicOrigin),
  maxAge,
});

export const readSessionToken = (request: FastifyRequest, origin: string): string | undefined =>
  request.cookies[named('rinki', origin)];
export const setSessionToken = (reply: FastifyReply, origin: string, token: string, maxAge: number): void =>
  void reply.setCookie(named('rinki', origin), token, options(origin, maxAge));
export const clearSessionToken = (reply: FastifyReply, origin: string): void =>
  void reply.clearCookie(named('rinki', origin), options(origin, 0));

/** Of a screen on a wall, which is nobody's session; a day is longer than any meeting. */
export const readScreenToken = (request: FastifyRequest, origin: string): string | undefined =>
  request.cookies[named('rinki-wall', origin)];
export const setScreenToken = (reply: FastifyReply, origin: string, token: string): void =>
  void reply.setCookie(named('rinki-wall', origin), token, options(origin, 24 * 3600));

/** Marks a browser on which this person has signed in before: it has a counter of failures of its own. */
export const readDevice = (request: FastifyRequest, origin: string): string | undefined =>
  request.cookies[named('rinki-device', origin)];
export const setDevice = (reply: FastifyReply, origin: string, device: string): void =>
  void reply.setCookie(named('rinki-device', origin), device, options(origin, 365 * 24 * 3600));
