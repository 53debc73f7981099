// The memo after the meeting: who signs which part of it, what nothing changes any more, and who reads what. Real: app, sockets, PostgreSQL
// with both rings.
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { endMembership } from '../../shared/cases.ts';
import { saveField, shareEntry } from '../../shared/entries.ts';
import { listMeetings, releaseThought, takeIntoRecord, writeInRoom } from '../../shared/meetings.ts';
import {
  correctMemo,
  getMemo,
  getMemoVersion,
  listMemos,
  type Memo,
  type MemoContent,
  type MemoPartShown,
  signMemo,
  transferMemo,
  writeInMemo,
} from '../../shared/memo.ts';
import { type Canonical, hashOf } from '../platform/canonical-json.ts';
import { openDatabase } from '../platform/db/pool.ts';
import { asPerson } from '../platform/db/transaction.ts';
import { inviteFamily, see } from '../testing/case-parts.ts';
import { openEndedMeeting } from '../testing/ended-meeting.ts';
import { moved } from '../testing/meeting-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';
import { openWriter } from '../testing/writer.ts';

vi.setConfig({ testTimeout: 60_000 });

const world = await testWorld();
const address = await world.listen();
const { kaisa, leena, oskar, maria, sari, withTwoCases, childSays, ended } = await openEndedMeeting(
  world,
  address,
);

const memoOf = (who: Person, itemId: string): Promise<Memo> => who.do(getMemo, { params: { itemId } });
const partOf = async (who: Person, itemId: string, part: MemoPartShown['part']): Promise<MemoPartShown> => {
  const found = (await memoOf(who, itemId)).parts.find((one) => one.part === part);
  if (!found) throw new Error(`no part ${part}`);
  return found;
};
const sign = (who: Person, { id, version, hash }: MemoPartShown) =>
  who.try(signMemo, { params: { memoPartId: id }, body: { version, hash: hash ?? '0'.repeat(64) } });
const linesOf = (content: MemoContent | null): string[] =>
  (content?.sections ?? []).flatMap(({ lines }) =>
    lines.map(({ runs }) => runs.map(({ text }) => text).join('')),
  );

test('when the meeting ends the memo is there for each as far as they may read it, and can be signed at once', async () => {
  const { second, first } = await ended();
  const memo = await memoOf(leena, second);
  expect(memo.parts.map(({ part, state, can }) => [part, state, can])).toEqual([
    ['shared', 'open', ['write', 'sign', 'comment']],
    ['team', 'open', ['write', 'sign', 'comment']],
  ]);
  const [shared, team] = memo.parts;
  expect(linesOf(shared?.content ?? null)).toEqual(['Aamut ovat raskaita.']);
  expect(shared?.content?.steps).toMatchObject([{ text: 'Opettaja soittaa.', dueOn: '2027-01-15' }]);
  expect(shared?.content).toMatchObject({ question: null, childVoice: [], decisions: [] });
  expect(linesOf(team?.content ?? null)).toEqual(['Äidin osoitetta ei kerrota.']);
  expect(team?.content).toMatchObject({
    question: { text: 'Miten saamme aamut sellaisiksi, että molemmat jaksavat?' },
    childVoice: [{ kind: 'verbatim', text: 'Haluan mummolaan.' }],
    decisions: [{ text: 'Tuetaan kotiin.' }],
    // A hypothesis ends by itself: what never ends does not hold it.
    hypotheses: [],
  });
  const names = (content: MemoContent | null | undefined) =>
    content?.present.map((at) => content.writers[at]?.name).toSorted();
  expect(names(team?.content)).toEqual(['Kaisa Salo', 'Leena Kallio', 'Maria Lind']);
  expect(names(shared?.content)).toEqual(['Kaisa Salo', 'Leena Kallio', 'Maria Lind']);
  // Who was asked to write alone has their own, and of what is shared nothing that nobody has signed.
  const teacher = await memoOf(maria, second);
  expect(teacher.teamWithheld).toBe(true);
  expect(teacher.parts.map(({ part, content }) => [part, linesOf(content)])).toEqual([
    ['shared', []],
    ['agency', ['Koulun oma huomio.']],
  ]);
  expect(JSON.stringify(teacher)).not.toMatch(/Aamut|osoitetta|vahtii|mummolaan|kotiin/);
  // A colleague of the team who is not in the case, and a member of another case, find nothing.
  for (const who of [oskar, sari])
    expect((await who.try(getMemo, { params: { itemId: second } })).status).toBe(404);
  expect((await leena.try(getMemo, { params: { itemId: first } })).status).toBe(404);
  expect((await memoOf(oskar, first)).parts.map(({ part }) => part)).toEqual(['team']);
});

