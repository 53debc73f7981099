// Two worlds that differ in one thing: in one a named request was made of an anonymous one, in the other somebody asked twice. Whoever
// receives both, and whoever takes part in the case that comes of it, gets the same answers and the same frames, byte for byte.
import { expect, test, vi } from 'vitest';
import { settableClock } from '../../server/platform/clock/clock.ts';
import { inviteColleague, openACase } from '../../server/testing/case-parts.ts';
import {
  claimed,
  named,
  namedAino,
  newService,
  putIn,
  schoolGround,
  sent,
} from '../../server/testing/consultation-parts.ts';
import { connectLive } from '../../server/testing/live-client.ts';
import { testWorld, type World } from '../../server/testing/world.ts';
import { takeIntoCase } from '../../shared/consultation-naming.ts';
import { heard, quiet } from './heard.ts';
import { createPlain } from './plain.ts';
import { walkApi } from './walk-api.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const begin = new Date('2026-12-03T12:30:00Z');
const question = 'Aino on ollut poissa. Miten jatkamme?';

const people = async (world: World) => {
  const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
  const school = await world.agency('education', 'Meriniemen koulu');
  const maria = await world.professional('Maria Lind', school, 'special-teacher');
  const kaisa = await world.professional('Kaisa Koulu', school, 'school-social-worker');
  const leena = await world.professional('Leena Kallio', protection, 'social-worker');
  const pia = await world.professional('Pia Johtava', protection, 'social-worker');
  const petri = await world.professional('Petri Aalto', protection, 'social-counsellor');
  const arja = await world.professional('Arja Hallinto', protection, 'administrator');
  const advice = await newService(arja);
  await putIn(arja, advice, leena, 'expert');
  await putIn(arja, advice, pia, 'lead');
  const caseId = await openACase(leena);
  await inviteColleague(leena, caseId, petri, 'working-pair');
  return { maria, kaisa, leena, pia, petri, arja, advice, caseId };
};

/** Everything that each of the others sees, and the frames that came to them meanwhile. */
const seenIn = async (how: 'made of it' | 'asked twice', leak = false) => {
  const clock = settableClock(begin);
  const world = await testWorld({ clock });
  const address = await world.listen();
  const { maria, kaisa, leena, pia, petri, arja, advice, caseId } = await people(world);
  const anonymousId = await claimed(maria, advice, leena);
  clock.set(new Date(begin.getTime() + 600_000));
  const observers = { receiver: leena, lead: pia, pair: petri, colleague: kaisa, administrator: arja };
  const sockets = await Promise.all(
    Object.entries(observers).map(async ([name, who]) => [name, await connectLive(address, who)] as const),
  );
  for (const [, socket] of sockets) {
    await socket.watchToday();
    if (['receiver', 'pair'].includes(String(sockets.find(([, one]) => one === socket)?.[0])))
      await socket.follow(caseId);
  }
  const rest = quiet(sockets.map(([, socket]) => socket));
  await rest();
  const begun = new Map(sockets.map(([name, socket]) => [name, socket.frames.length]));
  const child = { ...namedAino, ground: schoolGround };
  const namedId =
    how === 'made of it'
      ? await named(maria, anonymousId, { question })
      : await sent(maria, advice, { question, anonymous: false, child });
  await rest();
  await leena.do(takeIntoCase, { params: { consultationId: namedId }, body: { caseId } });
  await rest();
  // A mistake that nobody would see in the code: naming dates the anonymous request.
  if (leak)
    await world.superuser('update consultations set changed_at = $2 where id = $1', [
      anonymousId,
      clock.now(),
    ]);
  const plain = createPlain();
  const seen: Record<string, unknown> = {};
  for (const [name, socket] of sockets) {
    expect(socket.faults).toEqual([]);
    seen[`frames of the ${name}`] = heard(socket.frames, begun.get(name) ?? 0, (frame) =>
      plain.text(JSON.stringify(frame)),
    );
    await socket.close();
  }
  for (const [name, who] of Object.entries(leak ? { receiver: leena } : observers))
    for (const [which, consultationId] of Object.entries({ namedId, anonymousId }))
      seen[`${name}, ${which}`] = await walkApi(
        world,
        who,
        { caseId, consultationId, serviceId: advice },
        plain,
      );
  return seen;
};

test('nobody but the asker can tell whether a named request was made of an anonymous one', async () => {
  // Three worlds of their own, each with much waiting.
  const [made, twice, leaking] = await Promise.all([
    seenIn('made of it'),
    seenIn('asked twice'),
    seenIn('made of it', true),
  ]);
  expect(Object.keys(made)).toEqual(Object.keys(twice));
  for (const [what, answers] of Object.entries(made)) expect(answers, what).toEqual(twice[what]);
  expect(leaking['receiver, anonymousId']).not.toEqual(twice['receiver, anonymousId']);
  // And the other control: they do see the request, its text in the case, and the frames that tell of both.
  expect(JSON.stringify(made['receiver, namedId'])).toContain(question);
  expect(JSON.stringify(made['pair, namedId'])).toContain(question);
  expect(JSON.stringify(made['frames of the receiver'])).toContain('consultations');
  expect(JSON.stringify(made['frames of the pair'])).toContain('entry.shared');
  expect(JSON.stringify(made['colleague, namedId'])).not.toContain(question);
});
