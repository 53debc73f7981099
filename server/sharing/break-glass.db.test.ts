// Whoever breaks the glass is seen doing it by those who may know, reads no log, and looks with nobody else's eyes.
import { beforeAll, expect, test } from 'vitest';
import { getSharing, listLog, viewAsAgency } from '../../shared/sharing.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { see } from '../testing/case-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const aino = await caseOfAino(world);
const { caseId, home, school, leena, mikko } = aino;
const onCall = await world.professional('Olli Päivystäjä', home, 'social-worker');
const logOf = (who: Person) => who.do(listLog, { params: { caseId }, query: { before: '' } });

beforeAll(async () => {
  const reason = 'Lapsi on päivystyksessä, työntekijää ei tavoiteta.';
  await world.write(onCall.id, `select access.break_glass($1, $2, $3, 60)`, [
    caseId,
    onCall.affiliationId,
    reason,
  ]);
  await world.superuser(`update streams set access_epoch = access_epoch + 1 where id = $1`, [caseId]);
  await see(onCall, caseId);
});

test('the team finds in the log who opened the case so', async () => {
  const { rows } = await logOf(leena);
  expect(rows.some((row) => row.by?.name === 'Olli Päivystäjä' && row.kind === 'case')).toBe(true);
});

test('the school does not, and nothing says that anybody new takes part', async () => {
  expect(JSON.stringify(await logOf(mikko))).not.toContain('Olli');
  const { agencies } = await mikko.do(getSharing, { params: { caseId } });
  expect(agencies.map((one) => one.id).sort()).toEqual([home, school].sort());
});

test('who broke the glass reads no row of the log and looks with nobody else’s eyes', async () => {
  expect((await logOf(onCall)).rows).toEqual([]);
  const look = await onCall.try(viewAsAgency, { params: { caseId, agencyId: school } });
  expect(look.error?.error).toBe('not-allowed');
});
