// Sharing and taking back: who reads what, by which ground, over the real interface with both rings in force.
import { expect, test } from 'vitest';
import {
  getDefaultAudience,
  previewAudience,
  resolveAlternative,
  saveField,
  shareEntry,
  startEntry,
  takeBackEntry,
} from '../../shared/entries.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const aino = await caseOfAino(world);
const { caseId, home, school, psychiatry, leena, petri, mikko, sari, minna, seenBy } = aino;
const child = aino.aino;
const room = await assessmentOfAino(aino);
const { assessmentId, entryOf, start, write, share, tryShare, contribution, sees } = room;

/** What the stream holds of the text under keys that this person holds. */
const eventsFor = async (who: Person, entryId: string) => {
  const { rows } = await world.superuser(
    `select kind from events where stream_id = $1 and (payload ->> 'entryId' = $2 or payload -> 'entry' ->> 'id' = $2)
     and kind <> 'entry.text-changed' and acl_key in (select acl_key from acl_members where person_id = $3) order by seq`,
    [caseId, entryId, who.id],
  );
  return rows.map((r) => r.kind);
};

test('a contribution is shared by the lawful default with the agencies that have a ground, and only with them', async () => {
  const { entryId } = await contribution(mikko, 'school-and-learning', 'Aino tulee mielellään kouluun.');
  for (const who of [leena, petri, sari, minna, child]) expect(await sees(who, entryId)).toBe(false);
  await share(mikko, entryId);
  expect(await sees(leena, entryId)).toBe(true);
  expect(await sees(petri, entryId)).toBe(true);
  for (const who of [sari, minna, child]) expect(await sees(who, entryId)).toBe(false);
});

test('before sharing, the author sees who would read it: of those the author may know of', async () => {
  const { entryId } = await contribution(mikko, 'friends', 'Kaksi hyvää kaveria.');
  const audience = await mikko.do(getDefaultAudience, { params: { entryId } });
  expect(audience).toMatchObject({ dataClass: 'education', scope: 'everyone', familyScope: 'none' });
  const preview = await mikko.do(previewAudience, { params: { entryId }, body: audience });
  expect(preview.people.map((p) => p.name).sort()).toEqual(['Leena Kallio', 'Petri Aalto']);
  expect(preview.agencies).toBe(1);
  // Psychiatry takes part too; the teacher may not know of it, so not even its missing ground is told.
  expect(preview.missing).toEqual([]);
  const nurses = await contribution(sari, 'mental-health', 'Uni on huonoa.');
  const health = await sari.do(getDefaultAudience, { params: { entryId: nurses.entryId } });
  const told = await sari.do(previewAudience, { params: { entryId: nurses.entryId }, body: health });
  expect(told.people.map((p) => p.name).sort()).toEqual(['Leena Kallio', 'Petri Aalto']);
});

test('a teacher cannot read health text without a ground, and can as soon as there is one', async () => {
  const { entryId } = await contribution(sari, 'health', 'Lääkitys aloitettu.');
  await share(sari, entryId);
  expect(await sees(mikko, entryId)).toBe(false);
  await aino.allow(psychiatry, school, ['health']);
  // The nurse may not know of the teacher yet: nobody reads a text whose author may not know of them.
  expect(await sees(mikko, entryId)).toBe(false);
  await aino.allow(school, psychiatry, ['coordination']);
  expect(await sees(mikko, entryId)).toBe(true);
  const { rows } = await world.superuser(
    'select to_agency_id, ground_id is not null as grounded from disclosure_log where object_id = $1',
    [entryId],
  );
  expect(rows).toContainEqual({ to_agency_id: school, grounded: true });
  expect(rows).toContainEqual({ to_agency_id: home, grounded: true });
});

test('a nurse whom the teacher may not know of never reads the teacher’s text, ground or no ground', async () => {
  const { entryId } = await contribution(mikko, 'free-time', 'Harrastaa uintia.');
  await share(mikko, entryId);
  await aino.allow(school, psychiatry, ['education']);
  expect(await sees(sari, entryId)).toBe(false);
});

