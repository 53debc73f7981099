// How the family was heard: who is asked, who reads what was answered (nobody else), and what the team is told of many. Real: app,
// PostgreSQL with both rings.
import { expect, test } from 'vitest';
import { endMembership } from '../../shared/cases.ts';
import { listOwnHeard, rateHeard } from '../../shared/heard.ts';
import { getTeamFigures } from '../../shared/team-figures.ts';
import { inviteColleague, inviteFamily, openACase, see } from '../testing/case-parts.ts';
import { cameIn, convened, invitedTo, moved, newTeam, proposed } from '../testing/meeting-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const arja = await world.professional('Arja Hallinto', home, 'administrator');
const kaisa = await world.professional('Kaisa Salo', home, 'consultant-social-worker');
const leena = await world.professional('Leena Kallio', home, 'social-worker');
const outi = await world.professional('Outi Ulkona', home, 'social-worker');
const team = await newTeam(arja, home, kaisa, leena);
const otherTeam = await newTeam(arja, home, outi);

const minna = await world.family('Minna Virtanen');
const petri = await world.family('Petri Laine');

/** A case that was discussed, with a guardian who was there and one who knows nothing of it. */
const discussed = async () => {
  const caseId = await openACase(leena);
  await inviteColleague(leena, caseId, kaisa);
  await inviteFamily(leena, caseId, minna, 'guardian');
  await inviteFamily(leena, caseId, petri, 'close');
  const meeting = await convened(kaisa, team);
  const item = await proposed(leena, meeting, caseId);
  await invitedTo(leena, caseId, item, minna);
  await moved(kaisa, meeting, 'open');
  await cameIn(kaisa, meeting);
  await moved(kaisa, meeting, 'begin-item', { itemId: item });
  await cameIn(minna, meeting);
  return { caseId, meeting, item };
};
const close = async (meeting: string, item: string, caseId: string) => {
  await world.superuser(`update agenda_items set state = 'discussed', closed_at = $2 where id = $1`, [
    item,
    new Date(),
  ]);
  await world.superuser(`update meetings set state = 'ended', ended_at = $2 where id = $1`, [
    meeting,
    new Date(),
  ]);
  return caseId;
};
const closed = async () => {
  const one = await discussed();
  await close(one.meeting, one.item, one.caseId);
  return one;
};
const asked = async (who: Person, caseId: string) =>
  (await who.do(listOwnHeard, { params: { caseId } })).discussions;
const rate = (who: Person, itemId: string, rating: number | null) =>
  who.try(rateHeard, { params: { itemId }, body: { rating } });
const heard = async (who: Person = kaisa) =>
  (await who.do(getTeamFigures, { params: { teamId: team } })).heard;

test('whoever of the family was there is asked when it is over, and answers, changes and takes back', async () => {
  const { caseId, meeting, item } = await discussed();
  expect(await asked(minna, caseId)).toEqual([]);
  expect((await rate(minna, item, 5)).status).toBe(404);
  await close(meeting, item, caseId);
  expect(await asked(minna, caseId)).toMatchObject([{ itemId: item, rating: null, open: true }]);
  expect((await rate(minna, item, 8)).status).toBe(200);
  expect((await rate(minna, item, 3)).status).toBe(200);
  expect(await asked(minna, caseId)).toMatchObject([{ rating: 3, open: true }]);
  expect((await rate(minna, item, null)).status).toBe(200);
  expect(await asked(minna, caseId)).toMatchObject([{ rating: null, open: true }]);
  for (const rating of [11, -1, 1.5]) expect((await rate(minna, item, rating)).status).toBe(400);
});

test('whoever was given what came of it is asked too; who knows nothing of the discussion is told nothing', async () => {
  const { caseId, item } = await closed();
  expect(await asked(petri, caseId)).toEqual([]);
  expect((await rate(petri, item, 5)).status).toBe(404);
  const [audience] = await world.write(
    leena.id,
    `select access.intern_audience($1, $2, 'shared-goal', 'everyone', '{}', 'all', '{}', '{}') as key`,
    [caseId, home],
  );
  await world.superuser(
    `insert into entries (case_id, acl_key, owner_agency_id, data_class, kind, author_ids, affiliation_id, agenda_item_id, state, shared_at, fields, created_at, updated_at)
     values ($1, $2, $3, 'shared-goal', 'family-summary', array[$4]::uuid[], $5, $6, 'shared', now(), '{}', now(), now())`,
    [caseId, audience?.key, home, leena.id, leena.affiliationId, item],
  );
  expect(await asked(petri, caseId)).toMatchObject([{ itemId: item, rating: null, open: true }]);
  expect((await rate(petri, item, 5)).status).toBe(200);
});

