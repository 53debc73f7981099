// Typing and keeping: the real app on a real database, as the people around Aino.
import { expect, test } from 'vitest';
import { openAssessment } from '../../shared/assessments.ts';
import {
  discardForm,
  getForm,
  listNotes,
  resolveAlternative,
  saveField,
  shareEntry,
  startEntry,
} from '../../shared/entries.ts';
import type { CaseEventOf } from '../../shared/live.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { ground, invite } from '../testing/case-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';
import { applyPatch } from './text-patch.ts';

const world = await testWorld();
const aino = await caseOfAino(world);
const { leena, petri, mikko, sari, caseId } = aino;
const { id: assessmentId } = await leena.do(openAssessment, {
  params: { caseId },
  body: { trigger: 'contact', beganOn: '2026-11-03', decidedOn: null },
});

const laptop = 'laptop0001';
const phone = 'phone00001';
const nothing = { caseId: null, assessmentId: null, parentId: null, about: null, pairId: null };
const eventsOf = async <K extends string>(kind: K) => {
  const { rows } = await world.pools.gateway.query(
    'select payload, acl_key from events where stream_id = $1 and kind = $2 order by seq',
    [caseId, kind],
  );
  return rows as { payload: unknown; acl_key: number }[];
};
const type = (who: Person, entryId: string, field: string, base: number, text: string, device = laptop) =>
  who.do(saveField, { params: { entryId, field }, body: { base, text, device } });
const startDissent = (who: Person, pairId: string | null = null) =>
  who.do(startEntry, { body: { ...nothing, kind: 'dissent', caseId, assessmentId, pairId } });

test('what is typed is kept, and a reload finds every character', async () => {
  const { id } = await startDissent(mikko);
  await type(mikko, id, 'narrative', 0, 'Aino viiht');
  const saved = await type(mikko, id, 'narrative', 1, 'Aino viihtyy 😀');
  expect(saved).toMatchObject({ kept: 'here', rev: 2 });
  const { entries } = await aino.seenBy(mikko);
  expect(entries.find((e) => e.id === id)?.fields.narrative?.text).toBe('Aino viihtyy 😀');
});

test('a draft is nobody else’s: not the own agency’s, not the responsible worker’s', async () => {
  const { id } = await startDissent(petri);
  await type(petri, id, 'narrative', 0, 'Olen eri mieltä.');
  for (const other of [leena, mikko, sari, aino.minna]) {
    expect((await aino.seenBy(other)).entries.some((e) => e.id === id)).toBe(false);
    const attempt = await other.try(saveField, {
      params: { entryId: id, field: 'narrative' },
      body: { base: 1, text: 'x', device: laptop },
    });
    expect(attempt.status).toBe(404);
    // The database alone says the same.
    expect(await world.write(other.id, 'select id from entries where id = $1', [id])).toEqual([]);
  }
});

test('the same retried save is kept once and answers the same', async () => {
  const { id } = await startDissent(leena);
  const save = {
    params: { entryId: id, field: 'narrative' },
    body: { base: 0, text: 'Kerran', device: laptop },
  };
  const key = crypto.randomUUID();
  const first = await leena.do(saveField, { ...save, key });
  const again = await leena.do(saveField, { ...save, key });
  expect(again).toEqual(first);
  expect((await type(leena, id, 'narrative', 1, 'Kerran')).rev).toBe(1);
});

test('two devices on one field: both texts survive, side by side, until the author has chosen', async () => {
  const { id } = await startDissent(sari);
  await type(sari, id, 'narrative', 0, 'Yhteinen alku');
  await type(sari, id, 'narrative', 1, 'Yhteinen alku, kannettavalta');
  const beside = await type(sari, id, 'narrative', 1, 'Yhteinen alku, puhelimelta', phone);
  expect(beside).toMatchObject({ kept: 'beside', rev: 2 });
  const further = await type(sari, id, 'narrative', 1, 'Yhteinen alku, puhelimelta lisää', phone);
  expect(further.alternativeId).toBe(beside.alternativeId);
  const seen = await aino.seenBy(sari);
  expect(seen.entries.find((e) => e.id === id)?.fields.narrative?.text).toBe('Yhteinen alku, kannettavalta');
  expect(seen.alternatives.map((a) => a.text)).toEqual(['Yhteinen alku, puhelimelta lisää']);

  const alternativeId = beside.alternativeId ?? '';
  const choice = { base: 2, text: 'Yhteinen alku, puhelimelta lisää' };
  const stale = await sari.try(resolveAlternative, {
    params: { entryId: id, alternativeId },
    body: { ...choice, base: 1 },
  });
  expect(stale.error?.error).toBe('version-conflict');
  const { rev } = await sari.do(resolveAlternative, { params: { entryId: id, alternativeId }, body: choice });
  expect(rev).toBe(3);
  const after = await aino.seenBy(sari);
  expect(after.alternatives).toEqual([]);
  expect(after.entries.find((e) => e.id === id)?.fields.narrative?.text).toBe(choice.text);
  const { rows } = await world.pools.app.query('select 1 from entry_history');
  expect(rows).toEqual([]);
  const history = await world.superuser('select body, why from entry_history where entry_id = $1', [id]);
  expect(history.rows).toEqual([{ body: 'Yhteinen alku, kannettavalta', why: 'not-chosen' }]);
});