test('the first signature makes the version, whoever was there signs the same, and nothing is written in it any more', async () => {
  const { second, documentId } = await ended();
  const shared = await partOf(leena, second, 'shared');
  expect((await sign(maria, await partOf(maria, second, 'shared'))).error?.error).toBe('not-allowed');
  expect((await sign(leena, { ...shared, hash: 'a'.repeat(64) })).error?.error).toBe('version-conflict');
  expect((await sign(leena, shared)).status).toBe(200);
  expect((await sign(leena, shared)).error?.error).toBe('already-done');
  for (const who of [kaisa, maria]) {
    const seen = await partOf(who, second, 'shared');
    expect(linesOf(seen.content)).toEqual(['Aamut ovat raskaita.']);
    expect(seen.can).toContain('sign');
    expect((await sign(who, { ...seen, hash: 'b'.repeat(64) })).error?.error).toBe('version-conflict');
    expect((await sign(who, seen)).status).toBe(200);
  }
  const signed = await partOf(maria, second, 'shared');
  expect(signed.versions).toMatchObject([{ version: 1, hash: shared.hash }]);
  expect(signed.versions[0]?.signatures.map(({ name }) => name)).toEqual([
    'Leena Kallio',
    'Kaisa Salo',
    'Maria Lind',
  ]);
  const { rows } = await world.superuser(`select content, hash from memo_versions where hash = $1`, [
    shared.hash,
  ]);
  expect(hashOf(rows[0]?.['content'] as Canonical)).toBe(shared.hash);
  const writer = await openWriter(address, leena, documentId);
  await writer.opened();
  writer.paragraph('Liian myöhään.');
  await writer.refused();
  await writer.close();
  expect(linesOf((await partOf(leena, second, 'shared')).content)).toEqual(['Aamut ovat raskaita.']);
});

test('what is changed before the first signature is read before it is signed', async () => {
  const { second } = await ended();
  const seen = await partOf(leena, second, 'shared');
  const [document] = seen.documents;
  const writer = await openWriter(address, kaisa, document?.documentId ?? '');
  await writer.opened();
  writer.paragraph('Lisäys kokouksen jälkeen.');
  await writer.acknowledged();
  await writer.close();
  expect((await sign(leena, seen)).error?.error).toBe('version-conflict');
  expect((await sign(leena, await partOf(leena, second, 'shared'))).status).toBe(200);
});

test('a correction is a new version with a reason; the signed one stays as it was, also for those who read only what is signed', async () => {
  const { second } = await ended();
  const first = await partOf(leena, second, 'shared');
  await sign(leena, first);
  const part = { params: { memoPartId: first.id } };
  expect((await maria.try(correctMemo, { ...part, body: { version: 1, reason: 'x' } })).error?.error).toBe(
    'not-allowed',
  );
  await leena.do(correctMemo, { ...part, body: { version: 1, reason: 'Päivä oli väärin.' } });
  expect(
    (await kaisa.try(correctMemo, { ...part, body: { version: 1, reason: 'Sama.' } })).error?.error,
  ).toBe('version-conflict');
  const open = await partOf(leena, second, 'shared');
  expect(open).toMatchObject({ state: 'open', version: 2, reason: 'Päivä oli väärin.' });
  const writer = await openWriter(address, leena, open.documents[0]?.documentId ?? '');
  await writer.opened();
  writer.paragraph('Korjattu.');
  await writer.acknowledged();
  await writer.close();
  expect(linesOf((await partOf(maria, second, 'shared')).content)).toEqual(['Aamut ovat raskaita.']);
  expect((await sign(leena, await partOf(leena, second, 'shared'))).status).toBe(200);
  const { versions } = await partOf(maria, second, 'shared');
  expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
    [1, null],
    [2, 'Päivä oli väärin.'],
  ]);
  const lines = await Promise.all(
    versions.map(async ({ id }) =>
      linesOf((await maria.do(getMemoVersion, { params: { memoVersionId: id } })).content),
    ),
  );
  expect(lines).toEqual([['Aamut ovat raskaita.'], ['Aamut ovat raskaita.', 'Korjattu.']]);
  const may = await world.superuser(
    `select has_table_privilege(role, 'memo_versions', what) as may from unnest(array['rinki_app', 'rinki_gateway']) role,
       unnest(array['insert', 'update', 'delete']) what`,
    [],
  );
  expect(may.rows.map((row) => row['may'])).toEqual(Array(6).fill(false));
});

