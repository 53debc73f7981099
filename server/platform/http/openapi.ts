// The OpenAPI document, derived from the contracts that were served, and a page to read it on.
import swagger from '@fastify/swagger';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

export const openApi = async (app: FastifyInstance): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      info: {
        title: 'Rinki',
        description: 'Case collaboration for the agencies around one child',
        version: '0.1.0',
      },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(scalar, { routePrefix: '/api/docs', configuration: { url: '/api/openapi.json' } });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
};
