// The week before a meeting, in four browsers and two languages: convened in Swedish, cases proposed in Finnish, ordered by the
// keyboard, a visitor invited who answers on another screen. Everybody sees what moved at once, and of a case that is not theirs a lock.
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { tooWide, violationsOn } from './harness/accessibility.ts';
import { finnishDate, line, named, saved, typeDate } from './harness/case-steps.ts';
import { inOrder } from './harness/in-order.ts';
import { beginJourney, type Journey, t, wordsIn } from './harness/journey.ts';
import { takePicture } from './harness/pictures.ts';

const journey = beginJourney();
const sv = wordsIn('sv');
const question = 'Miten koulu voi auttaa aamuissa?';
const answer = 'Kasper tulee mielellään, kun aamupala on koululla.';

const speak = (who: string, language: 'fi' | 'sv') =>
  journey.look('update people set language = $1 where sign_in_name = $2', [language, who]);

const dialogOf = async (page: Page, title: string | RegExp): Promise<Locator> => {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.waitFor();
  return dialog;
};

/** Convenes a weekly meeting of the team for tomorrow at nine. Answers where it is. */
const convene = async (page: Page, words: typeof sv): Promise<string> => {
  await page.goto('/meetings');
  await page.getByRole('button', { name: words('meeting.convene') }).click();
  const dialog = await dialogOf(page, words('meeting.convene'));
  await dialog.getByLabel(words('meeting.whose')).selectOption({ label: 'Tiimi Itä' });
  await typeDate(dialog, words('meeting.day'), finnishDate(1));
  const begins = line(dialog, words('meeting.begins'));
  await begins.fill('9');
  await begins.blur();
  await line(dialog, words('meeting.place')).fill('Kokoushuone Saari');
  await dialog.getByRole('button', { name: words('meeting.convene') }).click();
  await page.getByRole('heading', { name: 'Veckomöte, Tiimi Itä' }).waitFor();
  return new URL(page.url()).pathname;
};

