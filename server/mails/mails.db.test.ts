// Neutral mails to people who are not signed in: a real mail server on this machine, a real queue in the database.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { settableClock } from '../platform/clock/clock.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { aChild, invite, inviteColleague, inviteFamily, openACase, see } from '../testing/case-parts.ts';
import { type MailServer, openMailServer, senderTo } from '../testing/mail-server.ts';
import { testWorld } from '../testing/world.ts';

const minute = 60_000;
const clock = settableClock(new Date('2026-11-10T08:00:00Z'));
const world = await testWorld({ clock });
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
let count = 0;
const newNurse = () => {
  count += 1;
  return world.professional(`Jonna Berg ${count}`, clinic, 'psychiatric-nurse');
};

let smtp: MailServer;
beforeEach(async () => {
  await world.superuser('delete from mails');
  smtp = await openMailServer();
});
afterEach(() => smtp.close());

const sender = () => senderTo(smtp.url, { world, clock });
/** Long enough for every session to have ended; whoever works on signs in again. */
const everybodyLeaves = () => clock.advance(31 * minute);
const states = async () =>
  (await world.superuser('select sent_at, failed_at, skipped_why, attempts from mails order by id')).rows;

/** A nurse who is not there is invited by a worker who is. */
const inviteAbsent = async () => {
  count += 1;
  const nurse = await newNurse();
  everybodyLeaves();
  const leena = await world.professional(`Leena Kallio ${count}`, home, 'social-worker');
  const caseId = await openACase(leena);
  await invite(leena, caseId, nurse);
  return { nurse, leena, caseId };
};

test('somebody invited while away gets one mail that names no child, no agency, no profession and nobody', async () => {
  const { nurse, leena, caseId } = await inviteAbsent();
  const { number } = (await see(leena, caseId)).case;
  expect(await sender().sendWaiting()).toBe(1);
  const [mail] = smtp.received;
  expect(mail?.to).toMatchObject({ text: `${nurse.signInName}@example.org` });
  expect(mail?.subject).toBe(`Rinki: asia ${number}`);
  expect(mail?.text).toContain(`https://rinki.example.fi/cases/${caseId}`);
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  const raw = `${mail?.subject} ${mail?.text} ${mail?.html}`;
  for (const word of [
    'Aino',
    'Virtanen',
    aChild.address,
    'Leena',
    'Jonna',
    'psykiatria',
    'lastensuojelu',
    'sairaanhoitaja',
    'psychiatric',
  ]) {
    expect(raw).not.toContain(word);
  }
  expect(await sender().sendWaiting()).toBe(0);
});

test('whoever is signed in gets none, at the asking or by the time of sending', async () => {
  const nurse = await newNurse();
  const leena = await world.professional(`Leena Läsnä ${count}`, home, 'social-worker');
  await invite(leena, await openACase(leena), nurse);
  expect(await states()).toEqual([]);
  const absent = await inviteAbsent();
  await world.signIn(absent.nurse.signInName);
  expect(await sender().sendWaiting()).toBe(0);
  expect((await states()).map((row) => row.skipped_why)).toEqual(['signed-in']);
});

test('the mail is in the person’s language, with the day on which something is due', async () => {
  const { nurse } = await inviteAbsent();
  await world.superuser(`update people set language = 'sv' where id = $1`, [nurse.id]);
  await world.superuser(`update mails set stage = 'asked', due_on = '2026-12-01'`);
  await sender().sendWaiting();
  expect(smtp.received[0]?.subject).toMatch(/^Rinki: ärende R-2026-/);
  expect(smtp.received[0]?.text).toContain('1 december 2026');
  expect(smtp.received[0]?.headers.get('content-language')).toBe('sv');
});

test('with the mail server down a mail waits, and arrives when it is up again', async () => {
  await inviteAbsent();
  await smtp.close();
  expect(await sender().sendWaiting()).toBe(0);
  expect(await sender().sendWaiting()).toBe(0);
  expect((await states())[0]).toMatchObject({ sent_at: null, attempts: 1 });
  smtp = await openMailServer(smtp.port);
  clock.advance(2 * minute);
  expect(await sender().sendWaiting()).toBe(1);
  expect(smtp.received).toHaveLength(1);
});

test('after a day without a mail server the mail is given up', async () => {
  await inviteAbsent();
  await smtp.close();
  for (let tries = 0; tries < 60 && (await states())[0]?.failed_at === null; tries += 1) {
    clock.advance(80 * minute);
    await sender().sendWaiting();
  }
  expect((await states())[0]?.failed_at).not.toBeNull();
  expect(Number((await states())[0]?.attempts)).toBeLessThan(30);
  smtp = await openMailServer(smtp.port);
  clock.advance(80 * minute);
  expect(await sender().sendWaiting()).toBe(0);
});

