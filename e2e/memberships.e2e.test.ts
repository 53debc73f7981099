// Journey 12: the life of a membership. Responsibility changes hands between two browsers, a substitute comes and goes,
// an invitation is declined with a reason, and an end that was set closes an open page to the second.
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { finnishDate, goAway, goToCase, named, typeDate } from './harness/case-steps.ts';
import { beginJourney, t, wordsIn } from './harness/journey.ts';
import { record, seenAt } from './harness/measured.ts';
import { casesOf } from './harness/views.ts';

const journey = beginJourney();

/** Oskar and Henrik read Swedish. */
const sv = wordsIn('sv');
const dialogOf = (page: Page) => page.getByRole('dialog');
/** What has the focus: it is never lost to the beginning of the page. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
const row = (page: Page, text: string | RegExp) => page.getByRole('listitem').filter({ hasText: text });

test('responsibility is offered, shown live on both Todays, and passes when it is accepted', async () => {
  const giver = await journey.person('social-worker');
  const receiver = await journey.person('oskar.nystrom');
  const caseId = await goToCase(giver, 'Kasper');
  await giver.goto(`/cases/${caseId}/sharing`);
  await giver.getByRole('button', { name: t('membership.handOver'), exact: true }).click();
  const dialog = dialogOf(giver);
  // A press that finds something missing goes to the first of it.
  await dialog.getByRole('button', { name: t('membership.offer') }).click();
  await dialog.getByText(t('membership.needReceiver')).waitFor();
  await expect.poll(() => giver.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
  await dialog.getByRole('radio', { name: /Oskar Nyström/ }).check();
  // The number of the receiver's children, against the limit.
  await dialog
    .getByText(t('membership.receiverLoad', { count: 2 }))
    .first()
    .waitFor();
  await dialog
    .getByLabel(t('membership.message'))
    .fill('Perhe muuttaa Lillbyhyn, ja ruotsi on heille helpompi.');
  let sent = 0;
  giver.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/handovers')) sent = performance.now();
  });
  const seen = seenAt(receiver, 'Perhe muuttaa Lillbyhyn');
  await dialog.getByRole('button', { name: t('membership.offer') }).click();
  record('responsibility offered → on the receiver’s open Today', [(await seen) - sent]);
  await giver.getByText(t('membership.offerOpen', { from: 'Leena Kallio', to: 'Oskar Nyström' })).waitFor();
  // The button that was pressed went with what it did.
  await expect.poll(() => focused(giver)).toBe('Kasper');
  // Nothing has changed hands yet.
  await row(giver, /^Leena Kallio vastuutyöntekijä/i).waitFor();
  await giver.goto('/');
  await giver.getByText(t('membership.handoverFromMe', { name: 'Oskar Nyström' })).waitFor();

  const offer = row(receiver, 'Perhe muuttaa Lillbyhyn');
  await offer.getByText(sv('membership.giverTeam', { name: 'Leena Kallio' })).waitFor();
  await offer.getByRole('button', { name: named(sv('membership.handoverAccept'), 'Kasper') }).click();
  await giver
    .getByText(t('membership.handoverFromMe', { name: 'Oskar Nyström' }))
    .waitFor({ state: 'detached' });
  await giver
    .getByText(/Oskar Nyström otti vastuun/)
    .first()
    .waitFor();
  await giver.goto(`/cases/${caseId}/sharing`);
  await row(giver, /^Oskar Nyström vastuutyöntekijä/i).waitFor();
  expect(await giver.getByRole('button', { name: t('membership.handOver'), exact: true }).count()).toBe(0);
  await receiver.goto(`/cases/${caseId}/sharing`);
  await receiver.getByRole('button', { name: sv('membership.handOver'), exact: true }).waitFor();
});

test('an absence brings its substitute into every case, marked, until the absent one is back', async () => {
  const worker = await journey.person('social-worker');
  const substitute = await journey.person('oskar.nystrom');
  await goAway(worker, 'Oskar Nyström', 5);
  await worker.getByText(t('membership.absenceRow', { name: 'Leena Kallio' })).waitFor();

  await substitute.getByText(sv('membership.standingIn', { name: 'Leena Kallio' })).waitFor();
  const caseId = await goToCase(substitute, 'Aino');
  const inRing = sv('membership.substituteRole', { role: sv('memberRole.responsible') });
  // The ring sets a long role in lines.
  await substitute
    .getByText(inRing.split(', ').at(-1) ?? '')
    .first()
    .waitFor();
  await substitute.goto(`/cases/${caseId}/sharing`);
  await substitute
    .getByText(sv('membership.substituteOf', { name: 'Leena Kallio' }))
    .first()
    .waitFor();

  await worker.goto('/');
  const closed = seenAt(substitute, sv('cases.gone'));
  await worker.getByRole('button', { name: t('membership.awayBack') }).click();
  await closed;
  expect((await substitute.request.get(`/api/cases/${caseId}`)).status()).toBe(404);
  await worker.getByText(t('membership.awayMine', { name: 'Oskar Nyström' })).waitFor({ state: 'detached' });
});

test('an invitation says who asks, why and on what ground; declined, its reason is on the inviter’s open Today', async () => {
  const inviter = await journey.person('social-worker');
  const cases = await casesOf(journey);
  await journey.look(
    `update memberships set ends_at = (date_trunc('day', now() at time zone 'Europe/Helsinki') + interval '10 days') at time zone 'Europe/Helsinki'
     where case_id = $1 and person_id in (select id from people where sign_in_name = 'psychiatrist')`,
    [cases('Onni')],
  );
  const invited = await journey.person('psychiatrist');
  const asked = row(invited, 'Onni').filter({ hasText: 'Tarvitsemme arviosi' });
  await asked.getByText(/Leena Kallio, Kustens barnskydd/).waitFor();
  await asked.getByText(new RegExp(sv('groundKind.guardian-consent'))).waitFor();
  // The last day, not the midnight after it.
  await asked.getByText(new RegExp(sv('membership.invitedUntil', { date: finnishDate(9) }))).waitFor();
  await asked.getByRole('button', { name: named(sv('membership.decline'), 'Onni') }).click();
  const dialog = dialogOf(invited);
  // It is fetched when asked for: an Esc before it has come would close nothing, and the Enter would meet its own close.
  await dialog.getByRole('button', { name: sv('membership.declineSend') }).waitFor();
  await invited.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await focused(invited)).toContain(sv('membership.decline'));
  await invited.keyboard.press('Enter');
  await dialog.getByRole('button', { name: sv('membership.declineSend') }).click();
  await dialog.getByText(sv('membership.needReason')).waitFor();
  await dialog.getByLabel(sv('membership.declineReason')).fill('Olen virkavapaalla, kysykää Sari Niskaselta');
  const told = seenAt(inviter, 'kysykää Sari Niskaselta');
  await dialog.getByRole('button', { name: sv('membership.declineSend') }).click();
  await dialog.waitFor({ state: 'detached' });
  await told;
  expect(await invited.getByText('Onni').count()).toBe(0);
  await inviter.goto(`/cases/${cases('Onni')}/sharing`);
  await inviter.getByText(/kysykää Sari Niskaselta/).waitFor();
});

test('opening what one was invited to accepts it; an end that was set closes the open page when it has come', async () => {
  const worker = await journey.person('social-worker');
  const nurse = await journey.person('psychiatric-nurse');
  const caseId = (await casesOf(journey))('Aino');
  const [{ id: memberId } = { id: '' }] = await journey.look<{ id: string }>(
    `update memberships set accepted_at = null where case_id = $1 and person_id in (select id from people where sign_in_name = 'psychiatric-nurse') returning id`,
    [caseId],
  );
  await worker.goto(`/cases/${caseId}/sharing`);
  await row(worker, 'Sari Niskanen').getByText(t('membership.notAnswered')).waitFor();
  await nurse.goto('/');
  await nurse.getByRole('link', { name: named(t('membership.openInvitation'), 'Aino') }).click();
  await nurse.getByRole('heading', { name: 'Aino' }).waitFor();
  await row(worker, 'Sari Niskanen')
    .getByText(/hyväksyi kutsun/)
    .waitFor();

  // By the day it is set on the page; to the second through the same command.
  await worker.getByRole('button', { name: named(t('membership.change'), 'Sari Niskanen') }).click();
  await typeDate(dialogOf(worker), t('membership.endsOn'), finnishDate(3));
  await dialogOf(worker)
    .getByRole('button', { name: t('membership.save') })
    .click();
  await dialogOf(worker).waitFor({ state: 'detached' });
  await row(worker, 'Sari Niskanen')
    .getByText(new RegExp(t('members.until', { date: finnishDate(3) })))
    .waitFor();
  const { csrfToken } = await (await worker.request.get('/api/session')).json();
  const until = Date.now() + 5_000;
  const closed = seenAt(nurse, t('cases.gone'));
  const set = await worker.request.put(`/api/cases/${caseId}/members/${memberId}`, {
    headers: { 'x-rinki-token': csrfToken, 'idempotency-key': randomUUID(), origin: journey.server.origin },
    data: { until: new Date(until).toISOString(), role: null },
  });
  expect(set.status()).toBe(200);
  expect(await nurse.getByText(t('cases.gone')).count()).toBe(0);
  await closed;
  await expect.poll(() => focused(nurse)).toBe(t('cases.gone'));
  record('end of a membership → the case is closed on the open page', [Date.now() - until]);
  expect(Date.now()).toBeGreaterThanOrEqual(until);
  expect((await nurse.request.get(`/api/cases/${caseId}`)).status()).toBe(404);
});

test('whoever took part leaves by themselves, and the worker reads why on the open Today', async () => {
  const worker = await journey.person('social-worker');
  const teacher = await journey.person('special-teacher');
  const caseId = await goToCase(teacher, 'Kasper');
  await teacher.goto(`/cases/${caseId}/sharing`);
  await teacher.getByRole('button', { name: t('membership.leaveCase') }).click();
  const dialog = dialogOf(teacher);
  await dialog.getByText(t('membership.leaveWords')).waitFor();
  await dialog
    .getByRole('textbox', { name: new RegExp(`^${t('membership.leaveReason')}`) })
    .fill('Kasper vaihtoi luokkaa');
  const told = seenAt(worker, 'Kasper vaihtoi luokkaa');
  await dialog.getByRole('button', { name: t('membership.leaveCase') }).click();
  await teacher.waitForURL((url) => url.pathname === '/');
  await teacher.getByText(t('membership.left')).waitFor();
  await told;
  expect((await teacher.request.get(`/api/cases/${caseId}`)).status()).toBe(404);
  await worker.goto(`/cases/${caseId}/sharing`);
  await worker.getByText(/jätti asian .*Kasper vaihtoi luokkaa/).waitFor();
});
