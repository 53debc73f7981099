// The own cases follow what changes, begins and ends, though their rights are not worked out anew each time. Real: app,
// database; the clock is moved.
import { expect, test } from 'vitest';
import { endMembership, listCases } from '../../shared/cases.ts';
import { changeMembership } from '../../shared/members.ts';
import { settableClock } from '../platform/clock/clock.ts';
import { inviteColleague, openACase } from '../testing/case-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';

const clock = settableClock(new Date());
const world = await testWorld({ clock });
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const leena = await world.professional('Leena Kallio', home, 'social-worker');
const petri = await world.professional('Petri Aalto', home, 'social-counsellor');

/** Asked twice: the second answer is the one that nothing was worked out for. */
const listOf = async (who: Person): Promise<string[]> => {
  const ids = async () => (await who.do(listCases)).cases.map((c) => c.id).sort();
  const first = await ids();
  expect(await ids()).toEqual(first);
  return first;
};

test('a case is in the own list from the invitation to the end, whether somebody ends it or its day has come', async () => {
  expect(await listOf(petri)).toEqual([]);
  const [ended, over, stays] = [await openACase(leena), await openACase(leena), await openACase(leena)];
  expect(await listOf(leena)).toEqual([ended, over, stays].sort());
  expect(await listOf(petri)).toEqual([]);
  const { id: endedId } = await inviteColleague(leena, ended, petri);
  expect(await listOf(petri)).toEqual([ended]);
  const { id: overId } = await inviteColleague(leena, over, petri);
  await inviteColleague(leena, stays, petri);
  expect(await listOf(petri)).toEqual([ended, over, stays].sort());

  await leena.do(endMembership, {
    params: { caseId: ended, memberId: endedId },
    body: { reason: 'Työ päättyi' },
  });
  expect(await listOf(petri)).toEqual([over, stays].sort());

  const until = new Date(clock.now().getTime() + 10 * 60_000).toISOString();
  await leena.do(changeMembership, {
    params: { caseId: over, memberId: overId },
    body: { until, role: null },
  });
  expect(await listOf(petri)).toEqual([over, stays].sort());
  // Nobody changes anything: its time comes.
  clock.advance(11 * 60_000);
  expect(await listOf(petri)).toEqual([stays]);
  expect(await listOf(leena)).toEqual([ended, over, stays].sort());
});
