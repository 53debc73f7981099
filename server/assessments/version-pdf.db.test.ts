// A version as a PDF, over the real interface: tagged, in the reader's language, with nothing in it that the reader may
// not read.
import { beforeAll, expect, test } from 'vitest';
import { getVersionPdf, signAssessment } from '../../shared/assessments.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { pdfText } from '../testing/pdf-text.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const aino = await caseOfAino(world);
const { caseId, leena, petri, mikko, sari, minna } = aino;
const { assessmentId, start, write, share, contribution } = await assessmentOfAino(aino);

const bare = (words: string) => words.replace(/\s/g, '');
const markup = '#panic("x") *ei lihavoitu* $x$ <nimi> @viite \\ [sulku] // ei kommentti';
let versionId = '';
beforeAll(async () => {
  const school = await contribution(mikko, 'school-and-learning', `Poissaoloja on 40 tuntia.\n\n${markup}`);
  await write(mikko, school.entryId, {
    'evidence.k1.text': 'Wilma-merkinnät',
    'evidence.k1.source': 'Luokanvalvoja',
    scale: '4',
  });
  await share(mikko, school.entryId, { familyScope: 'chosen', familyIds: [minna.id] });
  const health = await contribution(sari, 'mental-health', 'Masennusoireita ja unettomuutta.');
  await share(sari, health.entryId);
  const view = await start(petri, 'child-view');
  await write(petri, view, {
    verbatim: 'Haluan nukkua rauhassa.',
    how: 'Kahden kesken',
    heardOn: '2026-11-10',
  });
  await share(petri, view);
  const synthesis = await start(leena, 'synthesis');
  await write(leena, synthesis, { synthesis: 'Uni ja koulu ensin. Привет, 中文, 😀.' });
  await share(leena, synthesis);
  versionId = (await leena.do(signAssessment, { params: { caseId, assessmentId }, body: { version: 1 } })).id;
});

const pdfFor = async (who: Person, language?: 'fi' | 'sv' | 'en') => {
  const answer = await who.try(getVersionPdf, {
    params: { caseId, versionId },
    query: language ? { language } : {},
  });
  expect(answer.status).toBe(200);
  return answer.body as Buffer;
};

test('the responsible worker’s copy is a tagged PDF in Finnish with title, texts, signature and checksum', async () => {
  const pdf = await pdfFor(leena);
  const raw = pdf.toString('latin1');
  expect(raw.slice(0, 5)).toBe('%PDF-');
  for (const mark of ['/StructTreeRoot', '/MarkInfo', '/Lang (fi)', '/FontFile']) expect(raw).toContain(mark);
  const text = pdfText(pdf);
  const { rows } = await world.superuser('select hash from assessment_versions where id = $1', [versionId]);
  for (const words of [
    'Poissaoloja on 40 tuntia.',
    'Masennusoireita',
    'Haluan nukkua rauhassa.',
    'Leena Kallio',
    String(rows[0]?.hash),
  ]) {
    expect(text).toContain(bare(words));
  }
});

test('what somebody wrote is printed as it was written, never read as markup', async () => {
  expect(pdfText(await pdfFor(mikko))).toContain(bare(markup));
});

test('the mother’s copy marks what is withheld and holds none of it; it names her as its recipient', async () => {
  const pdf = await pdfFor(minna);
  const text = pdfText(pdf);
  expect(text).toContain('Poissaoloja');
  expect(text).toContain('Rajoitettu.');
  expect(text).toContain('Mielenterveys');
  expect(text).toContain('Vastaanottaja:MinnaVirtanen');
  expect(text).not.toMatch(/Masennus|unettomuutta|nukkua|Ujakouluensin/);
  // Of the texts that she reads every character can be drawn, so her copy says that it is PDF/UA.
  expect(pdf.toString('latin1')).toContain('pdfuaid');
});

test('the teacher’s copy has no trace of psychiatry', async () => {
  expect(pdfText(await pdfFor(mikko))).not.toMatch(/Masennus|Mielenterveys|Sari|psykiatri/i);
});

test('each reads the interface’s words in their own language, and the texts as they were written', async () => {
  const swedish = pdfText(await pdfFor(leena, 'sv'));
  expect(swedish).toContain('Sektorsövergripandebedömning');
  expect(swedish).toContain('Poissaoloja');
  expect((await pdfFor(leena, 'en')).toString('latin1')).toContain('/Lang (en)');
  const wrong = await leena.try(getVersionPdf, {
    params: { caseId, versionId },
    query: { language: 'de' as 'fi' },
  });
  expect(wrong.status).toBe(400);
});

test('the file’s name is neutral, no cache keeps it, each copy is logged, and outside the case there is none', async () => {
  const answer = await world.app.inject({
    url: `/api/cases/${caseId}/versions/${versionId}/pdf`,
    headers: { cookie: leena.cookie },
  });
  expect(answer.headers['content-type']).toBe('application/pdf');
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="R-\d{4}-\d{6}-v1\.pdf"$/);
  expect(answer.headers['cache-control']).toBe('no-store');
  const { rows } = await world.superuser(
    `select person_id from access_log where kind = 'assessment-version-pdf'`,
  );
  expect(new Set(rows.map((r) => r.person_id))).toEqual(new Set([leena.id, mikko.id, minna.id]));
  const stranger = await world.professional('Outi Salo', aino.home, 'social-worker');
  expect((await stranger.try(getVersionPdf, { params: { caseId, versionId } })).status).toBe(404);
});