test('an agency signs its own part into its own register and keeps it when the case is closed to it; nobody else learns of it', async () => {
  const { aino, second } = await ended();
  const own = await partOf(maria, second, 'agency');
  expect(own.can).toEqual(['write', 'sign']);
  expect((await sign(maria, own)).status).toBe(200);
  for (const who of [leena, kaisa]) {
    expect((await memoOf(who, second)).parts.map(({ part }) => part)).not.toContain('agency');
    expect((await sign(who, own)).status).toBe(404);
  }
  // As long as the case is open to them it is there that it is read.
  expect((await maria.do(listMemos, { query: { kept: 'true' } })).memos).not.toContainEqual(
    expect.objectContaining({ itemId: second }),
  );
  const [version] = (await partOf(maria, second, 'agency')).versions;
  await maria.do(transferMemo, { params: { memoVersionId: version?.id ?? '' }, body: { system: 'Wilma' } });
  const member = (await see(leena, aino)).members.find((m) => m.personId === maria.id)?.id ?? '';
  await leena.do(endMembership, { params: { caseId: aino, memberId: member }, body: { reason: 'Siirtyi.' } });
  const keptBy = async (who: Person) =>
    (await who.do(listMemos, { query: { kept: 'true' } })).memos.map(({ itemId }) => itemId);
  expect(await keptBy(maria)).toContain(second);
  for (const who of [leena, kaisa, sari, oskar]) expect(await keptBy(who)).not.toContain(second);
  const kept = await memoOf(maria, second);
  expect(kept.parts.map(({ part, content }) => [part, linesOf(content)])).toEqual([
    ['agency', ['Koulun oma huomio.']],
  ]);
  expect(kept.parts[0]?.transfers).toMatchObject([{ system: 'Wilma', name: 'Maria Lind', version: 1 }]);
  expect(kept.parts[0]?.versions[0]?.signatures.map(({ name }) => name)).toEqual(['Maria Lind']);
  expect(kept.parts[0]?.can).toEqual(['transfer']);
});

test('into which system an agency has taken a version is its own to know', async () => {
  const { second } = await ended();
  await sign(leena, await partOf(leena, second, 'shared'));
  const [version] = (await partOf(leena, second, 'shared')).versions;
  await leena.do(transferMemo, {
    params: { memoVersionId: version?.id ?? '' },
    body: { system: 'Pro Consona' },
  });
  expect((await partOf(kaisa, second, 'shared')).transfers).toMatchObject([{ system: 'Pro Consona' }]);
  expect((await partOf(maria, second, 'shared')).transfers).toEqual([]);
  const stranger = { params: { memoVersionId: version?.id ?? '' }, body: { system: 'x' } };
  expect((await oskar.try(transferMemo, stranger)).status).toBe(404);
});

test('whoever was not there comments in their own name and does not sign', async () => {
  const both = await withTwoCases();
  const { meeting, second } = both;
  await moved(kaisa, meeting, 'open');
  await moved(kaisa, meeting, 'begin-item', { itemId: second });
  await childSays(leena, second, 'Haluan mummolaan.');
  await moved(kaisa, meeting, 'close-item', { itemId: second });
  await moved(kaisa, meeting, 'end');
  const seen = await partOf(leena, second, 'team');
  expect(seen.can).toEqual(['write', 'comment']);
  expect((await sign(leena, seen)).error?.error).toBe('not-allowed');
  const { id } = await leena.do(writeInMemo, {
    params: { memoPartId: seen.id },
    body: { kind: 'memo-comment' },
  });
  const body = { base: 0, text: 'Tapasin Ainon eilen.', device: 'aaaaaaaa' };
  await leena.do(saveField, { params: { entryId: id, field: 'narrative' }, body });
  const comment = (await see(kaisa, both.aino)).entries.find((entry) => entry.id === id);
  expect(comment).toMatchObject({
    kind: 'memo-comment',
    about: 'team',
    agendaItemId: second,
    authorIds: [leena.id],
  });
  expect((await see(maria, both.aino)).entries.map((entry) => entry.id)).not.toContain(id);
  // Whoever led was there.
  expect((await sign(kaisa, await partOf(kaisa, second, 'team'))).status).toBe(200);
});

