// The calendar entry, read back by another parser: who stands in it, when it is in summer and winter, what follows what.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meetingKinds } from '../../shared/meeting.ts';
import { languages } from '../../shared/vocabulary.ts';
import { readEntry } from '../testing/calendar-entry.ts';
import { type Invitation, invitationFor } from './invitation.ts';

const from = 'Rinki <rinki@example.fi>';
const invitation: Invitation = {
  uid: '7c0f9f43-93a6-4f0e-8f6f-0d9a61cf8a52',
  sequence: 0,
  method: 'request',
  startsAt: new Date('2026-10-20T06:00:00Z'),
  endsAt: new Date('2026-10-20T07:30:00Z'),
  kind: 'weekly',
  language: 'fi',
  recipient: 'jonna.berg@example.org',
  link: 'https://rinki.example.fi/meetings/0199f1f2-0000-7000-8000-000000000001',
  saidAt: new Date('2026-10-12T08:15:30Z'),
  as: 'visitor',
  repeats: null,
  occasionAt: null,
};
const entryOf = (changes: Partial<Invitation> = {}, sender = from) =>
  readEntry(invitationFor({ ...invitation, ...changes }, sender));

test('an invitation says kind, time and link to one person, and nothing else', () => {
  expect(entryOf().properties).toEqual([
    ['uid', invitation.uid],
    ['sequence', '0'],
    ['dtstamp', '2026-10-12T08:15:30Z'],
    ['dtstart', '2026-10-20T09:00:00'],
    ['dtend', '2026-10-20T10:30:00'],
    ['summary', 'Rinki: tiimin viikkokokous'],
    ['description', `Vastaa kutsuun ja katso paikka ja asiat Ringissä:\n${invitation.link}`],
    ['organizer', 'mailto:rinki@example.fi'],
    ['attendee', 'MAILTO:jonna.berg@example.org'],
    ['url', invitation.link],
    ['status', 'CONFIRMED'],
    ['class', 'PRIVATE'],
  ]);
});

test('of all addresses only the recipient’s and the sender’s stand in the file, once each', () => {
  const file = invitationFor(invitation, from).replaceAll('\r\n ', '');
  expect(file.match(/[\w.+-]+@[\w.-]+/g)).toEqual(['rinki@example.fi', 'jonna.berg@example.org']);
  expect(entryOf().attendees).toEqual([
    {
      address: 'MAILTO:jonna.berg@example.org',
      parameters: { role: 'REQ-PARTICIPANT', partstat: 'NEEDS-ACTION', rsvp: 'FALSE' },
    },
  ]);
});

test('the same hour by the clock in summer and winter, which the file’s own time zone explains', () => {
  const summer = entryOf();
  const startsAt = new Date('2026-10-27T07:00:00Z');
  const winter = entryOf({ startsAt, endsAt: new Date('2026-10-27T08:30:00Z') });
  expect([summer.local, winter.local]).toEqual(['2026-10-20T09:00:00', '2026-10-27T09:00:00']);
  expect([summer.startsAt, winter.startsAt]).toEqual([invitation.startsAt, startsAt]);
  expect(summer.zone).toBe('Europe/Helsinki');
});

test('any moment comes back as it was, but for the hour that the clocks show twice', {
  timeout: 30_000,
}, () => {
  const minute = 60_000;
  const moments = fc
    .integer({ min: Date.parse('2026-01-01') / minute, max: Date.parse('2036-01-01') / minute })
    .map((minutes) => new Date(minutes * minute));
  /** The second of the two, from one to two by Greenwich on the last Sunday of October: no local time can tell it. */
  const isSecond = (at: Date) =>
    at.getUTCMonth() === 9 && at.getUTCDate() >= 25 && at.getUTCDay() === 0 && at.getUTCHours() === 1;
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 480 }), (startsAt, minutes) => {
      const endsAt = new Date(startsAt.getTime() + minutes * minute);
      fc.pre(!isSecond(startsAt) && !isSecond(endsAt));
      const entry = entryOf({ startsAt, endsAt });
      expect([entry.startsAt, entry.endsAt]).toEqual([startsAt, endsAt]);
    }),
  );
});

