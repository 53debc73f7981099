// Mails about meetings, through the real queue and a real mail server; what arrives is read by another calendar's parser.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { settableClock } from '../platform/clock/clock.ts';
import { openDatabase } from '../platform/db/pool.ts';
import { asPerson } from '../platform/db/transaction.ts';
import { type CalendarEntry, readEntry } from '../testing/calendar-entry.ts';
import { type MailServer, openMailServer, senderTo } from '../testing/mail-server.ts';
import { type Person, testWorld } from '../testing/world.ts';
import { type QueuedInvitation, queueInvitation } from './index.ts';

const minute = 60_000;
const clock = settableClock(new Date('2027-01-04T08:00:00Z'));
const world = await testWorld({ clock });
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const app = openDatabase(world.pools.app);

let count = 0;
let nurse: Person;
let worker: Person;
let smtp: MailServer;
beforeEach(async () => {
  count += 1;
  nurse = await world.professional(`Jonna Berg ${count}`, clinic, 'psychiatric-nurse');
  worker = await world.professional(`Leena Kallio ${count}`, home, 'social-worker');
  await world.superuser('delete from mails');
  smtp = await openMailServer();
});
afterEach(() => smtp.close());

const meetingId = '0199f1f2-0000-7000-8000-000000000001';
const invitationOf = (person: Person, changes: Partial<QueuedInvitation> = {}): QueuedInvitation => ({
  personId: person.id,
  meetingId,
  uid: randomUUID(),
  sequence: 0,
  method: 'request',
  startsAt: new Date('2027-01-11T07:00:00Z'),
  endsAt: new Date('2027-01-11T08:30:00Z'),
  kind: 'weekly',
  ...changes,
});
/** As a noun does it: with what it writes itself, in one transaction. */
const queue = (...invitations: QueuedInvitation[]) =>
  asPerson(app, null, clock.imposed(), 'read committed', async (tx, at) => {
    for (const one of invitations) await queueInvitation(tx, one, at);
  });
const send = async (from?: string) => {
  const sender = senderTo(smtp.url, { world, clock, ...(from === undefined ? {} : { from }) });
  const sent = await sender.sendWaiting();
  sender.close();
  return sent;
};
const fates = async () =>
  (await world.superuser('select skipped_why from mails order by id')).rows.map((row) => row.skipped_why);

/** The entry that mail programs look for: the alternative to the text. And the file for those that do not. */
const partsOf = (at: number): { type: string; entry: CalendarEntry }[] =>
  (smtp.received[at]?.attachments ?? []).map((part) => ({
    type: part.contentType,
    entry: readEntry(part.content.toString()),
  }));
