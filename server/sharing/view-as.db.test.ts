// The case as somebody else would see it: never more than the viewer's own, never more than theirs, nothing that can be done.
import { beforeEach, expect, test } from 'vitest';
import { shareEntry } from '../../shared/entries.ts';
import { listViewable, viewAsAgency, viewAsPerson } from '../../shared/sharing.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { type CaseOfAino, casesOfAino } from '../testing/case-of-aino.ts';
import { ground, invite, see } from '../testing/case-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const newCase = await casesOfAino(world);
let aino: CaseOfAino;
beforeEach(async () => {
  aino = await newCase();
});
const asAgency = (who: Person, agencyId: string) =>
  who.try(viewAsAgency, { params: { caseId: aino.caseId, agencyId } });
const asPerson = (who: Person, personId: string) =>
  who.try(viewAsPerson, { params: { caseId: aino.caseId, personId } });

const texts = async () => {
  const { start, write, contribution } = await assessmentOfAino(aino);
  const situation = await start(aino.leena, 'situation');
  await write(aino.leena, situation, { narrative: 'Kaikille.' });
  const share = async (who: Person, entryId: string, audience: object) => {
    const version = (await see(who, aino.caseId)).entries.find((e) => e.id === entryId)?.version ?? 0;
    await who.do(shareEntry, {
      params: { entryId },
      body: {
        version,
        audience: {
          ...{ dataClass: 'social', scope: 'everyone', agencyIds: [], familyScope: 'none', familyIds: [] },
          ...audience,
        } as never,
      },
    });
  };
  await share(aino.leena, situation, {});
  const { entryId: nurses } = await contribution(aino.sari, 'mental-health', 'Salaista hoidosta.');
  await share(aino.sari, nurses, { dataClass: 'health', familyScope: 'all' });
  return { situation, nurses };
};
const idsIn = (body: { workspace: { entries: { id: string }[] } | null }) =>
  body.workspace?.entries.map((e) => e.id) ?? [];

test('the social worker sees what the school would see: not psychiatry, nor its text, and can do nothing', async () => {
  const { situation, nurses } = await texts();
  expect((await see(aino.leena, aino.caseId)).entries.map((e) => e.id)).toContain(nurses);
  const { body } = await asAgency(aino.leena, aino.school);
  expect(body).toMatchObject({ opens: true, takesPart: true });
  expect(idsIn(body)).toContain(situation);
  const text = JSON.stringify(body);
  for (const hidden of [nurses, aino.psychiatry, aino.sari.id, 'Salaista'])
    expect(text).not.toContain(hidden);
  const abilities = [
    body.workspace?.case.can,
    ...(body.workspace?.entries ?? []).map((e) => e.can),
    ...(body.workspace?.assessments ?? []).map((a) => a.can),
    ...(body.workspace?.members ?? []).map((m) => m.can),
    ...(body.workspace?.handovers ?? []).map((h) => h.can),
  ];
  expect(abilities.flat()).toEqual([]);
});

test('what only the other sees is not shown: the teacher as child protection gets no more than her own', async () => {
  const { nurses } = await texts();
  const own = await see(aino.mikko, aino.caseId);
  const { body } = await asAgency(aino.mikko, aino.home);
  const ids = new Set(own.entries.map((e) => e.id));
  expect(idsIn(body).every((id) => ids.has(id))).toBe(true);
  expect(idsIn(body)).not.toContain(nurses);
});

test('as a guardian: what was released; the own drafts of the viewer are nobody else’s', async () => {
  const { situation, nurses } = await texts();
  const { body } = await asPerson(aino.leena, aino.minna.id);
  expect(idsIn(body)).toContain(nurses);
  expect(idsIn(body)).not.toContain(situation);
  expect(body.as).toMatchObject({ name: 'Minna Virtanen', role: 'guardian' });
  expect((await asPerson(aino.leena, aino.mikko.id)).status).toBe(404);
  expect((await asPerson(aino.minna, aino.aino.id)).status).toBe(403);
});

test('an agency that takes part unknown to the viewer looks as if it took none', async () => {
  await texts();
  const hidden = await asAgency(aino.mikko, aino.psychiatry);
  const nowhere = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
  const absent = await asAgency(aino.mikko, nowhere);
  const without = (body: object, id: string) => JSON.stringify(body).replaceAll(id, 'ID');
  expect(without(hidden.body, aino.psychiatry)).toBe(without(absent.body, nowhere));
  expect(hidden.body).toMatchObject({ opens: false, takesPart: false, workspace: null });
});

test('an agency that takes no part is looked at as if it were invited on the grounds recorded now', async () => {
  const { situation } = await texts();
  const ngo = await world.agency('ngo', 'Ehjä ry');
  const tuula = await world.professional('Tuula Ranta', ngo, 'ngo-worker');
  expect((await asAgency(aino.leena, ngo)).body.opens).toBe(false);
  await aino.allow(aino.home, ngo, ['coordination', 'social']);
  const { body } = await asAgency(aino.leena, ngo);
  expect(body).toMatchObject({ opens: true, takesPart: false });
  expect(idsIn(body)).toContain(situation);
  await invite(aino.leena, aino.caseId, tuula, {
    participation: { scope: 'agencies', agencyIds: [], familyScope: 'none' },
    toThem: ground(['coordination', 'social'], { kind: 'statute', statute: 'SHL 41 §' }),
    fromThem: ground(['coordination'], { kind: 'statute', statute: 'SHL 41 §' }),
  });
  const really = new Set((await see(tuula, aino.caseId)).entries.map((e) => e.id));
  expect(new Set(idsIn(body))).toEqual(really);
});

test('it is logged with whom one looked as; the choices name nobody whom the viewer may not know of', async () => {
  await asAgency(aino.leena, aino.school);
  const { rows } = await world.superuser(
    `select detail from access_log where kind = 'view-as' and case_id = $1 and person_id = $2`,
    [aino.caseId, aino.leena.id],
  );
  expect(rows).toEqual([{ detail: { agencyId: aino.school } }]);
  const choices = (who: Person) =>
    who.do(listViewable, { params: { caseId: aino.caseId }, query: { q: '' } });
  expect((await choices(aino.mikko)).agencies.map((one) => one.id).sort()).toEqual(
    [aino.home, aino.school].sort(),
  );
  expect((await choices(aino.leena)).agencies.map((one) => one.id)).toContain(aino.psychiatry);
});
