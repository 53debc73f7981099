// Responsibility that is handed over, over the real interface: it holds until accepted, and there is no moment without a
// responsible worker, whatever comes at once. Real: app, database, sockets.
import { expect, test, vi } from 'vitest';
import { endAffiliation } from '../../shared/agencies.ts';
import { endMembership } from '../../shared/cases.ts';
import {
  acceptHandover,
  declineHandover,
  declineMembership,
  type GiverBecomes,
  listReceivers,
  offerHandover,
  withdrawHandover,
} from '../../shared/members.ts';
import { getToday } from '../../shared/today.ts';
import { invite, inviteColleague, openACase, see, statusFor } from '../testing/case-parts.ts';
import { connectLive } from '../testing/live-client.ts';
import { expectSameAsFresh } from '../testing/same-as-fresh.ts';
import { type Person, testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 120_000 });

const world = await testWorld();
const address = await world.listen();
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const other = await world.agency('child-protection', 'Saariston lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const admin = await world.professional('Arja Hallinto', home, 'administrator');
const leena = await world.professional('Leena Kallio', home, 'social-worker');
const petri = await world.professional('Petri Aalto', home, 'social-counsellor');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const vieras = await world.professional('Vesa Vieras', other, 'social-worker');
let count = 0;
const colleague = (): Promise<Person> => {
  count += 1;
  return world.professional(`Oskar Nyström ${count}`, home, 'social-worker');
};

const offer = (by: Person, caseId: string, to: Person, giverBecomes: GiverBecomes = 'team') =>
  by.try(offerHandover, {
    params: { caseId },
    body: { affiliationId: to.affiliationId ?? '', message: 'Siirryn toiseen tiimiin.', giverBecomes },
  });
const offered = async (giverBecomes: GiverBecomes = 'team') => {
  const caseId = await openACase(leena);
  await inviteColleague(leena, caseId, petri);
  await invite(leena, caseId, maria);
  const oskar = await colleague();
  const { body } = await offer(leena, caseId, oskar, giverBecomes);
  return { caseId, oskar, handoverId: body.id };
};
const rolesIn = async (who: Person, caseId: string) =>
  Object.fromEntries(
    (await see(who, caseId)).members.filter((m) => m.endsAt === null).map((m) => [m.name, m.role]),
  );
const offersOf = async (who: Person, caseId: string) =>
  (await who.do(getToday)).handovers.filter((one) => one.caseId === caseId);

/** Behind the curtain: how many are responsible at this moment, of what is committed. */
const responsible = async (caseId: string): Promise<number> =>
  (
    await world.superuser(
      `select count(*)::int as n from memberships m join affiliations a on a.id = m.affiliation_id
       where m.case_id = $1 and m.role = 'responsible' and tstzrange(m.starts_at, m.ends_at) @> now()
         and tstzrange(a.starts_at, a.ends_at) @> now()`,
      [caseId],
    )
  ).rows[0]?.['n'] as number;
/** Looks again and again while `run` goes on; every count that was ever seen. */
const countsDuring = async (caseId: string, run: () => Promise<unknown>): Promise<Set<number>> => {
  const seen = new Set<number>();
  let over = false;
  const looking = (async () => {
    do seen.add(await responsible(caseId));
    while (!over);
  })();
  await run();
  over = true;
  await looking;
  return seen.add(await responsible(caseId));
};
const openOffers = async (caseId: string) =>
  (await world.superuser(`select id from handovers where case_id = $1 and closed_at is null`, [caseId])).rows;

test('an offer holds until it is accepted: the giver stays responsible, and both Todays show it live', async () => {
  const caseId = await openACase(leena);
  const oskar = await colleague();
  const [giver, receiver] = [await connectLive(address, leena), await connectLive(address, oskar)];
  await giver.follow(caseId);
  for (const page of [giver, receiver]) await page.watchToday();
  const from = [giver, receiver].map((page) => page.frames.length);
  await offer(leena, caseId, oskar);
  await receiver.next('today', () => true, from[1]);
  await giver.next('today', () => true, from[0]);
  expect(await offersOf(oskar, caseId)).toMatchObject([
    { direction: 'to-me', name: 'Leena Kallio', message: 'Siirryn toiseen tiimiin.', giverBecomes: 'team' },
  ]);
  expect(await offersOf(leena, caseId)).toMatchObject([{ direction: 'from-me', name: oskar.session.name }]);
  // It is answered with the offer, so it is not shown as an invitation besides.
  expect((await oskar.do(getToday)).invitations.filter((i) => i.caseId === caseId)).toEqual([]);
  await expectSameAsFresh(giver, caseId);
  expect(await rolesIn(leena, caseId)).toMatchObject({
    'Leena Kallio': 'responsible',
    [oskar.session.name]: 'team',
  });
  await giver.close();
  await receiver.close();
});

test('accepted: the receiver is responsible and as widely known as the giver was; the giver stays in the team', async () => {
  const { caseId, oskar, handoverId } = await offered();
  // An offer is the home team's: the teacher learns neither of it nor of whom it brought in.
  expect(JSON.stringify(await see(maria, caseId))).not.toContain(oskar.id);
  expect((await see(maria, caseId)).handovers).toEqual([]);
  await oskar.do(acceptHandover, { params: { caseId, handoverId }, body: {} });
  expect(await rolesIn(petri, caseId)).toMatchObject({
    'Leena Kallio': 'team',
    [oskar.session.name]: 'responsible',
  });
  expect(await rolesIn(maria, caseId)).toMatchObject({ [oskar.session.name]: 'responsible' });
  expect((await see(oskar, caseId)).case.can).toContain('open-assessment');
  expect((await see(leena, caseId)).case.can).not.toContain('open-assessment');
  expect((await see(oskar, caseId)).members.find((m) => m.personId === oskar.id)?.acceptedAt).not.toBeNull();
  expect(await offersOf(leena, caseId)).toEqual([]);
});

test('who chose to leave leaves with the acceptance, and is told', async () => {
  const { caseId, oskar, handoverId } = await offered('leaves');
  expect(await statusFor(leena, caseId)).toBe(200);
  await oskar.do(acceptHandover, { params: { caseId, handoverId }, body: {} });
  expect(await statusFor(leena, caseId)).toBe(404);
  const number = (await see(oskar, caseId)).case.number;
  expect((await leena.do(getToday)).notices).toContainEqual(
    expect.objectContaining({ kind: 'handover-accepted', words: number, fromName: oskar.session.name }),
  );
  expect(await responsible(caseId)).toBe(1);
});

test('declined with a reason: nothing has changed but that the giver knows why; who came in for it is out', async () => {
  const { caseId, oskar, handoverId } = await offered();
  await oskar.do(declineHandover, {
    params: { caseId, handoverId },
    body: { reason: 'Minulla on jo 30 lasta' },
  });
  expect(await rolesIn(leena, caseId)).toEqual({
    'Leena Kallio': 'responsible',
    'Petri Aalto': 'team',
    'Maria Lind': 'visiting',
  });
  expect(await statusFor(oskar, caseId)).toBe(404);
  expect((await leena.do(getToday)).notices).toContainEqual(
    expect.objectContaining({ kind: 'handover-declined', words: 'Minulla on jo 30 lasta' }),
  );
});

test('a receiver of the team stays in it when the offer is withdrawn', async () => {
  const caseId = await openACase(leena);
  const oskar = await colleague();
  await inviteColleague(leena, caseId, oskar, 'working-pair');
  const { body } = await offer(leena, caseId, oskar);
  await leena.do(withdrawHandover, { params: { caseId, handoverId: body.id }, body: {} });
  expect(await rolesIn(leena, caseId)).toMatchObject({ [oskar.session.name]: 'working-pair' });
  const late = await oskar.try(acceptHandover, { params: { caseId, handoverId: body.id }, body: {} });
  expect(late.error?.error).toBe('already-done');
});

test('only the responsible worker offers, only to a social worker of the own agency, one offer at a time', async () => {
  const { caseId, oskar, handoverId } = await offered();
  const another = await colleague();
  expect((await offer(petri, caseId, another)).status).toBe(403);
  expect((await offer(leena, caseId, another)).error).toMatchObject({
    error: 'already-done',
    detail: { reason: 'open-offer' },
  });
  expect((await offer(leena, caseId, vieras)).status).toBe(404);
  expect((await offer(leena, caseId, petri)).status).toBe(404);
  for (const who of [leena, petri])
    expect((await who.try(acceptHandover, { params: { caseId, handoverId }, body: {} })).status).toBe(403);
  for (const who of [petri, oskar])
    expect((await who.try(withdrawHandover, { params: { caseId, handoverId }, body: {} })).status).toBe(403);
});

test('the loads of those who can receive are numbers of the own agency, against the dated limit', async () => {
  const caseId = await openACase(leena);
  const oskar = await colleague();
  for (const childGivenName of ['Elias', 'Olivia']) await openACase(oskar, { childGivenName });
  const { people, source } = await leena.do(listReceivers, { params: { caseId } });
  expect(people.find((one) => one.personId === oskar.id)?.load).toEqual({
    children: 2,
    asSubstitute: 0,
    limit: 30,
    level: 'under',
  });
  expect(source).toContain('13 b §');
  expect(people.map((one) => one.personId)).not.toContain(vieras.id);
  expect((await petri.try(listReceivers, { params: { caseId } })).status).toBe(404);
  await expect(
    world.write(vieras.id, `select * from access.load_of($1)`, [oskar.affiliationId]),
  ).rejects.toMatchObject({ code: '42501' });
});

test('27 children are near the limit and 31 over it, on the own Today and on the consultant’s list', async () => {
  const kaisa = await world.professional('Kaisa Saarinen', home, 'consultant-social-worker');
  const oskar = await colleague();
  const levels: (string | undefined)[] = [];
  for (let n = 1; n <= 31; n += 1) {
    await openACase(oskar, { childGivenName: `Lapsi ${n}` });
    if ([26, 27, 30, 31].includes(n)) levels.push((await oskar.do(getToday)).load?.level);
  }
  expect(levels).toEqual(['under', 'near', 'near', 'over']);
  const team = (await kaisa.do(getToday)).teamLoads;
  expect(team[0]).toMatchObject({ name: oskar.session.name, load: { children: 31, level: 'over' } });
  expect(JSON.stringify(team)).not.toContain('Vesa');
  expect((await petri.do(getToday)).teamLoads).toEqual([]);
});

/** Each at once with the acceptance: whichever comes first, the case has one responsible worker and no open offer. */
const against: [string, (of: Awaited<ReturnType<typeof offered>>) => Promise<unknown>][] = [
  [
    'withdrawal',
    ({ caseId, handoverId }) => leena.try(withdrawHandover, { params: { caseId, handoverId }, body: {} }),
  ],
  [
    'refusal by the same person on another device',
    ({ caseId, handoverId, oskar }) =>
      oskar.try(declineHandover, { params: { caseId, handoverId }, body: { reason: 'x' } }),
  ],
  [
    'refusal of the membership it came with',
    async ({ caseId, oskar }) => {
      const memberId = (await see(leena, caseId)).members.find((m) => m.personId === oskar.id)?.id ?? '';
      return oskar.try(declineMembership, { params: { caseId, memberId }, body: { reason: 'x' } });
    },
  ],
  [
    'end of the receiver’s affiliation',
    ({ oskar }) =>
      admin.try(endAffiliation, { params: { affiliationId: oskar.affiliationId ?? '' }, body: {} }),
  ],
  [
    'end of the receiver’s membership by the team',
    async ({ caseId, oskar }) => {
      const memberId = (await see(leena, caseId)).members.find((m) => m.personId === oskar.id)?.id ?? '';
      return petri.try(endMembership, { params: { caseId, memberId }, body: { reason: 'x' } });
    },
  ],
];

test.each(against)(
  'acceptance and %s at once: never without a responsible worker, and no offer stays open',
  async (what, run) => {
    for (let round = 0; round < 6; round += 1) {
      const one = await offered(round % 2 === 0 ? 'team' : 'leaves');
      const { caseId, oskar, handoverId } = one;
      const accept = () => oskar.try(acceptHandover, { params: { caseId, handoverId }, body: {} });
      const [first, second] = round % 3 === 0 ? [accept, () => run(one)] : [() => run(one), accept];
      const counts = await countsDuring(caseId, async () => {
        const answers = await Promise.all([first(), second()]);
        for (const answer of answers as { status: number }[]) expect(answer.status).toBeLessThan(500);
      });
      expect(await openOffers(caseId)).toEqual([]);
      const { rows } = await world.superuser(`select outcome from handovers where id = $1`, [handoverId]);
      const accepted = rows[0]?.['outcome'] === 'accepted';
      // Where the affiliation of the new responsible worker ends, it is the administration that leaves the case without.
      if (!(accepted && what.includes('affiliation'))) expect([...counts]).toEqual([1]);
    }
  },
);