const propose = async (page: Page, child: string, asked: string): Promise<void> => {
  await page
    .getByRole('button', { name: t('meeting.propose') })
    .first()
    .click();
  const dialog = await dialogOf(page, t('meeting.proposeTitle'));
  await line(dialog, t('meeting.proposeQuestion')).fill(asked);
  const whose = dialog.getByLabel(t('meeting.proposeCase'));
  const option = whose.locator('option', { hasText: child });
  await whose.selectOption((await option.getAttribute('value')) ?? '');
  await dialog.getByRole('radio', { name: t('familyStance.agrees') }).check();
  await dialog.getByRole('button', { name: t('meeting.proposeDo'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
};

/** What stands in each row of the agenda, its time first. */
const rows = (page: Page): Promise<string[]> =>
  page
    .locator('ol > li')
    .evaluateAll((all) =>
      all.map((one) =>
        [one.children[0]?.firstElementChild, one.children[1]?.querySelector('a') ?? one.children[1]]
          .map((part) => part?.textContent?.trim())
          .join(' '),
      ),
    );

test('an agenda is built by several at once, and a visitor answers for themselves', async () => {
  await speak('consultant-social-worker', 'sv');
  const [kaisa, leena, mikko] = [
    await journey.person('consultant-social-worker'),
    await journey.person('social-worker'),
    await journey.person('special-teacher'),
  ];
  const address = await convene(kaisa, sv);
  await kaisa.getByText(sv('meeting.agendaEmpty')).waitFor();

  // It came to the list of the others by itself; one press opens it.
  await leena.goto('/meetings');
  const tomorrow = leena.locator(`a[href="${address}"]`).first();
  await tomorrow.click();
  await leena.getByText('Kokoushuone Saari').waitFor();

  // What is typed survives a reload in the middle.
  await leena
    .getByRole('button', { name: t('meeting.propose') })
    .first()
    .click();
  await line(await dialogOf(leena, t('meeting.proposeTitle')), t('meeting.proposeQuestion')).fill(question);
  await leena.reload();
  await leena
    .getByRole('button', { name: t('meeting.propose') })
    .first()
    .click();
  const again = await dialogOf(leena, t('meeting.proposeTitle'));
  await expect.poll(() => line(again, t('meeting.proposeQuestion')).inputValue()).toBe(question);
  await leena.keyboard.press('Escape');

  await propose(leena, 'Kasper', question);
  await propose(leena, 'Aino', 'Kuka kuulee Ainoa?');
  await expect.poll(() => rows(leena)).toEqual(['9.00 Kasper', '9.45 Aino']);
  await expect.poll(() => rows(kaisa)).toEqual([`9.00 ${sv('ui.restricted')}`, '9.45 Aino']);

  // By the keyboard; the focus stays on what moved.
  const up = kaisa.getByRole('button', { name: `${sv('meeting.moveUp')}: Aino` });
  await up.focus();
  await kaisa.keyboard.press('Enter');
  await expect.poll(() => rows(leena)).toEqual(['9.00 Aino', '9.45 Kasper']);
  await expect.poll(() => up.evaluate((one) => one === document.activeElement)).toBe(true);
  await kaisa.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => rows(leena)).toEqual(['9.00 Kasper', '9.45 Aino']);
  await leena.getByLabel(`${t('meeting.minutesOf')}: Kasper`).selectOption('30');
  await expect.poll(() => rows(kaisa)).toEqual([`9.00 ${sv('ui.restricted')}`, '9.30 Aino']);

  // The question is read where the case may be read.
  await leena.locator('summary').first().click();
  await expect
    .poll(() => leena.getByRole('textbox', { name: t('meeting.question') }).inputValue())
    .toBe(question);

  await leena.getByRole('button', { name: `${t('ui.menu')}: Kasper` }).click();
  await leena.getByRole('menuitem', { name: t('meeting.invite') }).click();
  const invites = await dialogOf(leena, t('meeting.inviteTitle', { name: 'Kasper' }));
  await invites.getByRole('radio', { name: /Mikko Halonen/ }).check();
  expect(await line(invites, t('meeting.windowFrom')).inputValue()).toBe('08.50');
  expect(await line(invites, t('meeting.windowUntil')).inputValue()).toBe('09.40');
  await invites.getByRole('button', { name: t('meeting.inviteDo'), exact: true }).click();
  await invites.waitFor({ state: 'detached' });
  await leena.getByText(t('meeting.visitWaiting')).waitFor();

  // The visitor's Today, open all the while, has it; the answer is on the agenda at once, and only where the case is known.
  const visit = mikko.locator('li', { has: mikko.locator(`a[href="${address}"]`) });
  await visit.getByRole('button', { name: t('meeting.come') }).click();
  await leena.getByText(t('visitAnswer.comes'), { exact: true }).waitFor();
  expect(await kaisa.getByText('Mikko Halonen').count()).toBe(0);

  await mikko.goto(address);
  await mikko.getByText(t('meeting.visitWaits')).waitFor();
  expect(await mikko.getByText('Aino').count()).toBe(0);
  await mikko.getByRole('button', { name: named(t('meeting.changeAnswer'), '') }).click();
  await mikko.getByRole('button', { name: t('meeting.write') }).click();
  await mikko.getByRole('textbox', { name: t('meeting.writtenLabel') }).fill(answer);
  await saved(mikko);
  await mikko.getByRole('button', { name: t('meeting.writtenShare') }).click();
  const shares = await dialogOf(mikko, t('meeting.writtenShareQuestion'));
  await shares.getByText(t('assessment.knowOf')).waitFor();
  await shares.getByRole('button', { name: t('assessment.share'), exact: true }).click();
  await shares.waitFor({ state: 'detached' });
  await leena.getByText(t('visitAnswer.writes'), { exact: true }).waitFor();

  await leena.getByRole('button', { name: `${t('ui.menu')}: Aino` }).click();
  await leena.getByRole('menuitem', { name: t('meeting.postpone') }).click();
  const postpones = await dialogOf(leena, /Aino/);
  await postpones.getByLabel(t('meeting.reason')).fill('Äiti on matkoilla.');
  await postpones.getByRole('button', { name: t('meeting.postpone') }).click();
  await kaisa.getByText(sv('meeting.postponedTitle')).waitFor();
  await kaisa.getByText(sv('meetingNews.because', { reason: 'Äiti on matkoilla.' })).waitFor();
  await expect.poll(() => rows(kaisa)).toEqual([`9.00 ${sv('ui.restricted')}`]);

  await kaisa.getByRole('button', { name: sv('ui.menu'), exact: true }).click();
  await kaisa.getByRole('menuitem', { name: sv('meeting.cancel') }).click();
  const cancels = await dialogOf(kaisa, sv('meeting.cancel'));
  await cancels.getByLabel(sv('meeting.reason')).fill('För få på plats.');
  await cancels.getByRole('button', { name: sv('meeting.cancel') }).click();
  await leena.getByText(t('meeting.cancelledDetail')).waitFor();
  await leena.getByText(t('meetingNews.because', { reason: 'För få på plats.' })).waitFor();
  await mikko.getByText(t('meeting.gone')).waitFor();
}, 240_000);

type Sent = { readonly method: 'POST' | 'PUT'; readonly path: string; readonly body: unknown };

/** What has no page here: done by this person over the same routes. */
const send = (page: Page, { method, path, body }: Sent): Promise<{ id: string }> =>
  page.evaluate(
    async ([how, where, json]) => {
      const session = await (await fetch('/api/session')).json();
      const answered = await fetch(where, {
        method: how,
        headers: {
          'content-type': 'application/json',
          'x-rinki-token': session.csrfToken,
          'idempotency-key': crypto.randomUUID(),
        },
        body: json,
      });
      if (!answered.ok) throw new Error(`${where} answered ${answered.status} ${await answered.text()}`);
      return answered.json();
    },
    [method, path, JSON.stringify(body)] as const,
  );

const fromNow = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

/** A meeting of today with Kasper on its agenda, to which the special teacher is invited for the hour around now. */
const meetingNow = async (leena: Page, { look }: Journey) => {
  const [ids] = await look<{ team: string; kasper: string; mikko: string }>(`
    select (select id from teams where name = 'Tiimi Itä') as team, c.id as kasper, m.id as mikko
    from cases c join memberships m on m.case_id = c.id join people p on p.id = m.person_id
    where c.child_given_name = 'Kasper' and p.name = 'Mikko Halonen'`);
  const { id } = await send(leena, {
    method: 'POST',
    path: '/api/meetings',
    body: {
      of: { kind: 'team', teamId: ids?.team },
      meeting: 'weekly',
      startsAt: fromNow(-1),
      endsAt: fromNow(60),
      place: null,
      link: null,
    },
  });
  const item = await send(leena, {
    method: 'POST',
    path: `/api/meetings/${id}/items`,
    body: {
      caseId: ids?.kasper,
      minutes: 30,
      presenterMembershipId: null,
      familyStance: null,
      familyNote: null,
      question,
      whyNow: '',
    },
  });
  const window = { fromAt: fromNow(-30), untilAt: fromNow(30) };
  const visit = await send(leena, {
    method: 'POST',
    path: `/api/agenda-items/${item.id}/visits`,
    body: { membershipId: ids?.mikko, ...window },
  });
  return { id, itemId: item.id, visitId: visit.id, window };
};

test('the page of whoever waits becomes the room when the case is taken up, and is gone when the right is', async () => {
  const leena = await journey.person('social-worker');
  const mikko = await journey.person('special-teacher');
  const { id, itemId, visitId, window } = await meetingNow(leena, journey);
  await mikko.goto(`/meetings/${id}`);
  const waits = mikko.getByText(t('meeting.visitWaits'));
  await waits.waitFor();
  await leena.goto(`/meetings/${id}`);
  await leena.getByRole('button', { name: t('meeting.start') }).click();
  await leena.getByRole('button', { name: t('meeting.start') }).waitFor({ state: 'detached' });
  // The meeting goes on, and the visitor does not learn of it.
  await waits.waitFor();
  const move = { act: 'begin-item', itemId, phase: null, reason: null };
  await send(leena, { method: 'POST', path: `/api/meetings/${id}/moves`, body: move });
  await waits.waitFor({ state: 'detached' });
  expect(await mikko.getByText(t('meeting.gone')).count()).toBe(0);
  await send(leena, {
    method: 'PUT',
    path: `/api/meeting-visits/${visitId}`,
    body: { ...window, withdraw: true },
  });
  await mikko.getByText(t('meeting.gone')).waitFor();
}, 120_000);

/** Two steps of Kasper's that his own worker is to do; the day of one of them is over. */
const agreedBefore = async (leena: Page, { look }: Journey): Promise<void> => {
  const [ids] = await look<{ kasper: string; leena: string }>(`
    select c.id as kasper, m.id as leena from cases c join memberships m on m.case_id = c.id join people p on p.id = m.person_id
    where c.child_given_name = 'Kasper' and p.sign_in_name = 'social-worker'`);
  const audience = {
    dataClass: 'shared-goal',
    scope: 'team',
    agencyIds: [],
    familyScope: 'none',
    familyIds: [],
  };
  for (const text of ['Leena soittaa mummolle', 'Leena varaa ajan neuvolaan'])
    await send(leena, {
      method: 'POST',
      path: `/api/cases/${ids?.kasper}/steps`,
      body: { text, doerMemberId: ids?.leena, dueOn: '2099-01-15', audience, agendaItemId: null },
    });
  await look(`update steps set due_on = current_date - 3 where text = 'Leena soittaa mummolle'`);
};

test('what is new is drawn from the case, its steps come back, and a case that waits is proposed with one press', async () => {
  const leena = await journey.person('social-worker');
  const mikko = await journey.person('special-teacher');
  const { id } = await meetingNow(leena, journey);
  await agreedBefore(leena, journey);
  await journey.look(
    `update cases set opened_at = now() - interval '10 weeks' where child_given_name in ('Wilma', 'Onni')`,
  );
  await leena.goto(`/meetings/${id}`);
  const news = leena.locator('summary', { hasText: `${t('meetingNews.title')}: Kasper` });
  await news.getByText(t('meetingNews.late', { count: 1 })).waitFor();
  await news.click();
  await leena.getByText('Leena soittaa mummolle', { exact: true }).waitFor();

  // Put off in place, with a reason; the words in the row follow by themselves.
  const act = (words: string, step: string) => leena.getByRole('button', { name: named(words, step) });
  await act(t('steps.actPostpone'), 'Leena soittaa mummolle').click();
  const postpones = await dialogOf(leena, t('steps.postponeTitle'));
  await typeDate(postpones, t('steps.postponeTo'), finnishDate(7));
  await postpones.getByLabel(t('steps.reason')).fill('Mummo on matkoilla.');
  await postpones.getByRole('button', { name: t('steps.postponeDo') }).click();
  await news.getByText(t('meetingNews.open', { count: 2 })).waitFor();
  expect(await news.getByText(t('meetingNews.late', { count: 1 })).count()).toBe(0);
  await inOrder(leena, 'agenda-news');

  // The case is chosen already; proposed, it waits no more.
  const waits = leena.getByRole('button', { name: named(t('meetingNews.propose'), 'Wilma') });
  await waits.click();
  const proposes = await dialogOf(leena, t('meeting.proposeTitle'));
  await expect
    .poll(() => proposes.getByLabel(t('meeting.proposeCase')).locator('option:checked').textContent())
    .toContain('Wilma');
  await line(proposes, t('meeting.proposeQuestion')).fill('Miten Wilman koulunkäynti alkaa?');
  await proposes.getByRole('button', { name: t('meeting.proposeDo'), exact: true }).click();
  await proposes.waitFor({ state: 'detached' });
  await waits.waitFor({ state: 'detached' });
  await leena.locator('summary', { hasText: `${t('meetingNews.title')}: Wilma` }).waitFor();

  // In the room the item begins with it; a step that is done in place is counted at once. The visitor has none of it.
  await leena.getByRole('button', { name: t('meeting.start') }).click();
  await leena.getByRole('button', { name: t('meetingRoom.comeIn') }).click();
  await leena.getByRole('button', { name: t('meetingRoom.begin', { name: 'Kasper' }) }).click();
  await leena.getByRole('heading', { name: t('meetingNews.stepsFirst') }).waitFor();
  await act(t('steps.actDone'), 'Leena varaa ajan neuvolaan').first().click();
  await leena.getByText(t('meetingNews.done', { count: 1 })).waitFor();
  const [wilma] = await journey.look<{ id: string }>(
    `select i.id from agenda_items i join cases c on c.id = i.case_id where i.meeting_id = $1 and c.child_given_name = 'Wilma'`,
    [id],
  );
  const later = { act: 'postpone-item', itemId: wilma?.id, phase: null, reason: 'Odotetaan koulun tietoja.' };
  await send(leena, { method: 'POST', path: `/api/meetings/${id}/moves`, body: later });
  await leena.getByText(t('meetingNews.because', { reason: 'Odotetaan koulun tietoja.' })).waitFor();
  await inOrder(leena, 'room-news');
  await mikko.goto(`/meetings/${id}`);
  await mikko.getByRole('button', { name: t('meetingRoom.comeIn') }).click();
  await mikko.getByRole('heading', { name: t('meetingPhase.question'), exact: true }).waitFor();
  expect(await mikko.getByText(t('meetingNews.title')).count()).toBe(0);
  expect(await mikko.getByText('Leena soittaa mummolle').count()).toBe(0);
  const answered = await mikko.evaluate(
    async (where) => (await fetch(where)).status,
    `/api/meetings/${id}/news`,
  );
  expect(answered).toBe(404);
}, 240_000);

/** So many days ahead that it is a Monday to Friday in Helsinki. */
const workdayAhead = (): number => {
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'Europe/Helsinki' });
  const isWorkday = (days: number) => !/^S/.test(weekday.format(Date.now() + days * 86_400_000));
  return [1, 2, 3].find(isWorkday) ?? 1;
};

