// Before an audience is changed its author reads who gains the text, who loses it, and who of those has had it on their
// screen: of those whom the author may know of, and nobody else than the author.
import { beforeEach, expect, test } from 'vitest';
import { recordGround } from '../../shared/cases.ts';
import { type Audience, previewAudience, shareEntry } from '../../shared/entries.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { type CaseOfAino, casesOfAino } from '../testing/case-of-aino.ts';
import { ground, see } from '../testing/case-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const newCase = await casesOfAino(world);
let aino: CaseOfAino;
let entryId: string;
const everyone: Audience = {
  dataClass: 'social',
  scope: 'everyone',
  agencyIds: [],
  familyScope: 'none',
  familyIds: [],
};
const ownAgency: Audience = { ...everyone, scope: 'agency' };

const share = async (audience: Audience) => {
  const version = (await see(aino.leena, aino.caseId)).entries.find((e) => e.id === entryId)?.version ?? 0;
  await aino.leena.do(shareEntry, { params: { entryId }, body: { version, audience } });
};
const preview = (who: Person, body: Audience) => who.do(previewAudience, { params: { entryId }, body });

beforeEach(async () => {
  aino = await newCase();
  const { start, write } = await assessmentOfAino(aino);
  entryId = await start(aino.leena, 'situation');
  await write(aino.leena, entryId, { narrative: 'Tilanne.' });
});

test('of a draft everybody gains; of what is shared, only who does not see it yet', async () => {
  const draft = await preview(aino.leena, everyone);
  expect(draft.people.every((one) => one.gains)).toBe(true);
  expect(draft.losing).toEqual([]);
  await share(ownAgency);
  const wider = await preview(aino.leena, everyone);
  const gains = wider.people.filter((one) => one.gains).map((one) => one.name);
  expect(gains).toEqual(expect.arrayContaining(['Mikko Rantanen', 'Sari Nieminen']));
  expect(wider.people.find((one) => one.name === 'Petri Aalto')?.gains).toBe(false);
});

test('who loses it is told with whether it has been on their screen', async () => {
  await see(aino.sari, aino.caseId); // before it was shared: that is no reading of it
  await share(everyone);
  await see(aino.mikko, aino.caseId);
  const { losing, people } = await preview(aino.leena, ownAgency);
  expect(people.every((one) => !one.gains)).toBe(true);
  expect(losing.map((one) => [one.name, one.hasRead]).sort()).toEqual([
    ['Mikko Rantanen', true],
    ['Sari Nieminen', false],
  ]);
});

test('an open page counts as reading, from the moment at which the text came to it', async () => {
  const openFor = (who: Person, kind: string) =>
    world.superuser(
      `insert into access_log (at, person_id, affiliation_id, case_id, kind, object_id, purpose) values (now(), $1, $2, $3, $4, $3, 'case-work')`,
      [who.id, who.affiliationId, aino.caseId, kind],
    );
  await openFor(aino.sari, 'live-opened');
  await openFor(aino.mikko, 'live-opened');
  await openFor(aino.mikko, 'live-closed');
  await share(everyone);
  const { losing } = await preview(aino.leena, ownAgency);
  expect(losing.map((one) => [one.name, one.hasRead]).sort()).toEqual([
    ['Mikko Rantanen', false],
    ['Sari Nieminen', true],
  ]);
});

test('who read it under an earlier audience has read it; who left before it was shared has not', async () => {
  await share({ ...everyone, scope: 'agencies', agencyIds: [aino.school] });
  await see(aino.mikko, aino.caseId);
  await share(ownAgency);
  await see(aino.sari, aino.caseId);
  await share(everyone);
  const { losing } = await preview(aino.leena, ownAgency);
  expect(losing.find((one) => one.name === 'Mikko Rantanen')?.hasRead).toBe(true);
  expect(losing.find((one) => one.name === 'Sari Nieminen')?.hasRead).toBe(false);
});

test('only its author is told, by the server and by the database', async () => {
  await share(everyone);
  await see(aino.mikko, aino.caseId);
  const asked = await aino.petri.try(previewAudience, { params: { entryId }, body: ownAgency });
  expect(asked.error?.error).toBe('not-an-author');
  const ask = (who: Person) =>
    world.write(who.id, 'select membership_id from access.who_has_read($1)', [entryId]);
  expect(await ask(aino.leena)).toHaveLength(1);
  for (const who of [aino.petri, aino.mikko, aino.minna]) expect(await ask(who)).toEqual([]);
});

test('what is missing is said with why', async () => {
  const toSchool = { ...everyone, scope: 'agencies' as const, agencyIds: [aino.school] };
  expect((await preview(aino.leena, toSchool)).missing).toEqual([]);
  await aino.leena.do(recordGround, {
    params: { caseId: aino.caseId },
    body: {
      fromAgencyId: aino.home,
      toAgencyId: aino.school,
      ground: ground(['social'], { effect: 'prohibit' }),
    },
  });
  expect((await preview(aino.leena, toSchool)).missing).toMatchObject([
    { fromAgencyId: aino.home, toAgencyId: aino.school, why: 'prohibited' },
  ]);
});
