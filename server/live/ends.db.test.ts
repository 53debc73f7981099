// What ends by the clock: memberships, grounds, idle and old sessions, affiliations. No event says so, and pages close.
import { expect, test, vi } from 'vitest';
import { endAffiliation } from '../../shared/agencies.ts';
import { getWorkspace } from '../../shared/cases.ts';
import { closeCodes } from '../../shared/live-codes.ts';
import { settableClock } from '../platform/clock/clock.ts';
import { openDatabase } from '../platform/db/pool.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { casesOfAino } from '../testing/case-of-aino.ts';
import { connectLive, eventually } from '../testing/live-client.ts';
import { expectSameAsFresh } from '../testing/same-as-fresh.ts';
import { testWorld } from '../testing/world.ts';
import { sweep } from './sweeper.ts';

// Generous: a loaded machine is slow, not wrong.
vi.setConfig({ testTimeout: 120_000 });

const clock = settableClock(new Date());
const world = await testWorld({ clock });
const address = await world.listen();
const openCase = await casesOfAino(world);
const aino = await openCase();
const { caseId, leena, mikko, petri } = aino;
const sweeping = { jobs: openDatabase(world.pools.jobs), clock };
const nothingFails = (error: unknown): void => {
  throw error;
};
const minutes = (n: number): number => n * 60_000;

/** As a command that changes access does, but with an end that lies ahead. */
const endAt = async (person: typeof leena, at: Date): Promise<void> => {
  await world.superuser('update memberships set ends_at = $1 where case_id = $2 and person_id = $3', [
    at,
    caseId,
    person.id,
  ]);
  await world.superuser('select access.derive_case($1)', [caseId]);
  await world.superuser(
    `with s as (update streams set head_seq = head_seq + 1, access_epoch = access_epoch + 1 where id = $1 returning head_seq)
     insert into events (stream_id, seq, kind, acl_key, payload, at) select $1, head_seq, 'access.changed', null, '{"kind":"access.changed","rights":true}', now() from s`,
    [caseId],
  );
};

test('a membership with an end closes the page when its time has come, and its draft becomes a private note', async () => {
  const room = await assessmentOfAino(aino);
  await room.contribution(mikko, 'school-and-learning', 'Kesken jäänyt lause');
  const page = await connectLive(address, mikko);
  const worker = await connectLive(address, leena);
  await page.follow(caseId);
  await endAt(mikko, new Date(clock.now().getTime() + minutes(5)));
  await worker.follow(caseId);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(page.frames.some((f) => f.t === 'gone')).toBe(false);
  clock.advance(minutes(5));
  await page.next('gone');
  await eventually(async () => (await sweep(sweeping, nothingFails)).length === 0, 'nothing left to rescue');
  const { rows } = await world.superuser(
    `select case_id, kind, fields from entries where author_ids = array[$1]::uuid[]`,
    [mikko.id],
  );
  expect(rows).toMatchObject([
    { case_id: null, kind: 'private-note', fields: { narrative: { text: 'Kesken jäänyt lause' } } },
  ]);
  await eventually(
    () => worker.workspace(caseId)?.contributions[0]?.status === 'withdrawn',
    'the request to be withdrawn',
  );
  await expectSameAsFresh(worker, caseId);
  await page.close();
  await worker.close();
});

test('one draft that cannot be rescued holds up no other, and is rescued in a later round', async () => {
  const other = await openCase();
  const writers = [other.mikko, other.sari].sort((a, b) => (a.id < b.id ? -1 : 1));
  const room = await assessmentOfAino(other);
  await room.contribution(other.mikko, 'school-and-learning', 'Mikon lause');
  await room.contribution(other.sari, 'mental-health', 'Sarin lause');
  const until = new Date(clock.now().getTime() + minutes(1));
  for (const writer of writers)
    await world.superuser('update memberships set ends_at = $1 where case_id = $2 and person_id = $3', [
      until,
      other.caseId,
      writer.id,
    ]);
  clock.advance(minutes(2));
  const notesOf = async () =>
    (
      await world.superuser(
        `select author_ids[1] as author from entries where kind = 'private-note' and fields #>> '{narrative,text}' like '%n lause'`,
      )
    ).rows.map((row) => row.author);
  await world.superuser(
    `create function unlucky() returns trigger language plpgsql as $$ begin raise exception 'unlucky'; end $$;
     create trigger unlucky before update on entries for each row when (old.author_ids = array['${writers[0]?.id}'::uuid]) execute function unlucky()`,
  );
  const failures: unknown[] = [];
  await sweep(sweeping, (error) => failures.push(error));
  expect(failures).toHaveLength(1);
  expect(await notesOf()).toEqual([writers[1]?.id]);
  await world.superuser('drop trigger unlucky on entries; drop function unlucky()');
  await sweep(sweeping, nothingFails);
  expect((await notesOf()).sort()).toEqual(writers.map((one) => one.id));
});

test('an idle session is closed after its 30 minutes, however much the page hears and beats', async () => {
  const someone = await world.signIn('sari.nieminen');
  const page = await connectLive(address, someone);
  await page.follow(caseId);
  clock.advance(minutes(29));
  page.send({ t: 'beat' });
  await new Promise((resolve) => setTimeout(resolve, 1_300));
  expect(page.socket.readyState).toBe(page.socket.OPEN);
  clock.advance(minutes(1));
  expect(await page.closed).toBe(closeCodes.signedOut);
});

test('an affiliation that is ended closes the socket of the session that acts in it', async () => {
  const administrator = await world.professional('Hannu Ylläpitäjä', aino.home, 'administrator');
  const someone = await world.signIn('petri.aalto');
  const page = await connectLive(address, someone);
  const ended = await administrator.try(endAffiliation, {
    params: { affiliationId: petri.affiliationId ?? '' },
    body: {},
  });
  if (ended.status !== 200)
    await world.superuser('update affiliations set ends_at = $1 where id = $2', [
      clock.now(),
      petri.affiliationId,
    ]);
  const code = await Promise.race([
    page.closed,
    new Promise((resolve) => setTimeout(() => resolve('still open'), 20_000)),
  ]);
  // The session goes on, in no affiliation; its page comes back and finds no case.
  expect(code).toBe(closeCodes.resume);
  expect((await someone.try(getWorkspace, { params: { caseId } })).status).toBe(404);
});

test('the buffer of events holds a day, and so do the keys of retried requests', async () => {
  // What the server itself writes by the clock, once the day is over, is of another day.
  const before = clock.now();
  const count = async () =>
    (
      await world.superuser(
        `select (select count(*) from events where at <= $1)::int
           + (select count(*) from idempotency_keys where at <= $1)::int as n`,
        [before],
      )
    ).rows[0]?.n;
  expect(await count()).toBeGreaterThan(0);
  clock.advance(minutes(24 * 60 + 1));
  await sweep(sweeping, nothingFails);
  expect(await count()).toBe(0);
});

test('a token of yesterday asks for a fresh snapshot', async () => {
  const someone = await world.signIn('sari.nieminen');
  const page = await connectLive(address, someone);
  await page.follow(caseId);
  const token = page.token(caseId);
  await page.close();
  clock.advance(minutes(24 * 60 + 1));
  const again = await world.signIn('sari.nieminen');
  const next = await connectLive(address, again);
  next.resume(caseId, token);
  await next.next('refetch');
  await next.close();
});