test('a shared text grows at its readers by the piece that was typed', async () => {
  const { id } = await startDissent(mikko, null);
  const entry = (await aino.seenBy(mikko)).entries.find((e) => e.id === id);
  const base = entry?.fields.narrative?.rev ?? 0;
  const before = entry?.fields.narrative?.text ?? '';
  const audience = {
    dataClass: 'education' as const,
    scope: 'everyone' as const,
    agencyIds: [],
    familyScope: 'none' as const,
    familyIds: [],
  };
  await mikko.do(shareEntry, { params: { entryId: id }, body: { version: entry?.version ?? 1, audience } });
  const states = ['Luki', 'Luki ääneen', 'Luki ääneen 😀 hyvin', 'Luki hyvin'];
  for (const [i, text] of states.entries()) await type(mikko, id, 'narrative', base + i, text);
  const all = await eventsOf('entry.text-changed');
  const pieces = all
    .map((e) => e.payload as CaseEventOf<'entry.text-changed'>)
    .filter((e) => e.entryId === id && e.rev > base);
  expect(pieces.reduce((text, piece) => applyPatch(text, piece), before)).toBe('Luki hyvin');
  const leenaSees = (await aino.seenBy(leena)).entries.find((e) => e.id === id);
  expect(leenaSees?.fields.narrative?.text).toBe('Luki hyvin');
});

test('a pair of one agency writes one text; people of two agencies are no pair', async () => {
  const { id } = await startDissent(leena, null);
  expect(id).toBeTruthy();
  const strange = await leena.try(startEntry, {
    body: { ...nothing, kind: 'dissent', caseId, assessmentId, pairId: mikko.id },
  });
  expect(strange.status).toBe(404);
  const note = await leena.do(startEntry, {
    body: { ...nothing, kind: 'synthesis', caseId, assessmentId, pairId: petri.id },
  });
  await type(leena, note.id, 'synthesis', 0, 'Leena aloitti');
  await type(petri, note.id, 'synthesis', 1, 'Leena aloitti, Petri jatkoi', phone);
  expect((await aino.seenBy(leena)).entries.find((e) => e.id === note.id)?.fields.synthesis?.text).toBe(
    'Leena aloitti, Petri jatkoi',
  );
});

test('a form is found again by its name, on every device, and thrown away once', async () => {
  const form = { ...nothing, kind: 'form' as const, about: 'open-case' };
  const tabs = await Promise.all([
    leena.do(startEntry, { body: form }),
    leena.do(startEntry, { body: form }),
  ]);
  expect(tabs[0]?.id).toBe(tabs[1]?.id);
  const entryId = tabs[0]?.id ?? '';
  await type(leena, entryId, 'childName', 0, 'Aino');
  const found = await leena.do(getForm, { params: { name: 'open-case' } });
  expect(found.entry?.fields.childName?.text).toBe('Aino');
  expect((await petri.do(getForm, { params: { name: 'open-case' } })).entry).toBeNull();
  expect((await petri.try(discardForm, { params: { entryId } })).status).toBe(404);
  const key = crypto.randomUUID();
  await leena.do(discardForm, { params: { entryId }, key });
  await leena.do(discardForm, { params: { entryId }, key });
  expect((await leena.do(getForm, { params: { name: 'open-case' } })).entry).toBeNull();
});

