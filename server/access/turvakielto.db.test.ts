// Turvakielto in every way out of the system, over the real interface and database: a school that takes part is not to be
// found by psychiatry, by the mother or by the child, wherever they look; and the case looks as if it had never been there.
import { beforeAll, describe, expect, test } from 'vitest';
import { getVersion, getVersionPdf } from '../../shared/assessments.ts';
import { listCases, recordGround } from '../../shared/cases.ts';
import { previewAudience } from '../../shared/entries.ts';
import { getToday } from '../../shared/today.ts';
import { caseInHiding, peopleInHiding, place, signedInHiding, turn } from '../testing/case-in-hiding.ts';
import { ground, namesSeenBy, see } from '../testing/case-parts.ts';
import { pdfText } from '../testing/pdf-text.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const people = await peopleInHiding(world);
const { home, school, clinic, leena, petri, mikko, sari, minna, aino } = people;
const notEntitled = [sari, minna, aino];

type Found = Record<string, string>;
/** Everything of the case that somebody can have sent to them, each as text. */
const everyWay = async (who: Person, caseId: string, versionId?: string): Promise<Found> => {
  const found: Found = {
    workspace: JSON.stringify(await see(who, caseId)),
    children: JSON.stringify(await who.do(listCases)),
    today: JSON.stringify(await who.do(getToday)),
  };
  if (versionId === undefined) return found;
  const params = { caseId, versionId };
  const pdf = (await who.do(getVersionPdf, { params, query: {} })) as Buffer;
  return { ...found, version: JSON.stringify(await who.do(getVersion, { params })), pdf: pdfText(pdf) };
};

const traces = [
  place.address,
  place.municipality,
  place.school,
  school,
  mikko.id,
  mikko.affiliationId ?? '',
  'Mikko',
  'Rantanen',
  'Tulee tunnille',
  'school-and-learning',
];
const tracesIn = (found: Found): string[] =>
  Object.entries(found).flatMap(([way, text]) =>
    traces.filter((trace) => text.replace(/\s/g, ' ').includes(trace)).map((trace) => `${way}: ${trace}`),
  );
// The life areas are the template's, and the same in every case.
const withoutTemplate = (found: Found): Found => ({
  ...found,
  workspace: (found['workspace'] ?? '').replace(/"areas":\[[^\]]*\]/g, ''),
});

describe('a case with a school, signed, before anybody thinks of turvakielto', () => {
  let caseId: string;
  let versionId: string;
  beforeAll(async () => {
    const c = await caseInHiding(people);
    caseId = c.caseId;
    versionId = await signedInHiding(people, c);
  });

  test('everybody sees that the school takes part, and nobody but the home agency where the child is', async () => {
    for (const who of notEntitled) {
      expect(await namesSeenBy(who, caseId)).toContain('Mikko Rantanen');
      expect((await see(who, caseId)).whereabouts).toBeNull();
    }
    expect((await see(petri, caseId)).whereabouts).toMatchObject({ ...place, nonDisclosure: false });
  });

  test('under turvakielto the school is in no way out for those who may not know of it, and all there for the home agency and itself', async () => {
    const before = {
      ofHome: await see(leena, caseId),
      ofSchool: await see(mikko, caseId),
      ofMother: await see(minna, caseId),
    };
    await turn(leena, caseId, true);
    for (const who of notEntitled) {
      expect(tracesIn(withoutTemplate(await everyWay(who, caseId, versionId))), who.signInName).toEqual([]);
    }
    const ofHome = await see(leena, caseId);
    for (const list of ['members', 'grounds', 'contributions', 'signatures', 'agencies'] as const)
      expect(ofHome[list].length, list).toBe(before.ofHome[list].length);
    const ofSchool = await see(mikko, caseId);
    expect(ofSchool.members.map((m) => m.name)).toContain('Mikko Rantanen');
    expect(ofSchool.contributions).toEqual(before.ofSchool.contributions);
    expect(ofSchool.entries.map((e) => e.fields['narrative']?.text)).toContain('Tulee tunnille.');
    expect(ofSchool.signatures.map((s) => s.name)).toContain('Mikko Rantanen');
    await turn(leena, caseId, false);
    const { members, grounds, contributions, signatures, agencies } = await see(minna, caseId);
    expect({ members, grounds, contributions, signatures, agencies }).toEqual({
      members: before.ofMother.members,
      grounds: before.ofMother.grounds,
      contributions: before.ofMother.contributions,
      signatures: before.ofMother.signatures,
      agencies: before.ofMother.agencies,
    });
    expect((await see(minna, caseId)).entries).toEqual(before.ofMother.entries);
    expect(
      (await world.superuser(`select from withheld_rows where case_id = $1`, [caseId])).rows,
    ).toHaveLength(0);
  });

  test('what was on its way is taken back', async () => {
    await turn(leena, caseId, true);
    const { rows } = await world.superuser(
      `select e.kind, e.payload::text as text from events e join acl_members k on k.acl_key = e.acl_key
       where e.stream_id = $1 and k.person_id = any ($2)`,
      [caseId, notEntitled.map((who) => who.id)],
    );
    const waiting = rows.map((row) => String(row['text']).replace(/"areas":\s*\[[^\]]*\]/g, ''));
    expect(waiting.length).toBeGreaterThan(5);
    for (const trace of traces)
      expect(
        waiting.filter((text) => text.includes(trace)),
        trace,
      ).toEqual([]);
    await turn(leena, caseId, false);
  });

  test('a ground for `safety` from the school, and nothing less, lets another agency know of it', async () => {
    await turn(leena, caseId, true);
    const record = (dataClass: 'safety' | 'social', from: string) =>
      leena.do(recordGround, {
        params: { caseId },
        body: { fromAgencyId: from, toAgencyId: clinic, ground: ground([dataClass]) },
      });
    await record('social', school);
    expect(await namesSeenBy(sari, caseId)).not.toContain('Mikko Rantanen');
    expect((await see(sari, caseId)).whereabouts).toBeNull();
    await record('safety', school);
    expect(await namesSeenBy(sari, caseId)).toContain('Mikko Rantanen');
    expect((await see(sari, caseId)).whereabouts).toBeNull();
    await record('safety', home);
    expect((await see(sari, caseId)).whereabouts).toMatchObject({ ...place, nonDisclosure: true });
  });
});

