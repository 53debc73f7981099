// Coming back: exactly where one left, or an explicit word to read anew; a token tells nobody else anything.
import { expect, test } from 'vitest';
import { recordGround, withdrawGround } from '../../shared/cases.ts';
import type { ServerFrame } from '../../shared/live.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { ground, see } from '../testing/case-parts.ts';
import { connectLive } from '../testing/live-client.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const address = await world.listen();
const aino = await caseOfAino(world);
const { caseId, leena, mikko, petri, sari, home, school, psychiatry } = aino;

/** The first answer to going on from this token. */
const answerTo = async (person: typeof leena, id: string, token: string): Promise<ServerFrame> => {
  const client = await connectLive(address, person);
  const from = client.frames.length;
  client.resume(id, token);
  const answers = ['watching', 'refetch', 'gone'] as const;
  const frame = await Promise.any(answers.map((t) => client.next(t, () => true, from)));
  await client.close();
  return frame;
};

test('who was away gets what happened meanwhile, in order, without a new snapshot', async () => {
  const page = await connectLive(address, petri);
  await page.follow(caseId);
  const token = page.token(caseId);
  await page.close();
  await aino.allow(home, school, ['child-voice']);
  await aino.allow(home, psychiatry, ['child-voice']);
  const again = await connectLive(address, petri);
  again.resume(caseId, token);
  await again.next('event', (f) => f.event.kind === 'activity.added');
  await again.next(
    'event',
    (f) => f.event.kind === 'ground.recorded' && f.event.ground.toAgencyId === psychiatry,
  );
  expect(again.frames.some((f) => f.t === 'refetch')).toBe(false);
  await again.close();
});

test('every event carries the place after it: no event comes twice', async () => {
  const page = await connectLive(address, petri);
  await page.follow(caseId);
  await aino.allow(home, school, ['hypothesis']);
  const last = await page.next('event', (f) => f.event.kind === 'activity.added');
  await page.close();
  const again = await connectLive(address, petri);
  again.resume(caseId, last.token);
  await again.next('watching');
  await aino.allow(home, school, ['substance']);
  await again.next('event', (f) => f.event.kind === 'ground.recorded');
  expect(again.kinds().filter((kind) => kind === 'ground.recorded')).toHaveLength(1);
  await again.close();
});

test('whose rights changed while away reads anew; once all is as before, the token holds again', async () => {
  const room = await assessmentOfAino(aino);
  const text = await room.start(leena, 'comment');
  await room.write(leena, text, { narrative: 'Ainon kanssa on puhuttu koulusta.' });
  await room.share(leena, text, { scope: 'everyone' });
  const { live } = await see(sari, caseId);
  expect((await answerTo(sari, caseId, live)).t).toBe('watching');
  const { id } = await leena.do(recordGround, {
    params: { caseId },
    body: {
      fromAgencyId: home,
      toAgencyId: psychiatry,
      ground: ground(['social'], { effect: 'prohibit', kind: 'child-consent' }),
    },
  });
  expect((await answerTo(sari, caseId, live)).t).toBe('refetch');
  await leena.do(withdrawGround, { params: { caseId, groundId: id }, body: {} });
  expect((await answerTo(sari, caseId, live)).t).toBe('watching');
});

test('a token of somebody else, of another case, or changed by one character is worth nothing', async () => {
  const { live } = await see(leena, caseId);
  expect((await answerTo(petri, caseId, live)).t).toBe('refetch');
  for (const at of [0, 20, 60, live.length - 2]) {
    const changed = live.slice(0, at) + (live[at] === 'A' ? 'B' : 'A') + live.slice(at + 1);
    expect((await answerTo(leena, caseId, changed)).t).toBe('refetch');
  }
  expect((await answerTo(leena, caseId, '')).t).toBe('refetch');
});

test('a case one is no member of, and one that does not exist, answer the same', async () => {
  const stranger = await world.professional('Outi Salo', home, 'social-worker');
  const { live } = await see(leena, caseId);
  const nowhere = crypto.randomUUID();
  expect(await answerTo(stranger, caseId, live)).toEqual({ t: 'gone', caseId });
  expect(await answerTo(stranger, nowhere, live)).toEqual({ t: 'gone', caseId: nowhere });
});

test('tokens are of one length, whatever they hold', async () => {
  const lengths = new Set<number>();
  for (const person of [leena, petri, mikko]) lengths.add((await see(person, caseId)).live.length);
  await aino.allow(home, school, ['safety']);
  lengths.add((await see(leena, caseId)).live.length);
  expect(lengths.size).toBe(1);
});

test('when the events between are no longer kept, the page reads anew instead of missing them in silence', async () => {
  const { live } = await see(petri, caseId);
  await aino.allow(home, school, ['shared-goal']);
  await world.superuser('delete from events where stream_id = $1', [caseId]);
  expect((await answerTo(petri, caseId, live)).t).toBe('refetch');
  expect((await answerTo(petri, caseId, (await see(petri, caseId)).live)).t).toBe('watching');
});