test('a change has the same uid and a higher sequence; a cancelling says so in both places where programs look', () => {
  const changed = entryOf({ sequence: 1, startsAt: new Date('2026-10-20T06:30:00Z') });
  expect(changed).toMatchObject({ method: 'REQUEST', uid: invitation.uid, sequence: 1, status: 'CONFIRMED' });
  const cancelled = entryOf({ sequence: 2, method: 'cancel' });
  expect(cancelled).toMatchObject({
    method: 'CANCEL',
    uid: invitation.uid,
    sequence: 2,
    status: 'CANCELLED',
    organizer: 'mailto:rinki@example.fi',
    startsAt: invitation.startsAt,
  });
  expect(cancelled.attendees.map(({ address }) => address)).toEqual(['MAILTO:jonna.berg@example.org']);
  expect(cancelled.description).toBe(`Kokous on peruttu.\n${invitation.link}`);
});

test('lines are at most 75 bytes long and end as the standard says; letters of two bytes come back whole', () => {
  for (const language of languages) {
    for (const kind of meetingKinds) {
      for (const method of ['request', 'cancel'] as const) {
        const file = invitationFor(
          { ...invitation, language, kind, method },
          'Ääkkösringin lähettäjä <r@example.fi>',
        );
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toContain('\n');
        }
        const entry = readEntry(file);
        expect(entry.summary).toMatch(/^Rinki: \p{Ll}/u);
        expect(entry.description).not.toContain('�');
        expect(entry.description.endsWith(`\n${invitation.link}`)).toBe(true);
      }
    }
  }
  expect(entryOf({ language: 'sv' }).description).toContain(
    'Svara på inbjudan och se plats och ärenden i Rinki:',
  );
});

test('the entry is in the recipient’s language', () => {
  const summaries = languages.map((language) => entryOf({ language, kind: 'network' }).summary);
  expect(summaries).toEqual(['Rinki: verkostokokous', 'Rinki: nätverksmöte', 'Rinki: network meeting']);
});

test('the sender organises, however its address is written in the settings', () => {
  const file = (sender: string) => invitationFor(invitation, sender);
  expect(file('rinki@example.fi')).toContain('ORGANIZER;CN="rinki@example.fi":mailto:rinki@example.fi\r\n');
  expect(file('"Rinki, Rannikko" <rinki@example.fi>')).toContain(
    'ORGANIZER;CN="Rinki, Rannikko":mailto:rinki@example.fi\r\n',
  );
  expect(() => file('nobody')).toThrow();
});

test('a series has its rule, its last beginning in UTC, and the beginnings that it passes over; one occasion its planned beginning', () => {
  const repeats = {
    everyWeeks: 2,
    lastAt: '2027-06-08T06:00:00.000Z',
    without: ['2026-11-03T07:00:00.000Z', '2027-01-12T07:00:00.000Z'],
  };
  const file = invitationFor({ ...invitation, as: 'team', repeats }, from).replaceAll('\r\n ', '');
  expect(file).toContain('RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20270608T060000Z;BYDAY=TU\r\n');
  expect(file).toContain('EXDATE;TZID=Europe/Helsinki:20261103T090000,20270112T090000\r\n');
  expect(file).not.toContain('RECURRENCE-ID');
  const plain = invitationFor(
    { ...invitation, as: 'team', repeats: { everyWeeks: 1, lastAt: null, without: [] } },
    from,
  );
  expect(plain).toContain('RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=TU\r\n');
  expect(plain).not.toContain('EXDATE');
  const cancelled = invitationFor({ ...invitation, as: 'team', repeats, method: 'cancel' }, from);
  expect(cancelled).not.toMatch(/RRULE:FREQ=WEEKLY|EXDATE/);
  const moved = invitationFor(
    { ...invitation, as: 'team', occasionAt: new Date('2026-10-27T07:00:00Z') },
    from,
  );
  expect(moved).toContain('RECURRENCE-ID;TZID=Europe/Helsinki:20261027T090000\r\n');
});
