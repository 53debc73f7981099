// What goes along, by the database alone: its doors and its rows ask for themselves who comes, what it is, and when. Real: database.
import { expect, test, vi } from 'vitest';
import { centreOf, preparedCase } from '../testing/bundle-parts.ts';
import { casesOfAino } from '../testing/case-of-aino.ts';
import { sent } from '../testing/consultation-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const world = await testWorld();
const newCase = await casesOfAino(world);
const { hospital, aija, heli, ritva, centre } = await centreOf(world);

test('nobody sends, reads or takes back what is not theirs, whatever the server says', async () => {
  const { id, caseId, home, leena, petri, situation, dissent, way } = await preparedCase(await newCase(), {
    hospital,
    centre,
  });
  const send = (
    who: Person,
    changes: { items?: object[]; agencies?: string[]; days?: number; to?: string } = {},
  ) =>
    world
      .write(who.id, 'select access.send_bundle($1, $2, $3, $4, $5) as id', [
        caseId,
        changes.to ?? id,
        changes.days ?? 7,
        JSON.stringify(
          changes.items ?? [
            { kind: 'entry', sourceId: situation, until: null, fields: [{ name: 'narrative', rev: 1 }] },
          ],
        ),
        changes.agencies ?? [hospital],
      ])
      .then(
        (rows) => String(rows[0]?.['id']),
        (error: { code?: string }) => error.code,
      );
  expect(await send(leena)).toBe('42501');
  await way();
  for (const who of [petri, heli, ritva]) expect(await send(who), who.signInName).toBe('42501');
  const one = (item: object) => send(leena, { items: [{ kind: 'entry', until: null, ...item }] });
  expect(await one({ sourceId: situation, fields: [{ name: 'narrative', rev: 2 }] })).toBe('42501');
  expect(await one({ sourceId: situation, fields: [] })).toBe('42501');
  expect(await one({ sourceId: dissent, fields: [{ name: 'narrative', rev: 1 }] })).toBe('42501');
  expect(await send(leena, { days: 91 })).toBe('42501');
  expect(await send(leena, { agencies: [hospital, home] })).toBe('42501');
  expect(await send(leena, { to: await sent(leena, centre) })).toBe('42501');
  const bundleId = (await send(leena)) ?? '';
  const rowsFor = (who: Person) =>
    world
      .write(who.id, 'select 1 from bundle_items where bundle_id = $1', [bundleId])
      .then((rows) => rows.length);
  expect(await rowsFor(heli)).toBe(1);
  for (const who of [leena, petri, ritva, aija]) expect(await rowsFor(who), who.signInName).toBe(0);
  await world.superuser(
    `update bundles set sent_at = sent_at - interval '8 days', until = now() where id = $1`,
    [bundleId],
  );
  expect(await rowsFor(heli)).toBe(0);
  const taken = (who: Person) =>
    world
      .write(who.id, 'select access.withdraw_bundle($1) as done', [bundleId])
      .then((rows) => rows[0]?.['done']);
  for (const who of [heli, petri, leena]) expect(await taken(who)).toBe(false);
});