test('nobody else learns what was answered, or that anything was', async () => {
  const { caseId, item } = await closed();
  const seen = async () => {
    const { live: _token, lastVisitAt: _visit, ...shown } = await see(leena, caseId);
    return shown;
  };
  const before = await seen();
  const told = async () =>
    (
      await world.superuser(`select (select count(*) from events) as events, (select count(*) from activities) as activities,
        (select count(*) from access_log) as views, (select count(*) from disclosure_log) as disclosures`)
    ).rows;
  const earlier = await told();
  expect((await rate(minna, item, 2)).status).toBe(200);
  expect(await told()).toEqual(earlier);
  expect(await seen()).toEqual(before);
  // Those of the team are asked about nothing, and answer nothing.
  for (const who of [leena, kaisa]) {
    expect(await asked(who, caseId)).toEqual([]);
    expect((await rate(who, item, 10)).status).toBe(404);
  }
  expect(await asked(petri, caseId)).toEqual([]);
  expect((await outi.try(listOwnHeard, { params: { caseId } })).status).toBe(404);
  expect((await outi.try(rateHeard, { params: { itemId: item }, body: { rating: 1 } })).status).toBe(404);
  // Nor by the table itself.
  for (const who of [leena, minna])
    await expect(world.write(who.id, 'select * from heard_ratings')).rejects.toThrow(/permission denied/);
  expect(await world.write(petri.id, 'select * from access.own_heard($1)', [caseId])).toEqual([]);
  await expect(world.write(petri.id, 'select access.rate_heard($1, 9)', [item])).rejects.toThrow(
    /no such discussion/,
  );
});

test('after two months nobody is asked, after its month an answer stays, and whoever has left sees nothing', async () => {
  const { caseId, item } = await closed();
  const move = (days: number) =>
    world.superuser(`update agenda_items set closed_at = $2 where id = $1`, [
      item,
      new Date(Date.now() - days * 86_400_000),
    ]);
  await move(59);
  expect(await asked(minna, caseId)).toMatchObject([{ open: true }]);
  await move(61);
  expect(await asked(minna, caseId)).toMatchObject([{ open: false, rating: null }]);
  expect((await rate(minna, item, 4)).error?.error).toBe('already-done');
  await move(1);
  await rate(minna, item, 4);
  await world.superuser(
    `update heard_ratings set rated_at = rated_at - interval '32 days' where item_id = $1`,
    [item],
  );
  expect(await asked(minna, caseId)).toMatchObject([{ open: false, rating: 4 }]);
  expect((await rate(minna, item, 9)).error?.error).toBe('already-done');
  expect((await rate(minna, item, null)).error?.error).toBe('already-done');
  const memberId = (await see(leena, caseId)).members.find((m) => m.personId === minna.id)?.id ?? '';
  await leena.do(endMembership, { params: { caseId, memberId }, body: { reason: 'Muutti pois.' } });
  expect((await minna.try(listOwnHeard, { params: { caseId } })).status).toBe(404);
  expect((await rate(minna, item, 9)).status).toBe(404);
});

test('the team is told of five cases together, of months that are over, and never otherwise once it was told', async () => {
  await world.superuser('delete from heard_ratings');
  const at = (item: string, month: string) =>
    world.superuser(
      `update heard_ratings set rated_at = ($2 || '-15T12:00:00Z')::timestamptz where item_id = $1`,
      [item, month],
    );
  const answered = async (rating: number, month: string | null) => {
    const { item } = await closed();
    await rate(minna, item, rating);
    if (month) await at(item, month);
    return item;
  };
  for (const [rating, month] of [
    [10, '2026-03'],
    [8, '2026-03'],
    [6, '2026-04'],
    [7, '2026-06'],
  ] as const)
    await answered(rating, month);
  expect(await heard()).toEqual([]);
  const now = await answered(2, null);
  // Five cases, but this month is not over: somebody who looked before and after would know the answer.
  expect(await heard()).toEqual([]);
  await at(now, '2026-06');
  const told = { from: '2026-03', until: '2026-06', answers: 5, mean: 6.6 };
  expect(await heard()).toEqual([told]);
  // What comes after it begins a new span, and moves nothing of what was told.
  for (let n = 0; n < 5; n++) await answered(9, n === 4 ? null : '2026-08');
  expect(await heard()).toEqual([told]);
  await answered(4, '2026-09');
  expect(await heard()).toEqual([{ from: '2026-07', until: '2026-09', answers: 5, mean: 8 }, told]);
  expect((await outi.do(getTeamFigures, { params: { teamId: otherTeam } })).heard).toEqual([]);
  await expect(world.write(outi.id, 'select access.team_heard($1)', [team])).rejects.toThrow(
    /not in the team/,
  );
}, 60_000);
