// Two server processes on one database: what is written through one is seen on the other, and one that is killed takes
// nothing with it but its own people.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, test } from 'vitest';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { connectLive, eventually, type LiveClient } from '../testing/live-client.ts';
import { expectSameAsFresh } from '../testing/same-as-fresh.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const address = await world.listen();
const aino = await caseOfAino(world);
const { caseId, leena, petri, minna } = aino;

let child: ChildProcess;
let childAddress = '';
beforeAll(async () => {
  const env = {
    ...process.env,
    DATABASE_URL: world.database.url,
    SECRET: world.secretKey.toString('base64'),
  };
  const script = new URL('../testing/live-server-process.ts', import.meta.url).pathname;
  child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  if (!child.stdout) throw new Error('the process has no output');
  for await (const line of createInterface(child.stdout)) {
    childAddress = (JSON.parse(line) as { address: string }).address;
    break;
  }
}, 60_000);
afterAll(() => child.kill('SIGKILL'));

const sees = (client: LiveClient, personId: string): boolean =>
  client.frames.reduce((seen, f) => {
    if (f.t !== 'presence') return seen;
    const told = f.people.find((p) => p.personId === personId);
    return told ? told.places.length > 0 : seen && !f.all;
  }, false);

test('what is written through one process is seen on a page of the other at once, presence too', async () => {
  const there = await connectLive(childAddress, petri);
  const here = await connectLive(address, minna);
  await there.follow(caseId);
  await here.follow(caseId);
  await aino.allow(aino.home, aino.psychiatry, ['social']);
  await there.next('event', (f) => f.event.kind === 'ground.recorded');
  await expectSameAsFresh(there, caseId);
  await eventually(() => sees(there, minna.id) && sees(here, petri.id), 'each other');
  await there.close();
  await eventually(() => !sees(here, petri.id), 'the other to leave');
  await here.close();
});

test('events reach the other process also when every notification is lost', async () => {
  const there = await connectLive(childAddress, petri);
  await there.follow(caseId);
  await world.superuser(
    `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and (query like 'listen %' or query like '%pg_notify%')`,
  );
  await aino.allow(aino.home, aino.psychiatry, ['education']);
  await there.next(
    'event',
    (f) => f.event.kind === 'ground.recorded' && f.event.ground.dataClasses.includes('education'),
  );
  await expectSameAsFresh(there, caseId);
  await there.close();
});

test('a process that is killed: its people vanish within ten seconds, its clients go on elsewhere and miss nothing', async () => {
  const there = await connectLive(childAddress, petri);
  const here = await connectLive(address, leena);
  await there.follow(caseId);
  await here.follow(caseId);
  await eventually(() => sees(here, petri.id), 'the colleague');
  const token = there.token(caseId);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await there.closed;
  await aino.allow(aino.home, aino.school, ['hypothesis']);
  const again = await connectLive(address, petri);
  again.resume(caseId, token);
  await again.next('event', (f) => f.event.kind === 'ground.recorded');
  again.send({ t: 'unwatch-case', caseId });
  await eventually(() => !sees(here, petri.id), 'the colleague to vanish', 20_000);
  await again.close();
  await here.close();
}, 90_000);