test('Today knows what waits for one’s signature; a copy says what is a draft and what is withheld', async () => {
  const { aino, meeting, second } = await ended();
  const waits = async (who: Person) =>
    (await who.do(listMemos)).memos.filter((one) => one.itemId === second).map(({ toSign }) => toSign);
  expect([await waits(leena), await waits(kaisa), await waits(maria), await waits(sari)]).toEqual([
    [2],
    [2],
    [1],
    [],
  ]);
  await sign(leena, await partOf(leena, second, 'shared'));
  expect([await waits(leena), await waits(kaisa), await waits(maria)]).toEqual([[1], [2], [2]]);
  const unsigned = async (who: Person) =>
    (await who.do(listMeetings)).meetings.filter((one) => one.id === meeting).map((one) => one.unsigned);
  expect([await unsigned(kaisa), await unsigned(oskar), await unsigned(maria)]).toEqual([[2], [2], []]);
  await sign(leena, await partOf(leena, second, 'team'));
  expect(await unsigned(oskar)).toEqual([1]);
  const logged = await world.superuser(
    `select count(*)::int as n from access_log where kind = 'memos' and person_id = $1`,
    [maria.id],
  );
  expect(logged.rows[0]?.['n']).toBeGreaterThan(0);
  const ofCase = await maria.do(listMemos, { query: { caseId: aino } });
  expect(ofCase.memos).toMatchObject([{ itemId: second, childGivenName: 'Aino', signed: false }]);
  const copy = async (who: Person, language: string, kind = 'text') =>
    world.app.inject({
      url: `/api/memos/${second}/${kind}?language=${language}`,
      headers: { cookie: who.cookie },
    });
  const teacher = (await copy(maria, 'fi')).body;
  expect(teacher).toContain('Aamut ovat raskaita.');
  expect(teacher).toContain('Rajoitettu. Tätä osaa ei näytetä vastaanottajalle.');
  expect(teacher).toContain('Allekirjoittamatta. Tämä on luonnos.');
  expect(teacher).toContain(
    'Opettaja soittaa. · Maria Lind, erityisopettaja, Meriniemen koulu · viimeistään 15.1.2027',
  );
  expect(teacher).not.toMatch(/osoitetta|vahtii|mummolaan/);
  const worker = (await copy(leena, 'sv')).body;
  expect(worker).toContain('Äidin osoitetta ei kerrota.');
  expect(worker).toContain('Underskrifter:');
  expect(worker).not.toContain('Koulun oma huomio.');
  const pdf = await copy(leena, 'fi', 'pdf');
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect(pdf.headers['content-disposition']).toMatch(/^attachment; filename="R-\d{4}-\d{6}\.pdf"$/);
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await copy(oskar, 'fi')).statusCode).toBe(404);
});

test('a hypothesis is taken into the record by its writer or the responsible worker, and a decision may come after the meeting', async () => {
  const { aino, second } = await ended();
  const hypothesis = (await see(leena, aino)).entries.find((entry) => entry.kind === 'hypothesis');
  const taking = { params: { itemId: second }, body: { entryId: hypothesis?.id ?? '' } };
  expect((await kaisa.try(takeIntoRecord, taking)).error?.error).toBe('not-allowed');
  for (const who of [maria, oskar]) expect((await who.try(takeIntoRecord, taking)).status).toBe(404);
  await leena.do(takeIntoRecord, taking);
  expect((await leena.try(takeIntoRecord, taking)).error?.error).toBe('already-done');
  expect((await see(kaisa, aino)).entries.find((entry) => entry.id === hypothesis?.id)?.expiresAt).toBeNull();
  const decide = { params: { itemId: second }, body: { kind: 'decision' as const } };
  expect((await kaisa.try(writeInRoom, decide)).error?.error).toBe('not-allowed');
  const { id } = await leena.do(writeInRoom, decide);
  const words = { decision: 'Jatketaan kahdella käynnillä viikossa.', differs: 'Tiimi ehdotti yhtä.' };
  for (const [field, text] of Object.entries(words))
    await leena.do(saveField, {
      params: { entryId: id, field },
      body: { base: 0, text, device: 'aaaaaaaa' },
    });
  const team = await partOf(kaisa, second, 'team');
  expect(team.content?.hypotheses).toMatchObject([{ text: 'Aino vahtii isän vointia.' }]);
  expect(team.content?.decisions.at(-1)).toMatchObject({ text: words.decision, differs: words.differs });
  expect(JSON.stringify(await memoOf(maria, second))).not.toMatch(/vahtii|käynnillä/);
});