/** Without what differs between any two cases: ids by the order in which they appear, moments, numbers, seals, hashes. */
const alike = (found: Found, own: Found): Found => {
  const ids = new Map<string, string>(Object.entries(own));
  const named = (id: string): string => {
    if (!ids.has(id)) ids.set(id, `id ${ids.size}`);
    return ids.get(id) ?? '';
  };
  const plain = (text: string): string =>
    text
      .replace(/"live":"[^"]*"/g, '"live"')
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, named)
      .replace(/R-\d{4}-\d{6}/g, 'R')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'moment')
      .replace(/[0-9a-f]{64}/g, 'hash');
  return Object.fromEntries(Object.entries(found).map(([way, text]) => [way, plain(text)]));
};

test('under turvakielto a case with a school gives the same bytes as one without, to those who may not know of it', async () => {
  const seen = async (withSchool: boolean) => {
    const c = await caseInHiding(people, withSchool, true);
    const versionId = await signedInHiding(people, c, withSchool);
    const all: Found[] = [];
    for (const who of notEntitled) {
      const { workspace = '', version = '' } = await everyWay(who, c.caseId, versionId);
      all.push(alike({ workspace, version }, { [c.caseId]: 'case', [versionId]: 'version' }));
    }
    return all;
  };
  expect(await seen(true)).toEqual(await seen(false));
});

test('whoever is invited, asked and writes under turvakielto is withheld from the first moment, and known once it ends', async () => {
  const c = await caseInHiding(people, false, true);
  await c.schools();
  const versionId = await signedInHiding(people, c);
  for (const who of notEntitled)
    expect(tracesIn(withoutTemplate(await everyWay(who, c.caseId, versionId))), who.signInName).toEqual([]);
  await turn(leena, c.caseId, false);
  const mother = await see(minna, c.caseId);
  expect(mother.members.map((m) => m.name)).toContain('Mikko Rantanen');
  expect(mother.contributions.map((one) => one.agencyId)).toContain(school);
  expect(mother.signatures.map((s) => s.name)).toContain('Mikko Rantanen');
  expect(mother.grounds.filter((g) => g.toAgencyId === school)).toHaveLength(1);
  expect(mother.activities.map((a) => a.personId)).toContain(mikko.id);
  // Shared while it was withheld: no further than its author was told, until the author says otherwise.
  expect(JSON.stringify(mother.entries)).not.toContain('Tulee tunnille');
});

test('before sharing under turvakielto the school sees whom its text will reach, and which ground is missing', async () => {
  const c = await caseInHiding(people, true, true);
  await leena.do(recordGround, {
    params: { caseId: c.caseId },
    body: { fromAgencyId: clinic, toAgencyId: school, ground: ground(['health'], { kind: 'joint-contact' }) },
  });
  const { entryId } = await c.contribution(mikko, 'school-and-learning', 'Tulee tunnille.');
  const body = {
    dataClass: 'education',
    scope: 'everyone',
    agencyIds: [],
    familyScope: 'all',
    familyIds: [],
  };
  const preview = await mikko.do(previewAudience, { params: { entryId }, body: body as never });
  expect(preview.people.map((p) => p.name).sort()).toEqual(['Leena Kallio', 'Petri Aalto']);
  expect(preview.missing).toMatchObject([{ toAgencyId: clinic, dataClass: 'safety' }]);
});

test('who may read where the child is is warned before a text that tells it leaves the home agency; nobody else is', async () => {
  const c = await caseInHiding(people, true, true);
  const text = 'Muuttivat Salakylään, Piilopolulle. Lähin koulu on kylällä.';
  const audience = (scope: string) => ({
    dataClass: 'social',
    scope,
    agencyIds: [],
    familyScope: 'none',
    familyIds: [],
  });
  const situation = await c.start(leena, 'situation');
  await c.write(leena, situation, { narrative: text });
  const warned = async (who: Person, entryId: string, body: unknown) =>
    (await who.do(previewAudience, { params: { entryId }, body: body as never })).tellsWhere;
  expect(await warned(leena, situation, audience('everyone'))).toEqual(['address', 'municipality', 'school']);
  expect(await warned(leena, situation, audience('agency'))).toEqual([]);
  const theirs = await c.contribution(sari, 'mental-health', text);
  expect(await warned(sari, theirs.entryId, { ...audience('everyone'), dataClass: 'health' })).toEqual([]);
  await turn(leena, c.caseId, false);
  expect(await warned(leena, situation, audience('everyone'))).toEqual([]);
});