const entryOf = (at: number): CalendarEntry => {
  const [first] = partsOf(at);
  if (!first) throw new Error(`mail ${at} carries no entry`);
  return first.entry;
};
const methodsIn = (at: number) => smtp.sources[at]?.match(/method="?[A-Z]+/g);

test('an invitation arrives as a mail with an entry: kind, time, link, and nobody but whoever gets it', async () => {
  const uid = randomUUID();
  await queue(invitationOf(nurse, { uid }), invitationOf(worker));
  expect(await send()).toBe(2);
  const [mail] = smtp.received;
  const address = `${nurse.signInName}@example.org`;
  expect(mail?.to).toMatchObject({ text: address });
  expect(mail?.subject).toBe('Rinki: tiimin viikkokokous');
  expect(mail?.text?.split('\n').slice(0, 5)).toEqual([
    'Sinut on kutsuttu kokoukseen.',
    'Tiimin viikkokokous: maanantai 11. tammikuuta 2027 klo 9.00–10.30',
    '',
    'Kirjaudu sisään ja kerro, pääsetkö mukaan:',
    `https://rinki.example.fi/meetings/${meetingId}`,
  ]);
  expect(partsOf(0).map(({ type }) => type)).toEqual(['text/calendar', 'application/ics']);
  expect(partsOf(0)[1]?.entry).toEqual(entryOf(0));
  expect(methodsIn(0)).toEqual(['method=REQUEST']);
  expect(smtp.sources[0]).toMatch(/multipart\/alternative/);
  expect(entryOf(0)).toMatchObject({
    method: 'REQUEST',
    uid,
    sequence: 0,
    status: 'CONFIRMED',
    summary: 'Rinki: tiimin viikkokokous',
    startsAt: new Date('2027-01-11T07:00:00Z'),
    endsAt: new Date('2027-01-11T08:30:00Z'),
    local: '2027-01-11T09:00:00',
    organizer: 'mailto:rinki@example.fi',
    attendees: [{ address: `MAILTO:${address}`, parameters: { rsvp: 'FALSE' } }],
  });
});

test('no name, agency, profession or other person is in the mail or the entry, as they arrive', async () => {
  await queue(invitationOf(nurse, { kind: 'network' }), invitationOf(worker, { kind: 'network' }));
  await send();
  expect(smtp.received).toHaveLength(2);
  const everything = smtp.received.map((mail, at) =>
    [
      smtp.sources[at],
      mail.subject,
      mail.text,
      mail.html,
      ...mail.attachments.map((part) => part.content.toString().replaceAll('\r\n ', '')),
    ].join(' '),
  );
  const others = [worker.signInName, nurse.signInName];
  everything.forEach((text, at) => {
    for (const word of [
      'Jonna',
      'Leena',
      'Berg',
      'Kallio',
      'Rannikon',
      'psyk',
      'lastensuojelu',
      'hoitaja',
      '\nLOCATION',
    ])
      expect(text).not.toContain(word);
    expect(text).not.toContain(others[at]);
  });
});

test('whoever is signed in gets it all the same, whoever cannot sign in does not', async () => {
  await world.signIn(nurse.signInName);
  await world.superuser('delete from credentials where person_id = $1', [worker.id]);
  await queue(invitationOf(nurse), invitationOf(worker));
  expect(await send()).toBe(1);
  expect(smtp.received.map((mail) => mail.to)).toMatchObject([{ text: `${nurse.signInName}@example.org` }]);
});

test('a change and a cancelling find the entry by its uid, with a higher sequence, each within the hour', async () => {
  const first = invitationOf(nurse);
  await queue(first);
  await send();
  clock.advance(minute);
  const later = {
    startsAt: new Date('2027-01-12T11:00:00Z'),
    endsAt: new Date('2027-01-12T12:00:00Z'),
  };
  await queue({ ...first, ...later, sequence: 1 });
  await send();
  clock.advance(minute);
  await queue({ ...first, ...later, sequence: 2, method: 'cancel' });
  expect(await send()).toBe(1);
  expect(smtp.received.map((mail) => mail.subject)).toEqual([
    'Rinki: tiimin viikkokokous',
    'Rinki: tiimin viikkokokous (muutos)',
    'Rinki: tiimin viikkokokous (peruttu)',
  ]);
  expect(smtp.received[1]?.text).toContain('tiistai 12. tammikuuta 2027 klo 13.00–14.00');
  expect([0, 1, 2].map((at) => entryOf(at).uid)).toEqual([first.uid, first.uid, first.uid]);
  expect([0, 1, 2].map((at) => entryOf(at).sequence)).toEqual([0, 1, 2]);
  expect(entryOf(1)).toMatchObject({ method: 'REQUEST', ...later });
  expect(entryOf(2)).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', ...later });
  expect(methodsIn(2)).toEqual(['method=CANCEL']);
  expect(smtp.received[2]?.text).not.toContain('kerro, pääsetkö');
});

test('invited again after a cancelling is an invitation, not a change', async () => {
  const first = invitationOf(nurse);
  await queue(first);
  await send();
  await queue({ ...first, sequence: 1, method: 'cancel' });
  await send();
  await queue({ ...first, sequence: 2 });
  await send();
  expect(smtp.received.at(-1)?.subject).toBe('Rinki: tiimin viikkokokous');
  expect(entryOf(2)).toMatchObject({ method: 'REQUEST', sequence: 2, status: 'CONFIRMED' });
});

test('of what changed before it was sent only the last goes, as the invitation that it is', async () => {
  const first = invitationOf(nurse);
  const later = { startsAt: new Date('2027-01-12T11:00:00Z'), endsAt: new Date('2027-01-12T12:00:00Z') };
  await queue(first, { ...first, ...later, sequence: 3 });
  expect(await send()).toBe(1);
  expect(await fates()).toEqual(['overtaken', null]);
  expect(smtp.received[0]?.subject).toBe('Rinki: tiimin viikkokokous');
  expect(entryOf(0)).toMatchObject({ sequence: 3, ...later });
});

test('what was cancelled before anybody was told is not told at all', async () => {
  const first = invitationOf(nurse);
  await queue(first, { ...first, sequence: 1, method: 'cancel' });
  expect(await send()).toBe(0);
  expect(await fates()).toEqual(['overtaken', 'untold']);
});

test('what may have arrived is cancelled: its sending was tried, and nobody knows how it ended', async () => {
  const first = invitationOf(nurse);
  await queue(first);
  await smtp.close();
  expect(await send()).toBe(0);
  smtp = await openMailServer();
  await queue({ ...first, sequence: 1, method: 'cancel' });
  clock.advance(5 * minute);
  expect(await send()).toBe(1);
  expect(await fates()).toEqual(['overtaken', null]);
  expect(entryOf(0)).toMatchObject({ method: 'CANCEL', sequence: 1 });
});

test('two senders at once never leave a cancelled meeting standing', async () => {
  const many = Array.from({ length: 12 }, () => invitationOf(nurse));
  await queue(...many);
  await queue(...many.map((one): QueuedInvitation => ({ ...one, sequence: 1, method: 'cancel' })));
  await Promise.all([send(), send()]);
  for (const { uid } of many) {
    const said = smtp.received.map((_, at) => entryOf(at)).filter((entry) => entry.uid === uid);
    const invited = said.some(({ method }) => method === 'REQUEST');
    expect(!invited || said.some(({ method }) => method === 'CANCEL')).toBe(true);
  }
  expect(await fates()).toHaveLength(24);
});

test('of a meeting that is over nothing is sent', async () => {
  const startsAt = new Date(clock.now().getTime() + minute);
  await queue(invitationOf(nurse, { startsAt, endsAt: new Date(startsAt.getTime() + minute) }));
  clock.advance(2 * minute);
  expect(await send()).toBe(0);
  expect(await fates()).toEqual(['over']);
});

test('mail and entry are in the person’s language', async () => {
  await world.superuser(`update people set language = 'sv' where id = $1`, [nurse.id]);
  await world.superuser(`update people set language = 'en' where id = $1`, [worker.id]);
  await queue(invitationOf(nurse), invitationOf(worker));
  await send();
  const textTo = (at: number) => smtp.received[at]?.text?.split('\n')[1];
  expect([0, 1].map((at) => entryOf(at).summary)).toEqual([
    'Rinki: teamets veckomöte',
    'Rinki: weekly team meeting',
  ]);
  expect([0, 1].map((at) => smtp.received[at]?.headers.get('content-language'))).toEqual(['sv', 'en']);
  expect(textTo(0)).toBe('Teamets veckomöte: måndag 11 januari 2027 kl. 9.00–10.30');
  expect(textTo(1)).toBe('Weekly team meeting: Monday, 11 January 2027, 09:00–10:30');
});

test('a sender with letters of two bytes organises, and the mail comes from the same address', async () => {
  await queue(invitationOf(nurse));
  await send('Ääkkösten Rinki <rinki@example.fi>');
  expect(smtp.received[0]?.from?.value[0]).toEqual({ address: 'rinki@example.fi', name: 'Ääkkösten Rinki' });
  expect(entryOf(0).organizer).toBe('mailto:rinki@example.fi');
  expect(smtp.received[0]?.attachments[0]?.content.toString()).toContain('CN="Ääkkösten Rinki"');
});

test('a kind that a newer version knows waits for it, and does not hold up the others', async () => {
  await queue(invitationOf(nurse), invitationOf(worker));
  await world.superuser(`update mails set meeting_kind = 'of-tomorrow' where person_id = $1`, [nurse.id]);
  expect(await send()).toBe(1);
  expect(await fates()).toEqual([null, null]);
  await world.superuser(`update mails set meeting_kind = 'council' where person_id = $1`, [nurse.id]);
  expect(await send()).toBe(1);
});

test('one sequence of a meeting is said to a person once, or its transaction fails', async () => {
  const first = invitationOf(nurse);
  await queue(first);
  await expect(queue(invitationOf(worker), first)).rejects.toThrow(/mails_calendar/);
  expect(await fates()).toHaveLength(1);
});
