// Signing, countersigning, correcting and reading versions, over the real interface with both rings in force.
import { beforeAll, expect, test } from 'vitest';
import {
  correctAssessment,
  countersignAssessment,
  getVersion,
  signAssessment,
} from '../../shared/assessments.ts';
import { saveField, startEntry, takeBackEntry } from '../../shared/entries.ts';
import { type Canonical, hashOf } from '../platform/canonical-json.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const aino = await caseOfAino(world);
const { caseId, school, psychiatry, leena, petri, mikko, sari, minna, seenBy } = aino;
const room = await assessmentOfAino(aino);
const { assessmentId, entryOf, start, write, share, contribution } = room;
const inAssessment = { caseId, assessmentId };
const sign = (who: Person, version: number) =>
  who.try(signAssessment, { params: inAssessment, body: { version } });
const readAs = (who: Person, versionId: string) => who.do(getVersion, { params: { caseId, versionId } });
const narrativesOf = async (who: Person, versionId: string) =>
  (await readAs(who, versionId)).parts.flatMap((p) => {
    const fields = p.content?.fields as Record<string, string> | undefined;
    return Object.values(fields ?? {});
  });

const texts = { school: '', health: '', child: '', synthesis: '' };
beforeAll(async () => {
  texts.school = (await contribution(mikko, 'school-and-learning', 'Poissaoloja 40 tuntia.')).entryId;
  await share(mikko, texts.school);
  texts.health = (await contribution(sari, 'mental-health', 'Masennusoireita.')).entryId;
  await share(sari, texts.health);
});

test('signing waits for the child’s view, and then for the synthesis', async () => {
  expect((await sign(leena, 1)).error?.error).toBe('child-view-missing');
  texts.child = await start(petri, 'child-view');
  await write(petri, texts.child, {
    verbatim: 'Haluan nukkua.',
    asked: 'Äiti ei saa lukea.',
    safetyCheck: 'Tarkistettu.',
  });
  // A draft is not recorded yet.
  expect((await sign(leena, 1)).error?.error).toBe('child-view-missing');
  await share(petri, texts.child);
  expect((await sign(leena, 1)).error?.error).toBe('synthesis-missing');
  texts.synthesis = await start(leena, 'synthesis');
  await write(leena, texts.synthesis, { synthesis: 'Uni ja koulu ensin.', proposals: 'Tukihenkilö.' });
  expect((await sign(leena, 1)).error?.error).toBe('synthesis-missing');
  await share(leena, texts.synthesis);
  // What was refused has frozen nothing.
  expect((await entryOf(mikko, texts.school)).state).toBe('shared');
});

test('only the responsible worker signs, and only the version that was looked at', async () => {
  expect((await sign(petri, 1)).status).toBe(403);
  expect((await sign(mikko, 1)).status).toBe(403);
  expect((await sign(minna, 1)).status).toBe(403);
  expect((await sign(leena, 2)).error?.error).toBe('version-conflict');
  const stranger = await world.professional('Outi Salo', school, 'special-teacher');
  expect((await sign(stranger, 1)).status).toBe(404);
});

