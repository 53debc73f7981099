// Every declared contract is served, once, and described; nobody but the sign-in page comes in without a session.
import { expect, test } from 'vitest';
import { contracts } from '../shared/contracts.ts';
import { errorIds } from '../shared/errors.ts';
import { served } from './platform/http/serve.ts';
import { testWorld } from './testing/world.ts';

const world = await testWorld();

test('every contract is served, and nothing is served that is not declared', () => {
  const ids = contracts.map((contract) => contract.id).sort();
  expect(new Set(ids).size).toBe(ids.length);
  expect([...(served.get(world.app) ?? [])].sort()).toEqual(ids);
});

test('the public ones are the sign-in page’s two, the one-time link’s two and the wall’s two, and no other', () => {
  const known = [
    'get-welcome',
    'sign-in',
    'look-at-guest-link',
    'enter-as-guest',
    'make-wall-screen',
    'get-wall-screen',
  ];
  expect(contracts.filter((c) => c.public === true).map((c) => c.id)).toEqual(known);
  expect(contracts.filter((c) => c.who === 'public').map((c) => c.id)).toEqual(known);
});

test('every other one refuses whoever is not signed in, before it looks at what they sent', async () => {
  const origin = 'http://localhost:3000';
  for (const { id, method, path } of contracts.filter((c) => c.public !== true)) {
    const url = path.replace(/:[a-zA-Z]+/g, crypto.randomUUID());
    const answer = await world.app.inject({
      method,
      url,
      headers: { origin },
      ...(method === 'GET' ? {} : { payload: {} }),
    });
    expect([id, answer.statusCode, answer.json().error]).toEqual([id, 401, 'not-signed-in']);
  }
});

test('the OpenAPI document lists each of them under its name', async () => {
  const { body } = await world.app.inject({ url: '/api/openapi.json' });
  const document = JSON.parse(body) as { paths: Record<string, Record<string, { operationId?: string }>> };
  const listed = Object.values(document.paths).flatMap((path) =>
    Object.values(path).flatMap((o) => o.operationId ?? []),
  );
  expect(listed.sort()).toEqual(contracts.map((c) => c.id).sort());
});

test('a route that takes a file is described as taking its bytes', async () => {
  const { body } = await world.app.inject({ url: '/api/openapi.json' });
  const document = JSON.parse(body) as {
    paths: Record<string, { post?: { requestBody?: { content?: unknown } } }>;
  };
  const taking = contracts.filter((contract) => contract.upload !== undefined);
  expect(taking.length).toBeGreaterThan(0);
  for (const { path } of taking) {
    const described = document.paths[path.replace(/:([a-zA-Z]+)/g, '{$1}')]?.post?.requestBody?.content;
    expect(described).toEqual({
      'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
    });
  }
});

test('each contract names only errors that are in the catalogue', () => {
  for (const contract of contracts)
    for (const error of contract.errors ?? []) expect(errorIds).toHaveProperty(error);
});