test('what somebody types after their right has ended becomes a private note of theirs', async () => {
  const outi = await world.professional('Outi Salo', aino.school, 'school-social-worker');
  await invite(leena, caseId, outi, { fromThem: ground(['coordination', 'education']) });
  const shared = await startDissent(outi);
  await type(outi, shared.id, 'narrative', 0, 'Jaettu ajatus');
  const audience = {
    dataClass: 'education' as const,
    scope: 'everyone' as const,
    agencyIds: [],
    familyScope: 'none' as const,
    familyIds: [],
  };
  await outi.do(shareEntry, { params: { entryId: shared.id }, body: { version: 1, audience } });
  await aino.end(outi);
  const kept = await type(outi, shared.id, 'narrative', 1, 'Jaettu ajatus jatkui');
  expect(kept.kept).toBe('note');
  await type(outi, shared.id, 'narrative', 1, 'Toisella koneella', phone);
  const { notes, alternatives } = await outi.do(listNotes);
  expect(notes.map((n) => n.fields.narrative?.text)).toEqual(['Jaettu ajatus jatkui']);
  expect(alternatives.map((a) => a.text)).toEqual(['Toisella koneella']);
  // The case itself keeps what was shared, and nothing of what came after.
  expect((await aino.seenBy(leena)).entries.find((e) => e.id === shared.id)?.fields.narrative?.text).toBe(
    'Jaettu ajatus',
  );
  expect((await leena.do(listNotes)).notes).toEqual([]);
});

test('a draft under the hands becomes a private note too, and the page is told so', async () => {
  const kalle = await world.professional('Kalle Lind', aino.school, 'school-psychologist');
  await invite(leena, caseId, kalle);
  const draft = await startDissent(kalle);
  await type(kalle, draft.id, 'narrative', 0, 'Keskeneräinen');
  await aino.end(kalle);
  expect(await type(kalle, draft.id, 'narrative', 1, 'Keskeneräinen lause')).toMatchObject({
    kept: 'note',
    noteId: draft.id,
  });
  expect((await kalle.do(listNotes)).notes.map((n) => n.fields.narrative?.text)).toEqual([
    'Keskeneräinen lause',
  ]);
});

test('wrong input is named, and nothing is lost by it', async () => {
  const { id } = await startDissent(leena);
  const attempt = (field: string, text: string, base = 0) =>
    leena.try(saveField, { params: { entryId: id, field }, body: { base, text, device: laptop } });
  expect((await attempt('verbatim', 'x')).error).toMatchObject({ error: 'invalid-input' });
  expect((await attempt('narrative', 'x'.repeat(40_001))).status).toBe(400);
  expect((await attempt('narrative', 'x', -1)).status).toBe(400);
  expect((await attempt('../narrative', 'x')).status).toBe(400);
  expect(
    (
      await leena.try(saveField, {
        params: { entryId: crypto.randomUUID(), field: 'narrative' },
        body: { base: 0, text: 'x', device: laptop },
      })
    ).status,
  ).toBe(404);
  // What no database holds is left out, and the rest is kept.
  const entry = (await aino.seenBy(leena)).entries.find((e) => e.id === id);
  const kept = await attempt(
    'narrative',
    'Nolla\u0000 ja puolikas \ud83d merkki',
    entry?.fields.narrative?.rev ?? 0,
  );
  expect(kept.status).toBe(200);
  const huge = await world.app.inject({
    method: 'PUT',
    url: `/api/entries/${id}/fields/narrative`,
    headers: {
      origin: 'http://localhost:3000',
      cookie: leena.cookie,
      'x-rinki-token': leena.session.csrfToken,
      'idempotency-key': crypto.randomUUID(),
    },
    payload: { base: 0, text: 'x'.repeat(300_000), device: laptop },
  });
  expect(huge.statusCode).toBe(413);
});

test('many saves at once by many writers: each is kept, in order, and none is refused', async () => {
  const writers = await Promise.all(
    [leena, petri, mikko, sari].map(async (who) => ({ who, id: (await startDissent(who)).id })),
  );
  const bases = new Map<string, number>();
  for (const { who, id } of writers) {
    const entry = (await aino.seenBy(who)).entries.find((e) => e.id === id);
    bases.set(id, entry?.fields.narrative?.rev ?? 0);
  }
  await Promise.all(
    writers.map(async ({ who, id }) => {
      const base = bases.get(id) ?? 0;
      for (let n = 0; n < 12; n += 1) await type(who, id, 'narrative', base + n, `Kierros ${n} ${who.id}`);
    }),
  );
  for (const { who, id } of writers) {
    const entry = (await aino.seenBy(who)).entries.find((e) => e.id === id);
    expect(entry?.fields.narrative).toMatchObject({
      text: `Kierros 11 ${who.id}`,
      rev: (bases.get(id) ?? 0) + 12,
    });
  }
});