test('a meeting that goes on is added with one form, stands in the list week after week, and is ended', async () => {
  await speak('consultant-social-worker', 'fi');
  const page = await journey.person('consultant-social-worker');
  await page.goto('/meetings');
  const part = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: t('meeting.seriesTitle'), exact: true }) });
  const before = await part.getByRole('listitem').count();
  await part.getByRole('button', { name: t('meeting.seriesBegin') }).click();
  const dialog = await dialogOf(page, t('meeting.seriesBegin'));
  await dialog.getByRole('button', { name: t('meeting.seriesBegin') }).click();
  await dialog.getByText(t('meeting.needDay')).waitFor();
  await typeDate(dialog, t('meeting.day'), finnishDate(workdayAhead()));
  const begins = line(dialog, t('meeting.begins'));
  await begins.fill('14.30');
  await begins.blur();
  await dialog
    .getByLabel(t('meeting.seriesEvery'))
    .selectOption({ label: t('meeting.everyWeeks', { count: 2 }) });
  for (const width of [1440, 390]) {
    await takePicture(
      page,
      'series',
      { width, theme: width === 390 ? 'dark' : 'light', language: 'fi' },
      'screen',
    );
    expect(await violationsOn(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await dialog.getByRole('button', { name: t('meeting.seriesBegin') }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => part.getByRole('listitem').count()).toBe(before + 1);
  const row = part.getByRole('listitem').filter({ hasText: '14.30' });
  await row.getByText(t('meeting.everyWeeks', { count: 2 })).waitFor();
  expect(await page.getByText('klo 14.30–16.00').count()).toBeGreaterThan(3);
  await takePicture(page, 'series-list', { width: 1440, theme: 'light', language: 'fi' });
  await row.getByRole('button', { name: new RegExp(`^${t('meeting.seriesEnd')}`) }).click();
  const ending = await dialogOf(page, t('meeting.seriesEnd'));
  await ending.getByRole('button', { name: t('meeting.seriesEnd') }).click();
  await ending.waitFor({ state: 'detached' });
  await expect.poll(() => part.getByRole('listitem').count()).toBe(before);
  await expect.poll(() => page.getByText(t('meetingState.cancelled')).count()).toBeGreaterThan(3);
});