test('taking back makes it a private draft again: readers lose it, the author keeps every word', async () => {
  const { entryId, contributionId } = await contribution(mikko, 'digital-life', 'Pelaa iltaisin.');
  await share(mikko, entryId);
  const headerOf = async () => (await seenBy(leena)).contributions.find((k) => k.id === contributionId);
  expect((await headerOf())?.status).toBe('shared');
  const { version } = await entryOf(mikko, entryId);
  const stale = await mikko.try(takeBackEntry, { params: { entryId }, body: { version: version - 1 } });
  expect(stale.error?.error).toBe('version-conflict');
  const byReader = await leena.try(takeBackEntry, { params: { entryId }, body: { version } });
  expect(byReader.error?.error).toBe('not-an-author');
  const key = crypto.randomUUID();
  await mikko.do(takeBackEntry, { params: { entryId }, body: { version }, key });
  await mikko.do(takeBackEntry, { params: { entryId }, body: { version }, key });
  expect(await sees(leena, entryId)).toBe(false);
  expect((await headerOf())?.status).toBe('asked');
  expect((await entryOf(mikko, entryId)).fields.narrative?.text).toBe('Pelaa iltaisin.');
  // That it was shared waits for nobody any more.
  expect(await eventsFor(leena, entryId)).toEqual(['entry.removed']);
  const { rows } = await world.superuser('select body, why from entry_history where entry_id = $1', [
    entryId,
  ]);
  expect(rows).toEqual([{ body: 'Pelaa iltaisin.', why: 'taken-back' }]);
});

test('another audience: those who lose it are told first', async () => {
  const { entryId } = await contribution(mikko, 'parenting', 'Koti tukee.');
  await share(mikko, entryId);
  await share(mikko, entryId, { familyScope: 'chosen', familyIds: [minna.id] });
  expect(await sees(minna, entryId)).toBe(true);
  expect(await sees(child, entryId)).toBe(false);
  await share(mikko, entryId, { scope: 'agency' });
  expect(await sees(leena, entryId)).toBe(false);
  expect(await sees(minna, entryId)).toBe(false);
  // What was shared before waits for nobody any more.
  expect(await eventsFor(leena, entryId)).toEqual(['entry.removed', 'entry.removed']);
  expect(await eventsFor(minna, entryId)).toEqual(['entry.removed']);
});

test('the child’s words go first to the recorder’s agency, further only as the child allows, to a guardian never without a safety check', async () => {
  const view = await start(petri, 'child-view');
  expect((await tryShare(petri, view)).error?.error).toBe('nothing-written');
  await write(petri, view, {
    verbatim: 'Haluan että riidat loppuu.',
    how: 'Kahden kesken',
    heardOn: '2026-11-10',
  });
  await share(petri, view);
  expect(await sees(leena, view)).toBe(true);
  expect((await tryShare(petri, view, { scope: 'everyone' })).error?.error).toBe('child-has-not-allowed');
  await write(petri, view, { mayRead: 'professionals' });
  await share(petri, view, { scope: 'everyone' });
  const toMother = { familyScope: 'chosen' as const, familyIds: [minna.id] };
  expect((await tryShare(petri, view, toMother)).error?.error).toBe('child-has-not-allowed');
  await write(petri, view, { mayRead: 'both' });
  expect((await tryShare(petri, view, toMother)).error?.error).toBe('safety-check-missing');
  await write(petri, view, { safetyCheck: 'Ei vaaraa Ainolle.', asked: 'Äiti saa lukea, isä ei.' });
  await share(petri, view, toMother);
  expect(await sees(minna, view)).toBe(true);
  // What the team checked and asked stays the team's own, in the snapshot and as it is typed.
  await write(petri, view, { safetyCheck: 'Ei vaaraa Ainolle, tarkistettu kahdesti.' });
  expect(Object.keys((await entryOf(minna, view)).fields).sort()).toEqual([
    'heardOn',
    'how',
    'mayRead',
    'verbatim',
  ]);
  expect((await entryOf(leena, view)).fields.safetyCheck?.text).toBe(
    'Ei vaaraa Ainolle, tarkistettu kahdesti.',
  );
  const { rows } = await world.superuser(
    `select m.person_id from events e join acl_members m on m.acl_key = e.acl_key
     where e.payload -> 'entry' -> 'fields' -> 'safetyCheck' ->> 'text' like '%kahdesti%' order by seq desc`,
  );
  expect(rows.map((r) => r.person_id).sort()).toEqual([leena.id, petri.id].sort());
  expect(await sees(child, view)).toBe(false);
});

