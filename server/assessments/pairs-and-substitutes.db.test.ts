// What a pair wrote is known as each of the two is known, in every way out; and a substitute's signature says whose place
// it was given in. Real: app, database, sockets, the PDF.
import { expect, test, vi } from 'vitest';
import { recordAbsence } from '../../shared/absences.ts';
import {
  countersignAssessment,
  getVersion,
  getVersionPdf,
  openContribution,
  signAssessment,
} from '../../shared/assessments.ts';
import { inviteMember } from '../../shared/cases.ts';
import { getToday } from '../../shared/today.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { ground, invitation } from '../testing/case-parts.ts';
import { connectLive } from '../testing/live-client.ts';
import { pdfText } from '../testing/pdf-text.ts';
import { expectSameAsFresh } from '../testing/same-as-fresh.ts';
import { testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 120_000 });

const world = await testWorld();
const address = await world.listen();
const aino = await caseOfAino(world);
const { caseId, home, school, psychiatry, leena, petri, mikko, sari } = aino;
const room = await assessmentOfAino(aino);
const { assessmentId } = room;
// Known to everybody with a ground, unlike Sari, who is known to child protection alone.
const helmi = await world.professional('Helmi Hoitaja', psychiatry, 'psychiatric-nurse');
await leena.do(inviteMember, {
  params: { caseId },
  body: invitation(helmi, {
    toThem: ground(['coordination', 'social', 'health']),
    fromThem: ground(['coordination', 'health']),
  }),
});
await aino.allow(psychiatry, school, ['health']);
await aino.allow(school, psychiatry, ['education', 'coordination']);

test('of a pair the teacher who may know one learns nothing of the other: in the request, the text, the version, the file', async () => {
  const page = await connectLive(address, mikko);
  await page.follow(caseId);
  const from = page.frames.length;
  const contributionId = await room.ask(sari, 'mental-health', helmi.id);
  expect((await helmi.do(getToday)).asked.map((a) => a.contributionId)).toContain(contributionId);
  const known = (await aino.seenBy(mikko)).contributions.find((c) => c.id === contributionId);
  expect(known?.contributorIds).toEqual([helmi.id]);
  expect(
    (await aino.seenBy(leena)).contributions.find((c) => c.id === contributionId)?.contributorIds,
  ).toEqual([sari.id, helmi.id]);
  const { entryId } = await helmi.do(openContribution, { params: { caseId, contributionId }, body: {} });
  await room.write(sari, entryId, { narrative: 'Uni on parantunut.' });
  await room.share(sari, entryId);
  expect((await room.entryOf(mikko, entryId)).authorIds).toEqual([helmi.id]);
  expect((await room.entryOf(helmi, entryId)).authorIds).toEqual([sari.id, helmi.id]);
  await expectSameAsFresh(page, caseId);
  expect(JSON.stringify(page.frames.slice(from))).not.toContain(sari.id);
  expect(JSON.stringify(await aino.seenBy(mikko))).not.toContain(sari.id);
  const today = JSON.stringify((await mikko.do(getToday)).changed);
  expect(today).not.toContain('Sari');
  expect(today).not.toContain(sari.id);
  await page.close();
});

test('a substitute signs in the place of the absent one, and every version says so', async () => {
  const oskar = await world.professional('Oskar Nyström', home, 'social-worker');
  const view = await room.start(petri, 'child-view');
  await room.write(petri, view, { verbatim: 'Haluan nukkua.', safetyCheck: 'Tarkistettu.' });
  await room.share(petri, view);
  const synthesis = await room.start(leena, 'synthesis');
  await room.write(leena, synthesis, { synthesis: 'Uni ja koulu ensin.', proposals: 'Tukihenkilö.' });
  await room.share(leena, synthesis);
  await leena.do(recordAbsence, {
    body: {
      affiliationId: leena.affiliationId ?? '',
      substituteAffiliationId: oskar.affiliationId ?? '',
      from: '2026-01-01',
      until: '2099-01-01',
    },
  });
  await oskar.do(signAssessment, { params: { caseId, assessmentId }, body: { version: 1 } });
  const version = (await aino.seenBy(leena)).versions[0];
  const params = { caseId, versionId: version?.id ?? '' };
  const signed = await mikko.do(getVersion, { params });
  expect(signed.signatures).toMatchObject([{ name: 'Oskar Nyström', substituteOf: 'Leena Kallio' }]);
  // The pair in the signed text and in the file, as the teacher may know them.
  expect(JSON.stringify(signed)).toContain('Helmi Hoitaja');
  expect(JSON.stringify(signed)).not.toContain('Sari');
  const file = await world.app.inject({
    url: `${getVersionPdf.path.replace(':caseId', caseId).replace(':versionId', params.versionId)}?language=fi`,
    headers: { cookie: mikko.cookie },
  });
  // Words of a PDF come without the spaces between them.
  const text = pdfText(file.rawPayload);
  expect(text).toContain('sijaisti:LeenaKallio');
  expect(text).toContain('HelmiHoitaja');
  expect(text).not.toContain('Sari');
  await sari.do(countersignAssessment, { params, body: { hash: version?.hash ?? '' } });
  expect((await leena.do(getVersion, { params })).signatures.map((s) => s.substituteOf)).toEqual([
    'Leena Kallio',
    null,
  ]);
});
