// The disclosure log is complete, and says nothing more: whoever can read a row of another agency, or of the agency that
// leads the case as one of the family, has a line in it, on what carried it at that moment. The rows are walked over from the
// database's own catalog, in stories that a seed chooses. Real: the routes, the database, both rings.
import { expect, test } from 'vitest';
import { getWorkspace, listCases, recordGround, withdrawGround } from '../../shared/cases.ts';
import { shareEntry, takeBackEntry } from '../../shared/entries.ts';
import type { DataClass } from '../../shared/vocabulary.ts';
import { caseInHiding, peopleInHiding, signedInHiding, turn } from '../testing/case-in-hiding.ts';
import { ground, see } from '../testing/case-parts.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const people = await peopleInHiding(world);
const { home, school, clinic, leena, mikko, sari, minna } = people;

/** Every table with an audience, by the catalog, with the kind by which the log names it. */
const tables = (
  await world.superuser(
    `select c.relname as name, i.attname as id
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'acl_key'
     join pg_index p on p.indrelid = c.oid and p.indisprimary join pg_attribute i on i.attrelid = c.oid and i.attnum = p.indkey[0]
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('audiences', 'acl_members', 'events') order by 1`,
  )
).rows.map((row) => ({ name: String(row['name']), id: String(row['id']) }));

/** Who can read which row now, past every table of the log: another agency, or somebody of the family. */
const crossings = async (
  caseId: string,
): Promise<{ row: string; to: string; from: string; class: string }[]> => {
  const inCase = (name: string) => {
    if (name === 'cases') return 'x.id = $1';
    if (name.startsWith('entry_')) return 'x.entry_id in (select id from entries where case_id = $1)';
    return 'x.case_id = $1';
  };
  const about = (name: string) =>
    ['memberships', 'membership_invitations', 'activities'].includes(name) ? 'x.person_id' : 'null::uuid';
  const each = tables.map(
    ({ name, id }) =>
      `select x.${id}::text as row, x.acl_key, ${about(name)} as about from ${name} x where ${inCase(name)}`,
  );
  const { rows } = await world.superuser(
    `select distinct o.row, coalesce(a.agency_id, m.person_id)::text as to, d.owner_agency_id::text as from, d.data_class as class
     from (${each.join(' union all ')}) o join audiences d on d.acl_key = o.acl_key
     join acl_members k on k.acl_key = o.acl_key and k.valid @> now()
     join memberships m on m.case_id = d.case_id and m.person_id = k.person_id and m.affiliation_id is not distinct from k.affiliation_id
       and tstzrange(m.starts_at, m.ends_at) @> now()
     left join affiliations a on a.id = m.affiliation_id
     where case when a.id is null then not m.person_id = any (d.author_ids) and m.person_id is distinct from o.about
       else a.agency_id <> d.owner_agency_id end`,
    [caseId],
  );
  return rows as never;
};
type Line = { row: string; to: string; basis: string; ground_ids: string[]; holds: boolean };
const lines = async (caseId: string): Promise<Line[]> =>
  (
    await world.superuser(
      `select object_id::text as row, coalesce(to_agency_id, to_person_id)::text as to, basis, ground_ids,
         not exists (select from unnest(ground_ids) x left join grounds g on g.id = x and g.effect = 'allow'
           and g.from_agency_id = l.from_agency_id and g.to_agency_id = l.to_agency_id and l.data_class = any (g.data_classes)
           and (lower(g.valid) is null or lower(g.valid) <= l.at) and (upper(g.valid) is null or l.at <= upper(g.valid)) where g.id is null) as holds
       from disclosure_log l where case_id = $1`,
      [caseId],
    )
  ).rows as never;

/** Of all that could be read at any moment so far. */
const expectComplete = async (caseId: string, ever: Set<string>): Promise<void> => {
  const open = await crossings(caseId);
  const log = await lines(caseId);
  const written = new Set(log.map((line) => `${line.row} ${line.to}`));
  for (const one of open) ever.add(`${one.row} ${one.to}`);
  expect(open.filter((one) => !written.has(`${one.row} ${one.to}`))).toEqual([]);
  expect(log.filter((line) => !ever.has(`${line.row} ${line.to}`))).toEqual([]);
  expect(
    log.filter((line) => !line.holds || (line.basis === 'ground' && line.ground_ids.length === 0)),
  ).toEqual([]);
};

/** The same numbers for the same seed. */
const numbers = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};
const agencies = [home, school, clinic];
const classes: DataClass[] = ['coordination', 'social', 'education', 'health', 'child-voice', 'safety'];

