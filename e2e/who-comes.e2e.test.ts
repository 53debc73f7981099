// Before a meeting, in two languages: one press says that one cannot come, the others see it at once, also at the case that is presented
// by whoever is missing; an absence says it by itself. Today tells who has not answered, and what one presents.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ground, invite, inviteColleague, openACase, see } from '../server/testing/case-parts.ts';
import { moved, newTeam, proposed } from '../server/testing/meeting-parts.ts';
import { endAbsence, recordAbsence } from '../shared/absences.ts';
import { answerVisit, conveneMeeting, inviteToItem } from '../shared/meetings.ts';
import { line } from './harness/case-steps.ts';
import { inOrder } from './harness/in-order.ts';
import { t, wordsIn } from './harness/journey.ts';
import { openMeetingHouse } from './harness/meeting-house.ts';

const { world, enter } = await openMeetingHouse();
const sv = wordsIn('sv');
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
const kaisa = await world.professional('Kaisa Salo', protection, 'consultant-social-worker');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const oskar = await world.professional('Oskar Nyström', protection, 'social-worker');
const terhi = await world.professional('Terhi Lindqvist', protection, 'family-therapist');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
await world.superuser(`update people set language = 'sv' where id = $1`, [kaisa.id]);
const team = await newTeam(arja, protection, kaisa, leena, oskar, terhi);

const inDays = (days: number, hours = 0) =>
  new Date(Date.now() + days * 86_400_000 + hours * 3_600_000).toISOString();

const comers = (page: Page, words: typeof sv = t) =>
  page.getByRole('region', { name: words('meeting.comersTitle') });
/** A part of Today, by its heading. */
const part = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const fact = (page: Page, words: typeof sv, name: 'expected' | 'cannotCome' | 'therapist') =>
  comers(page, words)
    .locator('dl > div')
    .filter({ has: page.getByText(words(`meeting.${name}`), { exact: true }) })
    .locator('dd');

/** A meeting in three days, with Leena's case on its agenda and the teacher invited to it. */
const planned = async () => {
  const { id: meeting } = await kaisa.do(conveneMeeting, {
    body: {
      of: { kind: 'team', teamId: team },
      meeting: 'weekly',
      startsAt: inDays(3),
      endsAt: inDays(3, 3),
      place: 'Kokoushuone Meri',
      link: null,
    },
  });
  const shared = ground(['coordination', 'shared-goal']);
  const aino = await openACase(leena);
  await inviteColleague(leena, aino, kaisa);
  await invite(leena, aino, maria, { toThem: shared, fromThem: shared });
  const item = await proposed(leena, meeting, aino);
  const membershipId = (await see(leena, aino)).members.find((m) => m.personId === maria.id)?.id ?? '';
  const { id: visitId } = await leena.do(inviteToItem, {
    params: { itemId: item },
    body: { membershipId, fromAt: inDays(3), untilAt: inDays(3, 1) },
  });
  return { meeting, visitId };
};

test('who cannot come is seen by everybody who is expected, also at the case that they present', async () => {
  const { meeting } = await planned();
  const address = `/meetings/${meeting}`;
  const [own, other] = [await enter(leena, address), await enter(kaisa, address)];
  expect(await fact(own, t, 'expected').textContent()).toBe(
    'Kaisa Salo, Leena Kallio, Oskar Nyström, Terhi Lindqvist',
  );
  expect(await fact(other, sv, 'therapist').textContent()).toBe(sv('meeting.therapistComes'));

  await comers(own)
    .getByRole('button', { name: t('meeting.iCannot') })
    .click();
  await expect.poll(() => fact(other, sv, 'cannotCome').textContent()).toBe('Leena Kallio');
  await other.getByText(sv('meeting.presenterCannot')).waitFor();
  await comers(own)
    .getByRole('button', { name: t('meeting.regretWords') })
    .click();
  const dialog = own.getByRole('dialog', { name: t('meeting.regretWords') });
  await line(dialog, t('meeting.regretLabel')).fill('Käräjillä koko päivän.');
  await dialog.getByRole('button', { name: t('meeting.save') }).click();
  await expect
    .poll(() => fact(other, sv, 'cannotCome').textContent())
    .toBe('Leena Kallio · Käräjillä koko päivän.');
  await other.getByText(sv('meeting.presenterAway', { why: 'Käräjillä koko päivän.' })).waitFor();

  // An absence that is recorded says it by itself, and there is nothing to press.
  const { id: absenceId } = await terhi.do(recordAbsence, {
    body: {
      affiliationId: terhi.affiliationId ?? '',
      substituteAffiliationId: oskar.affiliationId ?? '',
      from: inDays(0),
      until: inDays(5),
    },
  });
  await expect.poll(() => fact(other, sv, 'cannotCome').textContent()).toMatch(/Terhi Lindqvist · borta \d/);
  expect(await fact(other, sv, 'therapist').textContent()).toBe(sv('meeting.therapistNone'));
  await inOrder(other, 'who-comes', 'sv');
  await inOrder(own, 'who-comes', 'fi');
  const away = await enter(terhi, address);
  await comers(away).waitFor();
  expect(await comers(away).getByRole('button').count()).toBe(0);

  await comers(own)
    .getByRole('button', { name: t('meeting.iCan') })
    .click();
  await expect.poll(() => fact(other, sv, 'cannotCome').textContent()).not.toContain('Leena');
  await terhi.do(endAbsence, { params: { absenceId }, body: {} });
  await expect.poll(() => fact(other, sv, 'cannotCome').count()).toBe(0);
  // Nothing of it is to stand beside the next.
  await moved(kaisa, meeting, 'cancel', { reason: 'Sairastapauksia.' });
});

test('who has not answered stands on Today of whoever coordinates, what one presents on one’s own', async () => {
  const { visitId } = await planned();
  const [own, other] = [await enter(leena, '/'), await enter(kaisa, '/')];
  const unanswered = part(other, sv('meeting.unansweredTitle'));
  await unanswered.getByText(sv('meeting.unanswered', { count: 1 })).waitFor();
  const presented = part(own, t('meeting.presentsTitle'));
  await presented.getByText(t('meeting.youPresent', { names: 'Aino' })).waitFor();
  expect(await part(own, t('meeting.unansweredTitle')).count()).toBe(0);
  await inOrder(other, 'today-unanswered', 'sv');
  await inOrder(own, 'today-presents', 'fi');
  await unanswered.getByRole('link').first().click();
  await other.getByText(sv('meeting.visitWaiting')).waitFor();
  await other.goBack();
  await unanswered.waitFor();
  await maria.do(answerVisit, { params: { visitId }, body: { answer: 'comes' } });
  await unanswered.waitFor({ state: 'detached' });
});
