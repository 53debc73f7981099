// The request's actor, and the coarse part of a contract's `who` that needs no case: denied unless declared otherwise.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../platform/http/refusal.ts';
import { type Actor, isAdministrator, opensCases } from './actor.ts';
import type { Call } from './command.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
  }
}

/** @throws Refusal `not-signed-in` */
export const actorOf = (request: FastifyRequest): Actor => {
  if (!request.actor) throw new Refusal('not-signed-in');
  return request.actor;
};

const IdempotencyKey = z.uuid();

/** What a command needs to know of its request. Every unsafe request carries an idempotency key. */
export const callOf = (request: FastifyRequest): Call => {
  const key = IdempotencyKey.safeParse(request.headers['idempotency-key']);
  if (!key.success) throw new Refusal('invalid-input', { header: 'idempotency-key' });
  const { contract } = request.routeOptions.config;
  if (contract === undefined) throw new Error('a command needs a contract');
  const call = { actor: actorOf(request), operation: contract.id, idempotencyKey: key.data };
  return contract.who === 'break-glass' ? { ...call, byBreakGlass: true } : call;
};

const mayCome = (request: FastifyRequest): boolean => {
  const contract = request.routeOptions.config.contract;
  if (!contract || contract.public) return true;
  const actor = actorOf(request);
  switch (contract.who) {
    case 'administrator':
      return isAdministrator(actor);
    case 'opens-cases':
      return opensCases(actor);
    case 'professional':
    case 'home-member':
    case 'professional-member':
    case 'responsible':
    case 'break-glass':
      return actor.affiliation !== null;
    default:
      return true;
  }
};

export const guardContracts = (app: FastifyInstance): void => {
  app.addHook('preValidation', async (request) => {
    if (!mayCome(request)) throw new Refusal('not-allowed');
  });
};