test.each([1, 2, 3])(
  'in a story of its own (%i) every crossing is in the log with what carried it, and nothing else',
  async (seed) => {
    const draw = numbers(seed);
    const c = await caseInHiding(people);
    const { caseId } = c;
    const ever = new Set<string>();
    await expectComplete(caseId, ever);
    const entries: string[] = [];
    for (const [who, area] of [
      [mikko, 'school-and-learning'],
      [sari, 'mental-health'],
      [leena, 'parenting'],
    ] as const)
      entries.push((await c.contribution(who, area, 'Teksti.')).entryId);
    await expectComplete(caseId, ever);
    const authors = [mikko, sari, leena];
    for (let step = 0; step < 24; step += 1) {
      const n = draw(3);
      const [who, entryId] = [authors[n] ?? leena, entries[n] ?? ''];
      // A prohibition may have taken the case from its author.
      const seen = await who.try(getWorkspace, { params: { caseId } });
      const version =
        seen.status === 200 ? (seen.body.entries.find((e) => e.id === entryId)?.version ?? 0) : 0;
      const kind = draw(6);
      if (kind <= 1) {
        const dataClass = (['education', 'health', 'social'] as const)[n] ?? 'social';
        const scope = (['agency', 'agencies', 'everyone'] as const)[draw(3)] ?? 'everyone';
        const familyScope = (['none', 'all'] as const)[draw(2)] ?? 'none';
        const audience = { dataClass, scope, agencyIds: [home], familyScope, familyIds: [] };
        await who.try(shareEntry, { params: { entryId }, body: { version, audience } });
      } else if (kind === 2) await who.try(takeBackEntry, { params: { entryId }, body: { version } });
      else if (kind === 3) {
        const [from, to] = [agencies[draw(3)] ?? home, agencies[draw(3)] ?? school];
        const effect = draw(4) === 0 ? ('prohibit' as const) : ('allow' as const);
        const body = {
          fromAgencyId: from,
          toAgencyId: to,
          ground: ground([classes[draw(6)] ?? 'social', 'social'], { effect, kind: 'disclosure-permission' }),
        };
        await leena.try(recordGround, { params: { caseId }, body });
      } else if (kind === 4) {
        const standing = (await see(leena, caseId)).grounds.filter((g) => g.withdrawnAt === null);
        const groundId = standing[draw(standing.length)]?.id ?? '';
        await leena.try(withdrawGround, { params: { caseId, groundId }, body: {} });
      } else await turn(leena, caseId, draw(2) === 0);
      await expectComplete(caseId, ever);
    }
  },
);

test('a signed case: its head, who takes part, what was asked, said, told and signed, each with each reader', async () => {
  const c = await caseInHiding(people);
  await signedInHiding(people, c);
  await expectComplete(c.caseId, new Set());
  const { rows } = await world.superuser(
    `select distinct object_kind as kind from disclosure_log where case_id = $1`,
    [c.caseId],
  );
  expect(rows.map((row) => row['kind'])).toEqual(
    expect.arrayContaining([
      'case',
      'membership',
      'ground',
      'relation',
      'entry',
      'assessment',
      'contribution',
      'assessment-version',
      'version-part',
      'signature',
      'activity',
    ]),
  );
});

test('of consents that carry together each is named', async () => {
  const c = await caseInHiding(people);
  const body = { fromAgencyId: home, toAgencyId: clinic, ground: ground(['safety']) };
  const first = await leena.do(recordGround, { params: { caseId: c.caseId }, body });
  const second = await leena.do(recordGround, { params: { caseId: c.caseId }, body });
  const grounds = async () =>
    (
      await world.superuser(
        `select ground_ids from disclosure_log where case_id = $1 and object_kind = 'whereabouts' order by id`,
        [c.caseId],
      )
    ).rows.map((row) => row['ground_ids']);
  expect(await grounds()).toEqual([[first.id]]);
  // The first one goes, the second one carries on: from here on it is that one.
  await leena.do(withdrawGround, { params: { caseId: c.caseId, groundId: first.id }, body: {} });
  expect(await grounds()).toEqual([[first.id], [second.id]]);
});

test('what time itself opens is written in the transaction of the first reading after it', async () => {
  const c = await caseInHiding(people);
  const { id } = await leena.do(recordGround, {
    params: { caseId: c.caseId },
    body: { fromAgencyId: home, toAgencyId: clinic, ground: ground(['safety']) },
  });
  // Behind the curtain the ground begins a second from now, and nothing of it was ever carried out.
  await world.superuser(`delete from disclosure_log where case_id = $1 and object_kind = 'whereabouts'`, [
    c.caseId,
  ]);
  await world.superuser(
    `update grounds set valid = tstzrange(now() + interval '1 second', null) where id = $1`,
    [id],
  );
  await world.superuser(`select access.derive_case($1)`, [c.caseId]);
  await leena.do(recordGround, {
    params: { caseId: c.caseId },
    body: { fromAgencyId: school, toAgencyId: clinic, ground: ground(['shared-goal']) },
  });
  const written = async () =>
    (
      await world.superuser(
        `select person_id, ground_ids from disclosure_log where case_id = $1 and object_kind = 'whereabouts'`,
        [c.caseId],
      )
    ).rows;
  expect((await see(sari, c.caseId)).whereabouts).toBeNull();
  expect(await written()).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(await written()).toEqual([]);
  const answers = await Promise.all(
    [sari, leena, minna].map((who) => who.try(getWorkspace, { params: { caseId: c.caseId } })),
  );
  expect(answers.map((a) => a.status)).toEqual([200, 200, 200]);
  expect(answers[0]?.body.whereabouts?.address).toBe('Piilopolku 9');
  expect(await written()).toEqual([{ person_id: null, ground_ids: [id] }]);
  await sari.do(listCases);
  await expectComplete(c.caseId, new Set((await crossings(c.caseId)).map((one) => `${one.row} ${one.to}`)));
});
