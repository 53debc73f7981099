// The demo region's meetings, as each of those concerned finds them. Real: app, database, the whole seeding.
import { expect, test, vi } from 'vitest';
import { listCases } from '../../shared/cases.ts';
import { listOwnHeard } from '../../shared/heard.ts';
import { getMeetingRoom, listMeetings } from '../../shared/meetings.ts';
import { listMemos } from '../../shared/memo.ts';
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
      const weekly = meetings.find(
        (one) => one.items > 0 && one.kind === 'weekly' && one.state === 'planned',
      );
      const room = await person.do(getMeetingRoom, { params: { meetingId: weekly?.id ?? '' } });
      return {
        kinds: meetings.filter((one) => one.state === 'planned').map((one) => one.kind),
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
    // Of last week's the leader has still to sign, and whoever coordinates knows that somebody has.
    const leader = await world.signIn('consultant-social-worker', demoPassword);
    const { memos } = await leader.do(listMemos);
    expect(memos.map(({ childGivenName, toSign }) => [childGivenName, toSign])).toEqual([['Elsa', 2]]);
    const held = (await (await world.signIn('coordinator', demoPassword)).do(listMeetings)).meetings;
    expect(held.map(({ state, unsigned }) => [state, unsigned])[0]).toEqual(['ended', 1]);
    expect((await agenda('coordinator')).items).toEqual(['restricted', 'restricted', 'restricted']);
    // Elsa's mother was told what was agreed, and is asked how she was heard.
    const mother = await world.signIn('camilla.sjoberg', demoPassword);
    const { cases } = await mother.do(listCases);
    const asked = await mother.do(listOwnHeard, { params: { caseId: cases[0]?.id ?? '' } });
    expect(asked.discussions).toMatchObject([{ rating: null, open: true }]);
    const teacher = await world.signIn('special-teacher', demoPassword);
    const { meetings, visits } = await teacher.do(listMeetings);
    expect(meetings).toEqual([]);
    expect(visits.map(({ childGivenName, answer }) => [childGivenName, answer])).toEqual([['Kasper', null]]);
  } finally {
    for (const end of ends.reverse()) await end();
  }
});
