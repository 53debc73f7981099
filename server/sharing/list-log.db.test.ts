// The log as each may read it: rows whose people they may know of and whose object they may read. Real: app, database, both
// rings; the database's own door is asked without the server, too.
import { beforeEach, expect, test } from 'vitest';
import { shareEntry } from '../../shared/entries.ts';
import { listLog } from '../../shared/sharing.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { type CaseOfAino, casesOfAino } from '../testing/case-of-aino.ts';
import { see } from '../testing/case-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const newCase = await casesOfAino(world);
let aino: CaseOfAino;
beforeEach(async () => {
  aino = await newCase();
});
const logOf = async (who: Person, before = '') =>
  who.do(listLog, { params: { caseId: aino.caseId }, query: { before } });
const viewers = async (who: Person) =>
  (await logOf(who)).rows.filter((row) => row.what === 'view').map((row) => row.by?.name);

const shareASituation = async (
  agencyIds: string[],
  familyScope: 'none' | 'all' = 'none',
  room?: Awaited<ReturnType<typeof assessmentOfAino>>,
) => {
  const { start, write } = room ?? (await assessmentOfAino(aino));
  const entryId = await start(aino.leena, 'situation');
  await write(aino.leena, entryId, { narrative: 'Tilanne.' });
  const version = (await see(aino.leena, aino.caseId)).entries.find((e) => e.id === entryId)?.version ?? 0;
  const audience = {
    dataClass: 'social' as const,
    scope: 'agencies' as const,
    agencyIds,
    familyScope,
    familyIds: [],
  };
  await aino.leena.do(shareEntry, { params: { entryId }, body: { version, audience } });
  return entryId;
};

test('the home team reads who has looked; the teacher only what the school did; nobody of psychiatry is there', async () => {
  const { leena, mikko, sari, caseId } = aino;
  await see(sari, caseId);
  await see(mikko, caseId);
  expect(await viewers(leena)).toEqual(expect.arrayContaining(['Sari Nieminen', 'Mikko Rantanen']));
  expect(new Set(await viewers(mikko))).toEqual(new Set(['Mikko Rantanen']));
});

test('what psychiatry does changes not a byte of the teacher’s log', async () => {
  const { mikko, sari, psychiatry, caseId } = aino;
  const room = await assessmentOfAino(aino);
  await see(mikko, caseId);
  // Each reading of the log is in the next one; that row is looked away from.
  const withoutReadings = async () => {
    const { rows, next } = await logOf(mikko);
    return JSON.stringify({ rows: rows.filter((row) => row.kind !== 'log'), next });
  };
  const before = await withoutReadings();
  await see(sari, caseId);
  await logOf(sari);
  await shareASituation([psychiatry], 'none', room);
  expect(await withoutReadings()).toBe(before);
});

test('a disclosure is read by giver and receiver, not by whoever may not read the text', async () => {
  const { leena, mikko, sari, minna, school } = aino;
  const entryId = await shareASituation([school]);
  const given = async (who: Person) =>
    (await logOf(who)).rows.filter(
      (row) => row.what === 'disclosure' && row.given?.entryKind === 'situation',
    );
  expect(await given(leena)).toHaveLength(1);
  expect(await given(mikko)).toMatchObject([
    { kind: 'entry', by: { name: 'Leena Kallio' }, given: { toAgency: { id: school } } },
  ]);
  expect((await given(mikko))[0]?.given?.groundIds).not.toEqual([]);
  expect(await given(sari)).toEqual([]);
  expect(await given(minna)).toEqual([]);
  const { rows } = await world.superuser('select 1 from disclosure_log where object_id = $1', [entryId]);
  expect(rows).toHaveLength(1);
});

test('the family reads agencies and professions, no professional’s name, and nobody else of the family', async () => {
  const { minna, mikko, caseId, school } = aino;
  await see(mikko, caseId);
  await see(aino.aino, caseId);
  await see(minna, caseId);
  await shareASituation([school], 'all');
  const { rows } = await logOf(minna);
  const views = rows.filter((row) => row.what === 'view');
  expect(views.some((row) => row.by?.profession === 'special-teacher' && row.by?.name === null)).toBe(true);
  expect(JSON.stringify(rows)).not.toMatch(/Mikko|Leena|Aino Virtanen/);
  expect(views.filter((row) => row.by?.role === 'guardian').map((row) => row.by?.personId)).toContain(
    minna.id,
  );
  expect(rows.some((row) => row.given?.toAgency?.id === school && row.given.entryKind === 'situation')).toBe(
    true,
  );
});