test('the child changes the answer: the view leaves the guardian’s page at once', async () => {
  const view = (await seenBy(petri)).entries.find((e) => e.kind === 'child-view')?.id ?? '';
  await write(petri, view, { mayRead: 'nobody' });
  expect(await sees(minna, view)).toBe(false);
  expect(await sees(leena, view)).toBe(true);
  expect((await entryOf(petri, view)).audience).toMatchObject({ scope: 'agency', familyScope: 'none' });
});

test('an answer of the child written on another device counts as soon as it is chosen', async () => {
  const view = (await seenBy(petri)).entries.find((e) => e.kind === 'child-view')?.id ?? '';
  await write(petri, view, { mayRead: 'both' });
  await share(petri, view, { familyScope: 'chosen', familyIds: [minna.id] });
  expect(await sees(minna, view)).toBe(true);
  const beside = await petri.do(saveField, {
    params: { entryId: view, field: 'mayRead' },
    body: { base: 0, text: 'nobody', device: 'petrisphone' },
  });
  expect(beside.kept).toBe('beside');
  expect(await sees(minna, view)).toBe(true);
  await petri.do(resolveAlternative, {
    params: { entryId: view, alternativeId: beside.alternativeId ?? '' },
    body: { base: beside.rev, text: 'nobody' },
  });
  expect(await sees(minna, view)).toBe(false);
});

test('two of the team hear the child, each unseen by the other: both views can be shared, and are read side by side', async () => {
  const petris = (await seenBy(petri)).entries.find((e) => e.kind === 'child-view')?.id ?? '';
  const leenas = await start(leena, 'child-view');
  expect(leenas).not.toBe(petris);
  expect(await start(leena, 'child-view')).toBe(leenas);
  await write(leena, leenas, { verbatim: 'Koulussa on hyvä olla.', heardOn: '2026-11-18' });
  expect(await sees(petri, leenas)).toBe(false);
  await share(leena, leenas);
  for (const who of [petri, leena]) {
    const views = (await seenBy(who)).entries.filter((e) => e.kind === 'child-view');
    expect(views.map((e) => [e.id, e.fields.verbatim?.text])).toEqual([
      [petris, 'Haluan että riidat loppuu.'],
      [leenas, 'Koulussa on hyvä olla.'],
    ]);
  }
  // Whoever shared first can begin again nothing but their own.
  expect(await start(petri, 'child-view')).toBe(petris);
});

test('a guardian writes an own view and comments on what was released; nobody else can edit either', async () => {
  const own = await start(minna, 'parent-view');
  await write(minna, own, { narrative: 'Olen huolissani, mutta yritän.' });
  expect(await sees(leena, own)).toBe(false);
  await share(minna, own);
  expect(await sees(leena, own)).toBe(true);
  expect(await sees(child, own)).toBe(false);
  expect((await entryOf(leena, own)).can).toEqual(['comment']);

  const { entryId } = await contribution(mikko, 'culture-and-language', 'Puhuu kotona suomea.');
  await share(mikko, entryId, { familyScope: 'all' });
  const comment = await start(minna, 'comment', { parentId: entryId });
  await write(minna, comment, { narrative: 'Myös ruotsia.' });
  const lawful = await minna.do(getDefaultAudience, { params: { entryId: comment } });
  expect(lawful).toMatchObject({ dataClass: 'social', scope: 'everyone', familyScope: 'none' });
  await share(minna, comment);
  expect(await sees(mikko, comment)).toBe(true);
  expect(await sees(leena, comment)).toBe(true);
  expect(await sees(child, comment)).toBe(false);
});