test('a thought of the team goes no further but by the responsible worker: past the server neither', async () => {
  const { aino } = await ended();
  const minna = await world.family('Minna Virtanen');
  await inviteFamily(leena, aino, minna, 'guardian');
  const own = (await see(leena, aino)).entries.find((entry) => entry.kind === 'hypothesis');
  await world.superuser(`update entries set author_ids = array[$2]::uuid[] where id = $1`, [
    own?.id,
    kaisa.id,
  ]);
  const toFamily = {
    dataClass: 'hypothesis' as const,
    scope: 'team' as const,
    agencyIds: [],
    familyScope: 'all' as const,
    familyIds: [],
  };
  const give = async (who: Person) => {
    const entry = (await see(who, aino)).entries.find((one) => one.id === own?.id);
    const body = { version: entry?.version ?? 0, audience: toFamily };
    return who.try(shareEntry, { params: { entryId: own?.id ?? '' }, body });
  };
  expect((await give(kaisa)).error?.error).toBe('not-allowed');
  await world.superuser(`update entries set author_ids = array[$2]::uuid[] where id = $1`, [
    own?.id,
    leena.id,
  ]);
  expect((await give(leena)).status).toBe(200);
  expect((await see(minna, aino)).entries.map((entry) => entry.id)).toContain(own?.id);
  const key = `access.audience_key($1, (select owner_agency_id from cases where id = $1), 'hypothesis', 'everyone', '{}', 'none', '{}', '{}')`;
  const made = await world.superuser(`select ${key} as key`, [aino]);
  await world.superuser(`update entries set author_ids = array[$2]::uuid[] where id = $1`, [
    own?.id,
    kaisa.id,
  ]);
  const past = (who: Person) =>
    asPerson(
      openDatabase(world.pools.app),
      { personId: who.id, affiliationId: who.affiliationId },
      null,
      'read committed',
      (tx) =>
        sql`update entries set acl_key = ${made.rows[0]?.['key']}, version = version + 1 where id = ${own?.id}`.execute(
          tx,
        ),
    );
  await expect(past(kaisa)).rejects.toMatchObject({ code: '42501' });
  await world.superuser(`update entries set author_ids = array[$2]::uuid[] where id = $1`, [
    own?.id,
    leena.id,
  ]);
  await expect(past(leena)).resolves.toMatchObject({ numAffectedRows: 1n });
});

test('a hypothesis is given to the family by the responsible worker, whoever wrote it, and taken back', async () => {
  const { aino, second } = await ended();
  const mirja = await world.family('Mirja Virtanen');
  await inviteFamily(leena, aino, mirja, 'guardian');
  const id = (await see(leena, aino)).entries.find((entry) => entry.kind === 'hypothesis')?.id ?? '';
  await world.superuser('update entries set author_ids = array[$2]::uuid[] where id = $1', [id, kaisa.id]);
  const release = (who: Person, given: boolean) =>
    who.try(releaseThought, { params: { itemId: second }, body: { entryId: id, given } });
  const readBy = async (who: Person) => (await see(who, aino)).entries.some((entry) => entry.id === id);
  expect((await release(kaisa, true)).error?.error).toBe('not-allowed');
  expect((await release(oskar, true)).status).toBe(404);
  expect((await release(leena, true)).status).toBe(200);
  expect((await release(leena, true)).error?.error).toBe('already-done');
  expect([await readBy(mirja), await readBy(kaisa), await readBy(maria)]).toEqual([true, true, false]);
  expect((await release(leena, false)).status).toBe(200);
  expect([await readBy(mirja), await readBy(kaisa)]).toEqual([false, true]);
});