test('the signed version is immutable, for its authors and straight in the database too', async () => {
  const key = crypto.randomUUID();
  const first = await leena.do(signAssessment, { params: inAssessment, body: { version: 1 }, key });
  expect(await leena.do(signAssessment, { params: inAssessment, body: { version: 1 }, key })).toEqual(first);
  expect((await sign(leena, 1)).error?.error).toBe('assessment-signed');

  const frozen = await entryOf(mikko, texts.school);
  expect([frozen.state, frozen.can]).toEqual(['frozen', []]);
  const save = await mikko.try(saveField, {
    params: { entryId: texts.school, field: 'narrative' },
    body: { base: 1, text: 'Muutettu', device: 'laptop0001' },
  });
  expect(save.error?.error).toBe('assessment-signed');
  const back = await mikko.try(takeBackEntry, {
    params: { entryId: texts.school },
    body: { version: frozen.version },
  });
  expect(back.error?.error).toBe('assessment-signed');
  const late = await mikko.try(startEntry, {
    body: { kind: 'dissent', caseId, assessmentId, parentId: null, about: null, pairId: null },
  });
  expect(late.error?.error).toBe('assessment-signed');

  for (const who of [leena, mikko]) {
    const changed = await world.write(who.id, `update entries set about = 'x' where id = $1 returning id`, [
      texts.school,
    ]);
    expect(changed).toEqual([]);
    const removed = await world.write(who.id, 'delete from entries where id = $1 returning id', [
      texts.school,
    ]);
    expect(removed).toEqual([]);
    for (const table of ['assessment_versions', 'version_parts', 'signatures']) {
      await expect(world.write(who.id, `update ${table} set hash = 'x'`)).rejects.toThrow(
        /permission denied/,
      );
      await expect(world.write(who.id, `delete from ${table}`)).rejects.toThrow(/permission denied/);
    }
  }
  const added = world.write(
    leena.id,
    `insert into version_parts (version_id, case_id, acl_key, position, kind, content, hash)
     select id, case_id, acl_key, 99, 'situation', '{}', 'x' from assessment_versions`,
  );
  await expect(added).rejects.toThrow(/row-level security/);
});

const versionOf = async (version: number) =>
  (await seenBy(leena)).versions.find((v) => v.version === version);

test('the hash is over what stands there, part by part', async () => {
  const { rows } = await world.superuser('select hash, head from assessment_versions');
  const parts = await world.superuser(
    'select kind, area, content, hash from version_parts order by position',
  );
  const hashes = parts.rows.map((p) => {
    const hash = hashOf({ kind: p.kind, area: p.area, content: p.content } as Canonical);
    expect(p.hash).toBe(hash);
    return hash;
  });
  expect(rows[0]?.hash).toBe(hashOf({ head: rows[0]?.head, parts: hashes } as Canonical));
});

test('each reads as far as they may; what is withheld is marked only where the contributor may be known', async () => {
  const versionId = (await versionOf(1))?.id ?? '';
  expect(await narrativesOf(leena, versionId)).toEqual(
    expect.arrayContaining([
      'Poissaoloja 40 tuntia.',
      'Masennusoireita.',
      'Haluan nukkua.',
      'Tarkistettu.',
      'Uni ja koulu ensin.',
    ]),
  );
  // The teacher may not know of the nurse: no text, no mark, no count.
  const teachers = await readAs(mikko, versionId);
  expect(teachers.withheld).toBe(0);
  expect(JSON.stringify(teachers)).not.toMatch(/Masennus|mental-health|Sari|nukkua/);
  // The mother knows of both, and reads neither: two marks, without a word of the texts.
  const mothers = await readAs(minna, versionId);
  expect(mothers.withheld).toBe(2);
  expect(mothers.parts.map((p) => [p.area, p.content])).toEqual([
    ['mental-health', null],
    ['school-and-learning', null],
  ]);
  expect(JSON.stringify(mothers)).not.toMatch(/Masennus|Poissaoloja|nukkua|Tarkistettu/);
  const { rows } = await world.superuser(
    `select person_id from access_log where kind = 'assessment-version' and object_id = $1`,
    [versionId],
  );
  expect(rows.map((r) => r.person_id).sort()).toEqual([leena.id, mikko.id, minna.id].sort());
});

test('the hashes tell no reader that there is a part they do not see: each is over something that nobody is shown', async () => {
  const { rows } = await world.superuser(
    `select head ->> 'seal' as seal from assessment_versions union all select content ->> 'seal' from version_parts`,
  );
  const seals = rows.map((row) => String(row['seal']));
  expect(seals.every((seal) => /^[0-9a-f]{64}$/.test(seal))).toBe(true);
  expect(new Set(seals).size).toBe(seals.length);
  const { versions } = await seenBy(mikko);
  const shown = JSON.stringify(await Promise.all(versions.map(({ id }) => readAs(mikko, id))));
  for (const seal of seals) expect(shown).not.toContain(seal);
  expect(shown).toContain(String(versions[0]?.hash));
});