test('it is read page by page without a gap or a double, and each reading is itself logged', async () => {
  const { leena, mikko, caseId } = aino;
  for (let n = 0; n < 60; n += 1) await see(mikko, caseId);
  const first = await logOf(leena);
  expect(first.rows.length).toBeLessThanOrEqual(50);
  const ids = first.rows.map((row) => row.id);
  let next = first.next;
  while (next !== '') {
    const page = await logOf(leena, next);
    ids.push(...page.rows.map((row) => row.id));
    next = page.next;
  }
  expect(new Set(ids).size).toBe(ids.length);
  const { rows } = await world.superuser(`select id from access_log where case_id = $1 and person_id = $2`, [
    caseId,
    mikko.id,
  ]);
  expect(rows.every((row) => ids.includes(String(row['id'])))).toBe(true);
  expect((await logOf(leena)).rows[0]).toMatchObject({ kind: 'log', by: { name: 'Leena Kallio' } });
});

test('a cursor that is none is refused, and the door of the database opens for members alone', async () => {
  const { leena, caseId } = aino;
  const answer = await leena.try(listLog, { params: { caseId }, query: { before: "2026'; drop" } });
  expect(answer.error?.error).toBe('invalid-input');
  const stranger = await world.professional('Outi Utelias', aino.home, 'social-worker');
  expect((await stranger.try(listLog, { params: { caseId }, query: { before: '' } })).status).toBe(404);
  expect(
    await world.write(stranger.id, 'select * from access.read_whole_log($1, null, null, 50)', [caseId]),
  ).toEqual([]);
  await expect(world.write(leena.id, 'select * from access_log limit 1')).rejects.toThrow(
    'permission denied',
  );
});

test('what a page costs does not grow with the rows of others: not in work, so not in time', async () => {
  const { mikko, sari, caseId } = aino;
  await see(mikko, caseId);
  /** Blocks of the database that one page touches. */
  const blocks = async () => {
    const [plan] = await world.write(
      mikko.id,
      `explain (analyze, buffers, format json) select * from access.read_whole_log($1, null, null, 50)`,
      [caseId],
    );
    const [found] = (plan?.['QUERY PLAN'] ?? []) as { Plan: Record<string, number> }[];
    return (found?.Plan['Shared Hit Blocks'] ?? 0) + (found?.Plan['Shared Read Blocks'] ?? 0);
  };
  await blocks();
  const before = await blocks();
  await world.superuser(
    `insert into access_log (at, person_id, affiliation_id, case_id, kind, object_id, purpose)
     select now() + n * interval '1 millisecond', $1, $2, $3, 'case', $3, 'case-work' from generate_series(1, 20000) n`,
    [sari.id, sari.affiliationId, caseId],
  );
  await world.superuser('analyze access_log');
  await blocks();
  expect(before).toBeGreaterThan(0);
  expect(await blocks()).toBeLessThan(before + 150);
});

test('every kind of thing that goes to another agency or to the family is there, with what carried it', async () => {
  const { leena, mikko, minna, school } = aino;
  await shareASituation([school], 'all');
  const kindsFor = async (who: Person) => {
    const found = new Map<string, Set<string>>();
    let before = '';
    do {
      const { rows, next } = await logOf(who, before);
      for (const { kind, given } of rows)
        if (given) found.set(kind, (found.get(kind) ?? new Set()).add(given.basis));
      before = next;
    } while (before !== '');
    return found;
  };
  const ofHome = await kindsFor(leena);
  for (const kind of ['case', 'membership', 'ground', 'relation', 'assessment', 'activity', 'entry'])
    expect([kind, ofHome.has(kind)]).toEqual([kind, true]);
  expect(ofHome.get('entry')).toEqual(new Set(['ground', 'release']));
  expect([...(await kindsFor(mikko)).keys()]).toEqual(
    expect.arrayContaining(['case', 'membership', 'entry']),
  );
  expect([...(await kindsFor(minna)).keys()]).toEqual(expect.arrayContaining(['case', 'entry']));
});

test('what time itself opens is there as well, done by nobody', async () => {
  const { leena, mikko, home, school, caseId } = aino;
  const room = await assessmentOfAino(aino);
  const entryId = await shareASituation([school], 'none', room);
  const of = async () => (await logOf(mikko)).rows.filter((row) => row.given?.entryKind === 'situation');
  expect(await of()).toHaveLength(1);
  await world.superuser(`delete from disclosure_log where object_id = $1 and to_agency_id = $2`, [
    entryId,
    school,
  ]);
  await world.superuser(
    `insert into disclosures_due (case_id, due_at) values ($1, now() - interval '1 second')
     on conflict (case_id) do update set due_at = excluded.due_at`,
    [caseId],
  );
  await see(leena, caseId);
  expect(await of()).toMatchObject([
    { by: null, given: { from: { id: home }, toAgency: { id: school }, basis: 'ground' } },
  ]);
});
