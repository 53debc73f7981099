// When turvakielto is set, the home team is shown which texts that others can already read tell where the child is.
import { expect, test } from 'vitest';
import { changeWhereabouts } from '../../shared/cases.ts';
import { listTellingTexts } from '../../shared/entries.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const aino = await caseOfAino(world);
const { caseId, leena, petri, mikko, sari, minna, home, school } = aino;
const room = await assessmentOfAino(aino);
const params = { caseId };
const list = async (who = leena) => (await who.do(listTellingTexts, { params })).texts;
const turn = async (nonDisclosure: boolean) => {
  const version = (await aino.seenBy(leena)).whereabouts?.version ?? 0;
  const place = { address: 'Piilopolku 9', municipality: 'Salakylä', school: 'Salakylän koulu' };
  await leena.do(changeWhereabouts, { params, body: { version, nonDisclosure, ...place } });
};
const comment = async (narrative: string, to: Parameters<typeof room.share>[2]) => {
  const id = await room.start(leena, 'comment');
  await room.write(leena, id, { narrative });
  await room.share(leena, id, to);
  return id;
};

test('of shared texts those are listed that others read and that name a place, inflected too, until they are narrowed', async () => {
  const toSchool = { scope: 'agencies' as const, agencyIds: [school], familyScope: 'none' as const };
  const telling = await comment('He asuvat nyt Salakylässä, Piilopolulla.', toSchool);
  const toFamily = await comment('Uusi koulu on Salakylän koulu.', { scope: 'agency', familyScope: 'all' });
  await comment('Salakylästä ei puhuta muille.', { scope: 'agency', familyScope: 'none' });
  await comment('Koulu sujuu hyvin.', toSchool);
  const { entryId: draft } = await room.contribution(mikko, 'school-and-learning', 'Muuttivat Salakylään.');
  // Without turvakielto nothing is looked for.
  expect(await list()).toEqual([]);
  await turn(true);
  const found = await list();
  expect(new Set(found.map((one) => one.entryId))).toEqual(new Set([telling, toFamily]));
  expect(found.find((one) => one.entryId === telling)?.tells).toEqual(['address', 'municipality', 'school']);
  expect(await list(petri)).toEqual(found);
  expect(found.map((one) => one.entryId)).not.toContain(draft);
  await room.share(leena, telling, { scope: 'agency', agencyIds: [], familyScope: 'none' });
  expect((await list()).map((one) => one.entryId)).toEqual([toFamily]);
});

test('nobody but the home team is answered; a stranger is told of no case', async () => {
  for (const who of [mikko, sari, minna])
    expect((await who.try(listTellingTexts, { params })).status).toBe(403);
  const stranger = await world.professional('Outi Utelias', home, 'social-worker');
  expect((await stranger.try(listTellingTexts, { params })).status).toBe(404);
});
