// Which shared section of the memo is written on when those who were invited change: for the team and for whoever visits, the same
// one; the others stay with those who had them.
import { expect, test, vi } from 'vitest';
import { recordGround } from '../../shared/cases.ts';
import { beginSection, changeVisit } from '../../shared/meetings.ts';
import { ground, invite } from '../testing/case-parts.ts';
import { invitedTo, itemsOf, moved } from '../testing/meeting-parts.ts';
import { openTwoCaseMeeting } from '../testing/two-case-meeting.ts';
import { type Person, testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const world = await testWorld();
const { kaisa, leena, maria, sari, school, clinic, withTwoCases, teacherComes } =
  await openTwoCaseMeeting(world);
const shared = ground(['coordination', 'shared-goal']);

test('somebody invited in mid-writing begins another section; when they are not to come, the first one goes on', async () => {
  const both = await withTwoCases();
  const { aino, meeting, second } = both;
  await teacherComes(both);
  await invite(leena, aino, sari, { toThem: shared, fromThem: shared });
  // They may know of each other, else nobody would ask them to one table.
  const statute = ground(['coordination', 'shared-goal', 'education', 'health'], {
    kind: 'statute',
    statute: 'Sosiaalihuoltolaki 1301/2014, 41 §',
  });
  const allow = (fromAgencyId: string, toAgencyId: string) =>
    leena.do(recordGround, { params: { caseId: aino }, body: { fromAgencyId, toAgencyId, ground: statute } });
  await allow(school, clinic);
  await allow(clinic, school);
  await moved(kaisa, meeting, 'open');
  await moved(kaisa, meeting, 'begin-item', { itemId: second });
  const begun = async (): Promise<string> =>
    (await leena.do(beginSection, { params: { itemId: second }, body: { phase: 'curious' } })).documentId;
  const seenBy = async (who: Person) =>
    (await itemsOf(who, meeting))
      .find(({ id }) => id === second)
      ?.sections.map(({ documentId, earlier }) => [documentId, earlier]);
  const withTeacher = await begun();
  expect(await seenBy(maria)).toEqual([[withTeacher, false]]);

  const visitId = await invitedTo(leena, aino, second, sari);
  for (const who of [leena, maria]) expect(await seenBy(who), who.signInName).toEqual([[withTeacher, true]]);
  expect(await seenBy(sari)).toEqual([]);
  const withBoth = await begun();
  expect(withBoth).not.toBe(withTeacher);
  for (const who of [leena, maria])
    expect(await seenBy(who), who.signInName).toEqual([
      [withTeacher, true],
      [withBoth, false],
    ]);
  expect(await seenBy(sari)).toEqual([[withBoth, false]]);

  const window = {
    fromAt: new Date(Date.now() - 60_000).toISOString(),
    untilAt: new Date(Date.now() + 60_000).toISOString(),
  };
  await leena.do(changeVisit, { params: { visitId }, body: { ...window, withdraw: true } });
  // What was written while the nurse was expected is still read there, and nothing more is written to her agency.
  for (const who of [leena, maria])
    expect(await seenBy(who), who.signInName).toEqual([
      [withTeacher, false],
      [withBoth, true],
    ]);
  expect(await begun()).toBe(withTeacher);
});
