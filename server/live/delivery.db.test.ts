// Delivery over real sockets, on a real database: who gets what, in what order, and when nothing more.
import { expect, test } from 'vitest';
import { recordGround, withdrawGround } from '../../shared/cases.ts';
import { closeCodes } from '../../shared/live-codes.ts';
import { signOut } from '../../shared/sessions.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { ground } from '../testing/case-parts.ts';
import { connectLive, eventually } from '../testing/live-client.ts';
import { expectSameAsFresh } from '../testing/same-as-fresh.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const address = await world.listen();
const aino = await caseOfAino(world);
const { caseId, leena, mikko, sari, home, school, psychiatry } = aino;

test('a ground that is recorded reaches another open page as an event, and the page is as if read anew', async () => {
  const page = await connectLive(address, aino.petri);
  await page.follow(caseId);
  await aino.allow(home, school, ['social']);
  await page.next('event', (f) => f.event.kind === 'ground.recorded');
  await expectSameAsFresh(page, caseId);
  await page.close();
});

test('whoever gains rights reads anew; whoever neither gains nor loses sees nothing of it', async () => {
  const teacher = await connectLive(address, mikko);
  const mother = await connectLive(address, aino.minna);
  await teacher.follow(caseId);
  await mother.follow(caseId);
  const before = mother.frames.length;
  await aino.allow(psychiatry, school, ['coordination', 'health']);
  await eventually(() => teacher.workspace(caseId)?.grounds.length, 'the ground');
  await expectSameAsFresh(teacher, caseId);
  await expectSameAsFresh(mother, caseId);
  expect(mother.frames.slice(before).some((f) => f.t === 'refetch')).toBe(false);
  await teacher.close();
  await mother.close();
});

test('a membership that ends closes the case on the open page, with no event after its place', async () => {
  const teacher = await connectLive(address, mikko);
  const worker = await connectLive(address, leena);
  await teacher.follow(caseId);
  await worker.follow(caseId);
  await aino.end(mikko);
  await teacher.next('gone', (f) => f.caseId === caseId);
  const seen = teacher.frames.length;
  await aino.allow(home, psychiatry, ['social']);
  await worker.next('event', (f) => f.event.kind === 'ground.recorded');
  expect(teacher.frames.slice(seen).filter((f) => f.t !== 'beat')).toEqual([]);
  await expectSameAsFresh(worker, caseId);
  teacher.resume(caseId, teacher.token(caseId));
  await teacher.next('gone', () => true, seen);
  await teacher.close();
  await worker.close();
});

test('signing out closes the socket and says why', async () => {
  const again = await world.signIn('sari.nieminen');
  const page = await connectLive(address, again);
  await again.do(signOut, { body: { everywhere: false } });
  expect(await page.closed).toBe(closeCodes.signedOut);
});

test('a ground that is withdrawn takes away what stood on it, at once', async () => {
  const nurse = await connectLive(address, sari);
  await nurse.follow(caseId);
  const { id } = await leena.do(recordGround, {
    params: { caseId },
    body: { fromAgencyId: home, toAgencyId: psychiatry, ground: ground(['child-voice']) },
  });
  await leena.do(withdrawGround, { params: { caseId, groundId: id }, body: {} });
  await expectSameAsFresh(nurse, caseId);
  await nurse.close();
});