test('a contributor signs the very text that was read; others do not sign at all', async () => {
  const version = await versionOf(1);
  const params = { caseId, versionId: version?.id ?? '' };
  const hash = version?.hash ?? '';
  expect(
    (await mikko.try(countersignAssessment, { params, body: { hash: 'a'.repeat(64) } })).error?.error,
  ).toBe('version-conflict');
  const key = crypto.randomUUID();
  const signed = await mikko.do(countersignAssessment, { params, body: { hash }, key });
  expect(await mikko.do(countersignAssessment, { params, body: { hash }, key })).toEqual(signed);
  expect((await mikko.try(countersignAssessment, { params, body: { hash } })).error?.error).toBe(
    'already-done',
  );
  expect((await minna.try(countersignAssessment, { params, body: { hash } })).status).toBe(403);
  await sari.do(countersignAssessment, { params, body: { hash } });
  const colleague = await world.professional('Kaisa Wik', aino.home, 'social-counsellor');
  expect((await colleague.try(countersignAssessment, { params, body: { hash } })).status).toBe(404);
  // That the nurse signed tells that she takes part: the teacher does not see it.
  expect((await readAs(leena, params.versionId)).signatures.map((s) => s.name).sort()).toEqual([
    'Leena Kallio',
    'Mikko Rantanen',
    'Sari Nieminen',
  ]);
  expect((await readAs(mikko, params.versionId)).signatures.map((s) => s.name).sort()).toEqual([
    'Leena Kallio',
    'Mikko Rantanen',
  ]);
});

test('a correction is a new version with a reason; the old one stays as it was', async () => {
  const correct = (who: Person, reason: string) =>
    who.try(correctAssessment, { params: inAssessment, body: { reason } });
  expect((await correct(leena, '   ')).status).toBe(400);
  expect((await correct(mikko, 'Tunnit väärin')).status).toBe(403);
  const key = crypto.randomUUID();
  const begin = { params: inAssessment, body: { reason: 'Poissaolotunnit olivat väärin.' }, key };
  expect(await leena.do(correctAssessment, begin)).toEqual({ id: assessmentId, version: 2 });
  expect(await leena.do(correctAssessment, begin)).toEqual({ id: assessmentId, version: 2 });
  expect((await correct(leena, 'Toinen')).error?.error).toBe('already-done');
  await write(mikko, texts.school, { narrative: 'Poissaoloja 14 tuntia.' });
  expect((await sign(leena, 1)).error?.error).toBe('version-conflict');
  await leena.do(signAssessment, { params: inAssessment, body: { version: 2 } });
  const [first, second] = [await versionOf(1), await versionOf(2)];
  expect(second?.reason).toBe('Poissaolotunnit olivat väärin.');
  expect(await narrativesOf(mikko, first?.id ?? '')).toContain('Poissaoloja 40 tuntia.');
  expect(await narrativesOf(mikko, second?.id ?? '')).toContain('Poissaoloja 14 tuntia.');
});

test('whoever may no longer know the agency reads no version, and a version of another case is not there', async () => {
  const versionId = (await versionOf(2))?.id ?? '';
  await aino.end(sari);
  expect((await sari.try(getVersion, { params: { caseId, versionId } })).status).toBe(404);
  expect((await leena.try(getVersion, { params: { caseId, versionId: crypto.randomUUID() } })).status).toBe(
    404,
  );
  expect((await leena.try(getVersion, { params: { caseId: crypto.randomUUID(), versionId } })).status).toBe(
    404,
  );
  expect(psychiatry).toBeTruthy();
});
