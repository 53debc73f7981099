// The demo region's meetings, as each of those concerned finds them. Real: app, database, the whole seeding.
import { expect, test, vi } from 'vitest';
import { getMeetingRoom, listMeetings } from '../../shared/meetings.ts';
import { readConfig } from '../config.ts';
import { testDatabase } from '../testing/database.ts';
import { openWorld } from '../testing/open-world.ts';
import { demoPassword, seed } from './seed.ts';

vi.setConfig({ testTimeout: 240_000 });

test('the weekly meeting has three cases, to each as their rights go; the teacher knows of his own visit alone', async () => {
  const database = await testDatabase();
  await seed({ url: database.url, config: readConfig({ LOG_LEVEL: 'silent' }) });
  const ends: (() => Promise<void>)[] = [];
  const world = await openWorld(database, {}, (end) => void ends.push(end));
  try {
    const agenda = async (who: string) => {
      const person = await world.signIn(who, demoPassword);
      const { meetings, teams } = await person.do(listMeetings);
      const weekly = meetings.find((one) => one.items > 0 && one.kind === 'weekly');
      const room = await person.do(getMeetingRoom, { params: { meetingId: weekly?.id ?? '' } });
      return {
        kinds: meetings.map((one) => one.kind),
        teams: teams.map((one) => one.name),
        items: room.items.map((one) => (one.restricted ? 'restricted' : one.childGivenName)),
      };
    };
    expect(await agenda('social-worker')).toEqual({
      kinds: ['weekly', 'network', 'weekly'],
      teams: ['Tiimi Itä'],
      items: ['Kasper', 'Aino', 'restricted'],
    });
    expect((await agenda('consultant-social-worker')).items).toEqual(['restricted', 'Aino', 'Elsa']);
    expect((await agenda('coordinator')).items).toEqual(['restricted', 'restricted', 'restricted']);
    const teacher = await world.signIn('special-teacher', demoPassword);
    const { meetings, visits } = await teacher.do(listMeetings);
    expect(meetings).toEqual([]);
    expect(visits.map(({ childGivenName, answer }) => [childGivenName, answer])).toEqual([['Kasper', null]]);
  } finally {
    for (const end of ends.reverse()) await end();
  }
});
