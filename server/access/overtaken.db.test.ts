// Commands that meet a change of access half-way: what they answer fits one moment, the one after the change. Real: app and
// database, each command held by a lock until the other one stands before it.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openContribution } from '../../shared/assessments.ts';
import { changeWhereabouts } from '../../shared/cases.ts';
import { offerHandover, withdrawHandover } from '../../shared/members.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { casesOfAino } from '../testing/case-of-aino.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const openCase = await casesOfAino(world);
const holder = new pg.Client({ connectionString: world.database.superuserUrl });
beforeAll(() => holder.connect());
afterAll(() => holder.end());

const waiting = async (count: number): Promise<void> => {
  for (let tries = 0; tries < 500; tries += 1) {
    const { rows } = await world.superuser(
      `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    if (rows[0]?.['n'] === count) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`never were ${count} waiting`);
};

/** Both wait for this row, the first one first, and then go on. */
const oneAfterTheOther = async <A, B>(
  table: string,
  id: string,
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<[A, B]> => {
  await holder.query('begin');
  await holder.query(
    `select from ${table} where ${table === 'whereabouts' ? 'case_id' : 'id'} = $1 for update`,
    [id],
  );
  const one = first();
  await waiting(1);
  const other = second();
  await waiting(2);
  await holder.query('commit');
  return Promise.all([one, other]);
};

const change = (by: Person, caseId: string, nonDisclosure: boolean) =>
  by.try(changeWhereabouts, {
    params: { caseId },
    body: {
      version: 1,
      nonDisclosure,
      address: 'Uusikatu 1',
      municipality: 'Kalliola',
      school: 'Kalliolan koulu',
    },
  });

test.each([
  [true, false],
  [false, true],
  [true, true],
  [false, false],
])(
  'of two changes of whereabouts at once (turvakielto %s, %s) the second is told of the first',
  async (one, other) => {
    const { caseId, leena, petri } = await openCase();
    const [first, second] = await oneAfterTheOther(
      'whereabouts',
      caseId,
      () => change(leena, caseId, one),
      () => change(petri, caseId, other),
    );
    expect(first.status).toBe(200);
    expect(second.error).toMatchObject({ error: 'version-conflict', detail: { version: 2 } });
  },
);

test('whoever opens a request in the moment in which turvakielto moves it finds it', async () => {
  const aino = await openCase();
  const { ask } = await assessmentOfAino(aino);
  const contributionId = await ask(aino.mikko, 'school-and-learning');
  const { rows } = await world.superuser(`select acl_key from contributions where id = $1`, [contributionId]);
  const params = { caseId: aino.caseId, contributionId };
  const [changed, opened] = await oneAfterTheOther(
    'contributions',
    contributionId,
    () => change(aino.leena, aino.caseId, true),
    () => aino.mikko.try(openContribution, { params, body: {} }),
  );
  const after = await world.superuser(`select acl_key from contributions where id = $1`, [contributionId]);
  expect(after.rows).not.toEqual(rows);
  expect([changed.status, opened.status]).toEqual([200, 200]);
});

test('whoever takes an offer back twice at once reads that it is closed, not that there is none', async () => {
  const { caseId, home, leena } = await openCase();
  const oskar = await world.professional('Oskar Nyström', home, 'social-worker');
  const offer = {
    affiliationId: oskar.affiliationId ?? '',
    message: 'Siirryn.',
    giverBecomes: 'team' as const,
  };
  const { id: handoverId } = await leena.do(offerHandover, { params: { caseId }, body: offer });
  const withdraw = () => leena.try(withdrawHandover, { params: { caseId, handoverId }, body: {} });
  const [first, second] = await oneAfterTheOther('handovers', handoverId, withdraw, withdraw);
  expect(first.status).toBe(200);
  expect(second.error?.error).toBe('already-done');
});
