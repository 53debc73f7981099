// Polling gives what a socket gives: the same events in the same order, the same words when rights change, presence too.
import { expect, test, vi } from 'vitest';
import type { PollResponse, ServerFrame } from '../../shared/live.ts';
import { pollLive } from '../../shared/live-routes.ts';
import { signOut } from '../../shared/sessions.ts';
import { applyEvent } from '../../shared/workspace.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { inviteColleague, openACase, see } from '../testing/case-parts.ts';
import { connectLive, eventually } from '../testing/live-client.ts';
import { type Person, testWorld } from '../testing/world.ts';

// Generous: a loaded machine is slow, not wrong.
vi.setConfig({ testTimeout: 120_000 });

const world = await testWorld();
const address = await world.listen();
const aino = await caseOfAino(world);
const room = await assessmentOfAino(aino);
const { caseId, leena, petri, mikko, sari } = aino;

/** A tab behind a network that blocks sockets. */
const pollerFor = (person: Person, today = false) => {
  const connection = crypto.randomUUID();
  let token = '';
  const ask = async (): Promise<PollResponse> => {
    const cases =
      token === ''
        ? []
        : [{ caseId, token, place: { view: 'case' as const, entryId: null, field: null, writing: false } }];
    const answer = await person.do(pollLive, { body: { cases, today, connection } });
    for (const frame of answer.frames) if ('token' in frame) token = frame.token;
    return answer;
  };
  return {
    begin: async () => {
      const workspace = await see(person, caseId);
      token = workspace.live;
      return workspace;
    },
    ask: async (): Promise<ServerFrame[]> => (await ask()).frames,
  };
};
const eventsIn = (frames: ServerFrame[]) => frames.flatMap((f) => (f.t === 'event' ? [f.event] : []));

test('the same events come in the same order as over a socket, and none twice', async () => {
  const socket = await connectLive(address, petri);
  await socket.follow(caseId);
  const poller = pollerFor(petri);
  let workspace = await poller.begin();
  await aino.allow(aino.home, aino.school, ['child-voice']);
  const first = await poller.ask();
  const { entryId } = await room.contribution(mikko, 'friends', 'Kaksi hyvää ystävää.');
  await room.share(mikko, entryId);
  await room.write(mikko, entryId, { narrative: 'Kaksi hyvää ystävää ja koira.' });
  const second = await poller.ask();
  const third = await poller.ask();
  expect(eventsIn(third)).toEqual([]);
  await eventually(() => socket.kinds().at(-1) === 'entry.text-changed', 'the last event');
  const overSocket = socket.frames.flatMap((f) => (f.t === 'event' ? [f.event] : []));
  expect([...eventsIn(first), ...eventsIn(second)]).toEqual(overSocket);
  for (const event of overSocket) workspace = applyEvent(workspace, event);
  const { live: _live, lastVisitAt: _visit, ...fresh } = await see(petri, caseId);
  expect(workspace).toMatchObject(fresh);
  await socket.close();
});

test('presence goes both ways between polling and sockets, and a poller that stops asking leaves', async () => {
  const socket = await connectLive(address, leena);
  await socket.follow(caseId);
  const poller = pollerFor(sari);
  await poller.begin();
  // That somebody has come is written down a moment after their page has asked for it.
  const pictures: Extract<ServerFrame, { t: 'presence' }>[] = [];
  await eventually(async () => {
    for (const frame of await poller.ask()) if (frame.t === 'presence') pictures.push(frame);
    return pictures.some(({ people }) => people.some((p) => p.personId === leena.id));
  }, 'the one at the socket');
  expect(pictures[0]?.all).toBe(true);
  expect(pictures.flatMap(({ people }) => people.map((p) => p.personId))).not.toContain(sari.id);
  await socket.next('presence', (f) => f.people.some((p) => p.personId === sari.id && p.places.length > 0));
  await socket.next(
    'presence',
    (f) => f.people.some((p) => p.personId === sari.id && p.places.length === 0),
    0,
    25_000,
  );
  await socket.close();
});

test('Today is hinted at once, and again when something visible has happened', async () => {
  const poller = pollerFor(petri, true);
  expect((await poller.ask()).map((f) => f.t)).toEqual(['today']);
  expect(await poller.ask()).toEqual([]);
  await aino.allow(aino.home, aino.psychiatry, ['shared-goal']);
  await eventually(async () => (await poller.ask()).some((f) => f.t === 'today'), 'a hint');
});

test('when a membership ends the next answer says that the case is gone, and only that', async () => {
  const poller = pollerFor(mikko);
  await poller.begin();
  await poller.ask();
  await aino.end(mikko);
  await aino.allow(aino.home, aino.psychiatry, ['education']);
  expect(await poller.ask()).toEqual([{ t: 'gone', caseId }]);
});

test('one row in the access log when polling begins and one when it ends, not one for each answer', async () => {
  const poller = pollerFor(aino.minna);
  await poller.begin();
  for (let n = 0; n < 4; n += 1) await poller.ask();
  const rows = async () =>
    (
      await world.superuser(
        `select kind from access_log where person_id = $1 and kind like 'live-%' order by at`,
        [aino.minna.id],
      )
    ).rows.map((r) => r.kind);
  expect(await rows()).toEqual(['live-opened']);
  await eventually(async () => (await rows()).length === 2, 'the end', 25_000);
  expect(await rows()).toEqual(['live-opened', 'live-closed']);
});

test('a poll that could not begin leaves nothing behind: the next one begins anew, and hears of a first invitation', async () => {
  const poller = pollerFor(petri, true);
  await world.superuser('revoke select on sessions from rinki_gateway');
  try {
    await expect(poller.ask()).rejects.toThrow();
  } finally {
    await world.superuser('grant select on sessions to rinki_gateway');
  }
  expect((await poller.ask()).map((f) => f.t)).toEqual(['today']);
  expect(await poller.ask()).toEqual([]);
  await inviteColleague(leena, await openACase(leena), petri);
  await eventually(async () => (await poller.ask()).some((f) => f.t === 'today'), 'a hint');
});

test('an answer that takes long is an answer: who waits for it is not taken to be gone, nor signed out', async () => {
  const poller = pollerFor(petri);
  await poller.begin();
  await poller.ask();
  // Longer than the silence after which a poller is gone.
  await world.superuser('begin; lock table streams in access exclusive mode');
  const slow = poller.ask();
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  await world.superuser('commit');
  expect((await slow).some((frame) => frame.t === 'gone')).toBe(false);
});

test('a poll is no activity, and none is answered after signing out or across sites', async () => {
  const someone = await world.signIn('sari.nieminen');
  const poller = pollerFor(someone);
  await poller.begin();
  await world.superuser(
    `update sessions set active_at = active_at - interval '10 minutes' where person_id = $1`,
    [someone.id],
  );
  const active = async () =>
    (await world.superuser('select max(active_at) as at from sessions where person_id = $1', [someone.id]))
      .rows[0]?.at;
  const before = await active();
  await poller.ask();
  expect(await active()).toEqual(before);
  await someone.do(signOut, { body: { everywhere: false } });
  const body = { cases: [], today: false, connection: crypto.randomUUID() };
  expect((await someone.try(pollLive, { body })).status).toBe(401);
  const crossSite = await world.app.inject({
    method: 'POST',
    url: pollLive.path,
    headers: { cookie: leena.cookie, origin: 'https://evil.example' },
    payload: body,
  });
  expect(crossSite.statusCode).toBe(403);
});