test('two senders at once send each mail once', async () => {
  await inviteAbsent();
  await world.superuser(
    `insert into mails (person_id, stage, case_number, path, at, next_at)
     select person_id, stage, 'R-2026-' || n, path, at, next_at from mails, generate_series(1, 11) n`,
  );
  const sent = await Promise.all([sender().sendWaiting(), sender().sendWaiting()]);
  expect(sent[0] + sent[1]).toBe(12);
  expect(new Set(smtp.received.map((mail) => mail.messageId)).size).toBe(12);
  expect(smtp.received).toHaveLength(12);
});

test('of one stage of one case a person hears at most once an hour', async () => {
  const { nurse } = await inviteAbsent();
  const again = (stage: string) =>
    world.superuser(
      `insert into mails (person_id, stage, case_number, path, at, next_at)
       select person_id, $2, case_number, path, $3, $3 from mails where person_id = $1 limit 1`,
      [nurse.id, stage, clock.now()],
    );
  await again('invited');
  await again('asked');
  expect(await sender().sendWaiting()).toBe(2);
  await again('invited');
  expect(await sender().sendWaiting()).toBe(0);
  clock.advance(61 * minute);
  await again('invited');
  expect(await sender().sendWaiting()).toBe(1);
  expect((await states()).filter((row) => row.skipped_why === 'repeated')).toHaveLength(2);
});

test('a text released to the family is one neutral mail to those of them who are away, and none for what they had', async () => {
  count += 1;
  const minna = await world.family(`Minna Virtanen ${count}`);
  const child = await world.family(`Aino Virtanen ${count}`);
  everybodyLeaves();
  const leena = await world.professional(`Leena Kallio ${count}`, home, 'social-worker');
  const caseId = await openACase(leena);
  await inviteFamily(leena, caseId, minna, 'guardian');
  await inviteFamily(leena, caseId, child, 'child');
  await world.superuser('delete from mails');
  await world.signIn(child.signInName);
  const { start, write, share } = await assessmentOfAino({
    caseId,
    leena,
    seenBy: (who) => see(who, caseId),
  });
  const situation = await start(leena, 'situation');
  await write(leena, situation, { narrative: 'Ainon tilanne on rauhoittunut.' });
  await share(leena, situation, { scope: 'agency', familyScope: 'none' });
  expect(await states()).toEqual([]);
  await share(leena, situation, { scope: 'agency', familyScope: 'all' });
  // Only its readers among the professionals change: the family has it already.
  await share(leena, situation, { scope: 'everyone', familyScope: 'all' });
  expect(await states()).toHaveLength(1);
  const synthesis = await start(leena, 'synthesis');
  await write(leena, synthesis, { synthesis: 'Kokonaisuus.' });
  await share(leena, synthesis, { familyScope: 'all' });
  expect(await sender().sendWaiting()).toBe(1);
  expect(smtp.received.map((mail) => mail.to)).toMatchObject([{ text: `${minna.signInName}@example.org` }]);
  const [mail] = smtp.received;
  expect(mail?.text).toContain(`https://rinki.example.fi/cases/${caseId}`);
  for (const word of ['Aino', 'Leena', 'Minna', 'lastensuojelu', 'tilanne', 'Kokonaisuus'])
    expect(`${mail?.subject} ${mail?.text}`).not.toContain(word);
  expect((await states()).map((row) => row.skipped_why)).toEqual([null, 'repeated']);
});

test('without a mail server in the settings nothing is sent, and the row says why', async () => {
  await inviteAbsent();
  expect(await senderTo(undefined, { world, clock }).sendWaiting()).toBe(0);
  expect((await states())[0]).toMatchObject({ sent_at: null, skipped_why: 'no-mail-server' });
});

test('somebody without an address, or who is gone, gets none', async () => {
  const { nurse } = await inviteAbsent();
  await world.superuser('update people set email = null where id = $1', [nurse.id]);
  await sender().sendWaiting();
  expect((await states())[0]?.skipped_why).toBe('no-address');
});

test('a mail is queued with the asking or not at all', async () => {
  const nurse = await newNurse();
  everybodyLeaves();
  const leena = await world.professional(`Leena Peruu ${count}`, home, 'social-worker');
  const colleague = await world.professional(`Outi Salo ${count}`, home, 'social-counsellor');
  const caseId = await openACase(leena);
  await inviteColleague(leena, caseId, colleague);
  await expect(invite(leena, caseId, nurse, { toThem: null })).rejects.toThrow(/ground-missing/);
  expect(await states()).toEqual([]);
});
