// Who is told by mail of a meeting: each visitor of their own visit, and nobody of another's. Real: app, PostgreSQL, a mail server, and
// another parser of calendars.
import { expect, test } from 'vitest';
import { changeMeeting, changeVisit } from '../../shared/meetings.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { readEntry } from '../testing/calendar-entry.ts';
import { openMailServer, senderTo } from '../testing/mail-server.ts';
import { moved, roomOf } from '../testing/meeting-parts.ts';
import { openTwoCaseMeeting } from '../testing/two-case-meeting.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const { kaisa, leena, withTwoCases, teacherComes, nurseComes } = await openTwoCaseMeeting(world);

/** What has arrived since it was asked last, each with its only guest. */
const openPost = async () => {
  const smtp = await openMailServer();
  const entries = async () => {
    const from = smtp.received.length;
    const sender = senderTo(smtp.url, { world, clock: systemClock });
    await sender.sendWaiting();
    sender.close();
    return smtp.received.slice(from).map((mail) => {
      const text = mail.attachments[0]?.content.toString() ?? '';
      return { mail, entry: readEntry(text) };
    });
  };
  return { entries, close: () => smtp.close() };
};

test('a visit is in the calendar of its visitor alone; it moves with the meeting, and goes when it is withdrawn or cancelled', async () => {
  const both = await withTwoCases();
  const { meeting } = both;
  await world.superuser('delete from mails');
  const post = await openPost();
  const visitId = await teacherComes(both);
  await nurseComes(both);
  const invited = await post.entries();
  expect(invited.map(({ entry }) => [entry.method, entry.sequence, entry.attendees.length])).toEqual([
    ['REQUEST', 0, 1],
    ['REQUEST', 0, 1],
  ]);
  const guests = invited.map(({ entry }) => entry.attendees[0]?.address);
  expect(new Set(guests).size).toBe(2);
  for (const { mail } of invited) {
    const all = JSON.stringify(mail);
    for (const word of ['Aino', 'Elsa', 'Virtanen', 'Meri', 'psykiatria']) expect(all).not.toContain(word);
  }
  // Leena may not read whose case the nurse comes for, and moves the whole meeting: both calendars follow.
  const { version, startsAt, endsAt, place, link } = (await roomOf(leena, meeting)).meeting;
  const later = (at: string) => new Date(Date.parse(at) + 3_600_000).toISOString();
  await leena.do(changeMeeting, {
    params: { meetingId: meeting },
    body: { version, startsAt: later(startsAt), endsAt: later(endsAt), place, link },
  });
  const updated = await post.entries();
  expect(updated.map(({ entry }) => [entry.method, entry.sequence])).toEqual([
    ['REQUEST', 1],
    ['REQUEST', 1],
  ]);
  expect(updated.map(({ entry }) => entry.uid).toSorted()).toEqual(
    invited.map(({ entry }) => entry.uid).toSorted(),
  );
  const window = { fromAt: startsAt, untilAt: later(endsAt), withdraw: true };
  await leena.do(changeVisit, { params: { visitId }, body: window });
  expect((await post.entries()).map(({ entry }) => [entry.method, entry.status])).toEqual([
    ['CANCEL', 'CANCELLED'],
  ]);
  await moved(kaisa, meeting, 'cancel', { reason: 'Sairastapauksia.' });
  const cancelled = await post.entries();
  expect(cancelled.map(({ entry }) => entry.method)).toEqual(['CANCEL']);

  await post.close();
});
