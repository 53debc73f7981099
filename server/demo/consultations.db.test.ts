// The demo region's requests for advice, as each of those concerned finds them. Real: app, database, the whole seeding.
import { expect, test, vi } from 'vitest';
import { listConsultations } from '../../shared/consultations.ts';
import { listServices } from '../../shared/services.ts';
import { readConfig } from '../config.ts';
import { testDatabase } from '../testing/database.ts';
import { openWorld } from '../testing/open-world.ts';
import { demoPassword, seed } from './seed.ts';

vi.setConfig({ testTimeout: 240_000 });

test('four services, and five requests in different stages, each seen by those on its sides', async () => {
  const database = await testDatabase();
  await seed({ url: database.url, config: readConfig({ LOG_LEVEL: 'silent' }) });
  const ends: (() => Promise<void>)[] = [];
  const world = await openWorld(database, {}, (end) => void ends.push(end));
  try {
    const lists = async (who: string) => {
      const person = await world.signIn(who, demoPassword);
      const { asked, queue, invited } = await person.do(listConsultations);
      return {
        asked: asked.map(({ state }) => state),
        queue: queue.map(({ state, urgency }) => `${urgency} ${state}`),
        invited: invited.map(({ state }) => state),
      };
    };
    const teacher = await world.signIn('special-teacher', demoPassword);
    expect((await teacher.do(listServices)).services).toHaveLength(4);
    expect(await lists('special-teacher')).toEqual({ asked: ['followed-up'], queue: [], invited: [] });
    expect((await lists('school-social-worker')).asked).toEqual(['more-information', 'followed-up']);
    expect(await lists('hospital-school-teacher')).toEqual({
      asked: [],
      queue: ['soon more-information'],
      invited: ['claimed'],
    });
    expect(await lists('psychiatric-nurse')).toEqual({
      asked: [],
      queue: ['urgent sent', 'ordinary claimed'],
      invited: [],
    });
    expect((await lists('residential-worker')).asked).toEqual(['sent']);
    expect((await lists('substance-worker')).asked).toEqual(['claimed']);
    expect((await lists('principal')).asked).toEqual([]);
  } finally {
    for (const end of ends.reverse()) await end();
  }
});