test('a comment on another agency’s text speaks in the commenter’s own register, and its author reads it', async () => {
  const { entryId } = await contribution(leena, 'housing', 'Koti on rauhallinen.');
  await share(leena, entryId);
  const comment = await start(mikko, 'comment', { parentId: entryId });
  await write(mikko, comment, { narrative: 'Läksyille on oma pöytä.' });
  const lawful = await mikko.do(getDefaultAudience, { params: { entryId: comment } });
  expect(lawful).toMatchObject({ dataClass: 'education', scope: 'everyone' });
  await share(mikko, comment);
  expect(await sees(leena, comment)).toBe(true);
  expect(await sees(sari, comment)).toBe(false);
});

test('each kind is begun only by those whose it is', async () => {
  const attempt = async (
    who: typeof leena,
    kind: 'situation' | 'synthesis' | 'child-view' | 'parent-view' | 'dissent' | 'contribution',
  ) =>
    (
      await who.try(startEntry, {
        body: { kind, caseId, assessmentId, parentId: null, about: 'x', pairId: null },
      })
    ).status;
  expect(await attempt(petri, 'situation')).toBe(403);
  expect(await attempt(mikko, 'synthesis')).toBe(403);
  expect(await attempt(mikko, 'child-view')).toBe(403);
  expect(await attempt(child, 'parent-view')).toBe(403);
  expect(await attempt(minna, 'dissent')).toBe(403);
  expect(await attempt(leena, 'contribution')).toBe(403);
  const stranger = await world.professional('Outi Salo', home, 'social-worker');
  expect(await attempt(stranger, 'dissent')).toBe(404);
});

test('a comment on a draft, on a comment, or on what one cannot see is refused, the unseen like what is not there', async () => {
  const { entryId } = await contribution(sari, 'substances', 'Ei päihteitä.');
  const comment = (parentId: string) =>
    mikko.try(startEntry, {
      body: { kind: 'comment', caseId, assessmentId: null, parentId, about: null, pairId: null },
    });
  const unseen = await comment(entryId);
  const nothing = await comment(crypto.randomUUID());
  expect([unseen.status, nothing.status]).toEqual([404, 404]);
  expect(unseen.error?.error).toBe(nothing.error?.error);
});

test('an audience names only what its author may know of', async () => {
  const { entryId } = await contribution(mikko, 'housing', 'Asuu lähellä.');
  await aino.end(sari);
  const unknown = await tryShare(mikko, entryId, { scope: 'agencies', agencyIds: [psychiatry] });
  const nothing = await tryShare(mikko, entryId, { scope: 'agencies', agencyIds: [crypto.randomUUID()] });
  expect(unknown.error?.error).toBe('invalid-input');
  expect({ ...unknown.error, requestId: '' }).toEqual({ ...nothing.error, requestId: '' });
  expect((await tryShare(mikko, entryId, { dataClass: 'coordination' })).status).toBe(400);
  expect((await tryShare(mikko, entryId, { scope: 'private' })).status).toBe(400);
  const { version } = await entryOf(mikko, entryId);
  const audience = await mikko.do(getDefaultAudience, { params: { entryId } });
  expect((await leena.try(shareEntry, { params: { entryId }, body: { version, audience } })).status).toBe(
    404,
  );
  expect(
    (await mikko.try(shareEntry, { params: { entryId }, body: { version: version + 1, audience } })).status,
  ).toBe(409);
});
