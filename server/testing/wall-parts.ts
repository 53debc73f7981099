// A browser on a wall, for tests: nobody is signed in at it.
import { expect } from 'vitest';
import { pairWallScreen, type WallView } from '../../shared/wall.ts';
import type { Person, World } from './open-world.ts';

const headers = { origin: 'http://localhost:3000' };

export type WallScreen = {
  readonly code: string;
  readonly look: () => Promise<WallView>;
  /** What is shown, byte for byte. */
  readonly bytes: () => Promise<string>;
  readonly status: (tag: string) => Promise<number>;
  readonly tag: () => Promise<string>;
};

export const newScreen = async ({ app }: Pick<World, 'app'>, from = '10.0.0.1'): Promise<WallScreen> => {
  const made = await app.inject({
    method: 'POST',
    url: '/api/wall',
    headers,
    payload: {},
    remoteAddress: from,
  });
  expect(made.statusCode).toBe(200);
  const [cookie] = made.cookies;
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
  const get = (more: Record<string, string> = {}) =>
    app.inject({
      method: 'GET',
      url: '/api/wall',
      headers: { cookie: `${cookie?.name}=${cookie?.value}`, ...more },
    });
  return {
    code: made.json<{ code: string }>().code,
    look: async () => (await get()).json<WallView>(),
    bytes: async () => (await get()).body,
    tag: async () => String((await get()).headers['etag']),
    status: async (tag) => (await get({ 'if-none-match': tag })).statusCode,
  };
};

export const onWall = async (
  world: Pick<World, 'app'>,
  by: Person,
  meetingId: string,
): Promise<WallScreen> => {
  const screen = await newScreen(world);
  await by.do(pairWallScreen, { params: { meetingId }, body: { code: screen.code } });
  return screen;
};
