// What a noun's routes are given.
import type { FastifyInstance } from 'fastify';
import type { FactsCache } from './access/facts.ts';
import type { Context } from './context.ts';

export type Server = { readonly app: FastifyInstance; readonly context: Context; readonly facts: FactsCache };
