// The end of a session and the events of a case lie in different streams. What was committed after the end reaches no page
// of that session, also where nobody has told this process of the end.
import pg from 'pg';
import { expect, test } from 'vitest';
import { recordGround } from '../../shared/cases.ts';
import { closeCodes } from '../../shared/live-codes.ts';
import { pollLive } from '../../shared/live-routes.ts';
import { settableClock } from '../platform/clock/clock.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { ground, see } from '../testing/case-parts.ts';
import { connectLive, eventually, type LiveClient } from '../testing/live-client.ts';
import { testWorld } from '../testing/world.ts';

const clock = settableClock(new Date());
const world = await testWorld({ clock });
const address = await world.listen();
const aino = await caseOfAino(world);
const { caseId, leena, petri } = aino;

/** As a command on another server does whose word has not come through. */
const ended = (change: string): string =>
  `with e as (update sessions set ${change} where person_id = $1 and ended_at is null returning id),
       s as (insert into streams (id, kind, head_seq) values ($1, 'person', 1)
         on conflict (id) do update set head_seq = streams.head_seq + 1 returning head_seq)
     insert into events (stream_id, seq, kind, payload, at)
     select $1, s.head_seq, 'session.ended', jsonb_build_object('kind', 'session.ended', 'sessionId', (select id from e limit 1)), now() from s`;
const endUntold = (personId: string, change: string): Promise<unknown> =>
  world.superuser(ended(change), [personId]);
const somethingHappens = () =>
  leena.do(recordGround, {
    params: { caseId },
    body: {
      fromAgencyId: aino.home,
      toAgencyId: aino.psychiatry,
      ground: ground(['social'], { kind: 'statute', statute: 'Sosiaalihuoltolaki 1301/2014, 41 §' }),
    },
  });
const grounds = (page: LiveClient): string[] => page.kinds().filter((kind) => kind === 'ground.recorded');

test('an event that was committed after a sign-out on another server does not reach the page', async () => {
  const page = await connectLive(address, await world.signIn('petri.aalto'));
  await page.follow(caseId);
  await endUntold(petri.id, 'ended_at = now()');
  await somethingHappens();
  expect(await page.closed).toBe(closeCodes.signedOut);
  expect(grounds(page)).toEqual([]);
});

test('an event that was committed after the session began to act elsewhere does not reach the page', async () => {
  const page = await connectLive(address, await world.signIn('petri.aalto'));
  await page.follow(caseId);
  await endUntold(petri.id, 'affiliation_id = null');
  await somethingHappens();
  expect(await page.closed).toBe(closeCodes.resume);
  expect(grounds(page)).toEqual([]);
});

test('an event that was committed after the session’s time was over does not reach the page', async () => {
  const page = await connectLive(address, await world.signIn('petri.aalto'));
  await page.follow(caseId);
  const stays = await connectLive(address, leena);
  await stays.follow(caseId);
  await world.superuser(
    `update sessions set active_at = active_at - interval '1 hour' where person_id = $1 and ended_at is null`,
    [petri.id],
  );
  clock.advance(31 * 60_000);
  await world.superuser('update sessions set active_at = $2 where person_id = $1', [leena.id, clock.now()]);
  await somethingHappens();
  expect(await page.closed).toBe(closeCodes.signedOut);
  expect(grounds(page)).toEqual([]);
  await stays.close();
});

test('a poll whose session ends while its answer is put together brings nothing', async () => {
  const someone = await world.signIn('petri.aalto');
  const { live: token } = await see(someone, caseId);
  await somethingHappens();
  const ending = new pg.Client({ connectionString: world.database.superuserUrl });
  await ending.connect();
  await ending.query('begin; lock table events in access exclusive mode');
  const body = { cases: [{ caseId, token, place: null }], today: false, connection: 'tab-00000001' };
  const poll = someone.try(pollLive, { body });
  await eventually(async () => {
    const { rowCount } = await world.superuser(
      `select 1 from pg_locks where not granted and relation = 'events'::regclass`,
    );
    return (rowCount ?? 0) >= 2;
  }, 'the poll to wait for the events of the case, and for those of the person');
  await ending.query(ended('ended_at = now()'), [someone.id]);
  await ending.query('commit');
  await ending.end();
  const answer = await poll;
  expect(answer.status).toBe(401);
  expect(JSON.stringify(answer)).not.toContain('ground');
});
