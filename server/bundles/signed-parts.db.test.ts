// What was signed and goes along, over the real interface: as it was signed, with its authors, their professions, the time and the hash;
// on the ground of its own class, and only while the text that it was could go, too. Real: app, database; the clock is set.
import { expect, test, vi } from 'vitest';
import { correctAssessment, signAssessment } from '../../shared/assessments.ts';
import { withdrawGround } from '../../shared/cases.ts';
import { saveField } from '../../shared/entries.ts';
import { listLog } from '../../shared/sharing.ts';
import { settableClock } from '../platform/clock/clock.ts';
import {
  bundlesSeenBy,
  centreOf,
  choicesFor,
  openBundle,
  openWay,
  preparedCase,
  sendAll,
  trySending,
} from '../testing/bundle-parts.ts';
import { casesOfAino } from '../testing/case-of-aino.ts';
import { type Person, testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const signedAt = new Date('2026-12-03T12:30:00Z');
const clock = settableClock(signedAt);
const world = await testWorld({ clock });
const newCase = await casesOfAino(world);
const { hospital, heli, ritva, centre } = await centreOf(world);

/** Aino's assessment with texts of both agencies, signed by Leena. */
const signedCase = async () => {
  const made = await preparedCase(await newCase(), { hospital, centre });
  const { caseId, leena, mikko, room } = made;
  const view = await room.start(leena, 'child-view');
  await room.write(leena, view, {
    verbatim: 'En halua kouluun.',
    mayRead: 'professionals',
    asked: 'Kahden kesken.',
  });
  await room.share(leena, view);
  const synthesis = await room.start(leena, 'synthesis');
  await room.write(leena, synthesis, { synthesis: 'Uni ja koulu ensin.', conclusions: 'Perhetyö alkaa.' });
  await room.share(leena, synthesis, { scope: 'everyone' });
  const ofSchool = await room.contribution(mikko, 'school-and-learning', 'Koulun oma teksti.');
  await room.share(mikko, ofSchool.entryId, { scope: 'everyone' });
  const { id: versionId } = await leena.do(signAssessment, {
    params: { caseId, assessmentId: room.assessmentId },
    body: { version: 1 },
  });
  const { rows } = await world.superuser('select hash from assessment_versions where id = $1', [versionId]);
  return { ...made, view, synthesis, versionId, hash: String(rows[0]?.['hash']) };
};
type Choices = Awaited<ReturnType<typeof choicesFor>>['choices'];
const named = (choices: Choices) => choices.map(({ kind, entryKind, why }) => [kind, entryKind, why]);
const partOf = (choices: Choices, kind: string) =>
  choices.find((one) => one.kind === 'part' && one.entryKind === kind);

test('a signed text goes as it was signed: what is shown is what is read, with author, profession, time and hash', async () => {
  const { id, caseId, home, leena, petri, mikko, sari, minna, hash, versionId, way } = await signedCase();
  const groundId = await way();
  const looked = await choicesFor(leena, id, caseId);
  // Of the own register, each text once; of what was asked about the child's telling nothing.
  expect(named(looked.choices)).toEqual([
    ['child', null, null],
    ['part', 'situation', null],
    ['part', 'child-view', 'no-ground'],
    ['part', 'synthesis', null],
    ['part', 'dissent', 'kept-within'],
  ]);
  expect(partOf(looked.choices, 'child-view')?.fields.map(({ name }) => name)).toEqual(['verbatim']);
  const version = {
    number: 1,
    signedAt: signedAt.toISOString(),
    hash,
    authors: [{ name: 'Leena Kallio', profession: 'social-worker' }],
  };
  expect(partOf(looked.choices, 'synthesis')).toMatchObject({
    signed: true,
    authors: ['Leena Kallio'],
    version,
    fields: [
      { name: 'synthesis', text: 'Uni ja koulu ensin.', rev: 0 },
      { name: 'conclusions', text: 'Perhetyö alkaa.', rev: 0 },
    ],
  });
  const bundleId = await sendAll(leena, id, caseId, { looked });
  const { body } = await openBundle(heli, id, bundleId);
  expect(body.items.map(({ content }) => content)).toEqual(
    looked.choices
      .filter(({ why }) => why === null)
      .map(({ kind, entryKind, about, signed, writtenOn, authors, version: of, fields }) => ({
        kind,
        entryKind,
        about,
        signed,
        writtenOn,
        authors,
        version: of,
        fields: fields.map(({ name, text }) => ({ name, text })),
      })),
  );
  expect((await bundlesSeenBy(heli, id))[0]?.labels.map((one) => one.version?.hash)).toEqual([
    undefined,
    hash,
    hash,
  ]);
  expect((await openBundle(ritva, id, bundleId)).status).toBe(404);
  // A row for each part, on the ground that carried it; whoever is in the agency that gave reads of it in the log.
  const parts = await world.superuser(
    `select d.data_class as class, d.ground_ids as grounds, d.from_agency_id as from, p.kind from disclosure_log d
     join version_parts p on p.id = d.object_id where d.object_kind = 'version-part' and d.to_agency_id = $1 and p.version_id = $2 order by p.position`,
    [hospital, versionId],
  );
  expect(parts.rows).toEqual(
    ['situation', 'synthesis'].map((kind) => ({ class: 'social', grounds: [groundId], from: home, kind })),
  );
  const toHospital = async (who: Person) =>
    (await who.do(listLog, { params: { caseId }, query: { before: '' } })).rows.filter(
      ({ given }) => given?.toAgency?.id === hospital,
    );
  for (const who of [mikko, sari, minna]) expect(await toHospital(who)).toEqual([]);
  expect((await toHospital(petri)).map(({ kind }) => kind).toSorted()).toEqual([
    'case',
    'version-part',
    'version-part',
  ]);
});

test('each part on the ground of its own class, for as long as that holds', async () => {
  const { id, caseId, home, leena, way } = await signedCase();
  await way();
  const spoken = await openWay(leena, { caseId }, [home, hospital], ['child-voice']);
  const looked = await choicesFor(leena, id, caseId);
  expect(partOf(looked.choices, 'child-view')?.why).toBeNull();
  const bundleId = await sendAll(leena, id, caseId, { looked });
  expect(JSON.stringify((await openBundle(heli, id, bundleId)).body)).toContain('En halua kouluun.');
  clock.advance(1_000);
  await leena.do(withdrawGround, { params: { caseId, groundId: spoken }, body: {} });
  const left = await openBundle(heli, id, bundleId);
  expect(left.body.items.map(({ content }) => content.entryKind)).toEqual([null, 'situation', 'synthesis']);
});

test('a text that is corrected goes as it was signed, and as it is written now; a child who has thought again is heard', async () => {
  const { id, caseId, home, leena, room, view, synthesis, way } = await signedCase();
  await way();
  await openWay(leena, { caseId }, [home, hospital], ['child-voice']);
  const before = await choicesFor(leena, id, caseId);
  await leena.do(correctAssessment, {
    params: { caseId, assessmentId: room.assessmentId },
    body: { reason: 'Täydennetään.' },
  });
  const { fields } = await room.entryOf(leena, synthesis);
  await leena.do(saveField, {
    params: { entryId: synthesis, field: 'synthesis' },
    body: { base: fields['synthesis']?.rev ?? 0, text: 'Myöhempi yhteenveto.', device: 'laptop0001' },
  });
  const { choices } = await choicesFor(leena, id, caseId);
  const both = choices.filter(({ entryKind }) => entryKind === 'synthesis');
  expect(both.map(({ kind, signed, fields: of }) => [kind, signed, of[0]?.text])).toEqual([
    ['part', true, 'Uni ja koulu ensin.'],
    ['entry', false, 'Myöhempi yhteenveto.'],
  ]);
  await room.write(leena, view, { mayRead: 'nobody' });
  expect((await trySending(leena, id, caseId, { looked: before })).error?.error).toBe(
    'child-has-not-allowed',
  );
  const now = await choicesFor(leena, id, caseId);
  expect(partOf(now.choices, 'child-view')?.why).toBe('child-has-not-allowed');
  const bundleId = await sendAll(leena, id, caseId, { looked: now });
  expect(JSON.stringify((await openBundle(heli, id, bundleId)).body)).not.toContain('En halua kouluun.');
});
