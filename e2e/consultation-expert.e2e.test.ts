// Journeys: whoever has a question asks an expert of another agency in; both write, a time for a talk is offered and chosen, and
// it ends with an answer, what came of it, and the asker's word on whether it helped.
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { tooWide, violationsOn } from './harness/accessibility.ts';
import { finnishDate, line } from './harness/case-steps.ts';
import { sendQuestion, writeQuestion, writeTurn } from './harness/consultation-steps.ts';
import { beginJourney, t } from './harness/journey.ts';
import { takePicture } from './harness/pictures.ts';

const journey = beginJourney();
const whom = 'Lastensuojelun neuvonta';
const words = 'Oppilas ei ole käynyt koulussa kolmeen viikkoon. Kuka menee kotiin?';
const wide = { width: 1440, theme: 'light', language: 'fi' } as const;
const phone = { width: 390, theme: 'dark', language: 'fi' } as const;

const opened = async (page: Page, button: string, title: string): Promise<Locator> => {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.waitFor();
  return dialog;
};

const look = async (page: Page, view: string): Promise<void> => {
  expect(await violationsOn(page)).toEqual([]);
  await takePicture(page, view, phone, 'screen');
  expect(await tooWide(page)).toEqual([]);
  await takePicture(page, view, wide, 'screen');
};

test('an expert of a second agency, a talk at a chosen time, an answer, and whether it helped', async () => {
  const teacher = await journey.person('special-teacher');
  await writeQuestion(teacher, { text: words, area: 'worry-about-home', whom });
  const address = await sendQuestion(teacher);
  const worker = await journey.person('social-worker');
  await worker.goto(address);
  await worker.getByRole('button', { name: t('consultation.claim') }).click();
  const nurse = await journey.person('psychiatric-nurse');

  // Asked in by name, with a word of why; until then it is nothing to her.
  await nurse.goto(address);
  await nurse.getByRole('heading', { level: 1 }).waitFor();
  expect(await nurse.getByText(words).count()).toBe(0);
  await nurse.goto('/');
  const inviting = await opened(worker, t('withOthers.invite'), t('withOthers.inviteTitle'));
  await inviting.getByLabel(t('withOthers.inviteSearch')).fill('niskanen');
  await inviting.getByRole('button', { name: /Sari Niskanen/ }).click();
  await inviting.getByRole('button', { name: t('withOthers.inviteDo') }).click();
  await inviting.getByText(t('withOthers.needWords')).waitFor();
  await line(inviting, t('withOthers.inviteWords')).fill('Mieliala huolettaa, tunnet koulun.');
  await look(worker, 'invite-expert');
  await inviting.getByRole('button', { name: t('withOthers.inviteDo') }).click();
  await inviting.waitFor({ state: 'detached' });

  // Live on her open Today.
  const invited = nurse.locator('section', { hasText: t('consultation.invited') });
  await invited.getByRole('link', { name: words }).click();
  await nurse.getByRole('button', { name: t('withOthers.acceptInvitation') }).click();
  await teacher
    .getByText(/Sari Niskanen, /)
    .first()
    .waitFor();
  await writeTurn(
    nurse,
    t('consultation.writeAdvice'),
    'Voin lähteä mukaan, jos nuori haluaa puhua mielialasta.',
    t('consultation.sendAdvice'),
  );
  await worker.getByText('Voin lähteä mukaan').waitFor();

  const proposing = await opened(worker, t('withOthers.propose'), t('withOthers.proposeTitle'));
  await proposing.getByRole('radio', { name: t('talkWay.joint-visit') }).check();
  await proposing.getByRole('button', { name: t('withOthers.proposeDo') }).click();
  await proposing.getByText(t('withOthers.needTime')).waitFor();
  const time = async (index: number, days: number, from: string, to: string) => {
    const day = line(proposing, t('withOthers.day')).nth(index);
    await day.fill(finnishDate(days));
    await day.blur();
    await proposing.getByLabel(t('withOthers.begins')).nth(index).fill(from);
    await proposing.getByLabel(t('withOthers.ends')).nth(index).fill(to);
    await proposing.getByLabel(t('withOthers.ends')).nth(index).blur();
  };
  await time(0, 2, '10', '10.45');
  await proposing.getByRole('button', { name: t('withOthers.addTime') }).click();
  await time(1, 3, '14', '1445');
  await look(worker, 'propose-times');
  await proposing.getByRole('button', { name: t('withOthers.proposeDo') }).click();
  await proposing.waitFor({ state: 'detached' });

  await teacher.getByRole('radio', { name: /14\.00–14\.45/ }).check();
  await look(teacher, 'choose-time');
  await teacher.getByRole('button', { name: t('withOthers.chooseDo') }).click();
  const chosen = t('withOthers.chosen', { time: '§' }).split('§')[0] ?? '';
  for (const page of [worker, nurse])
    await page
      .getByText(new RegExp(`${chosen.trim()}.*14\\.00–14\\.45`))
      .first()
      .waitFor();

  await writeTurn(
    worker,
    t('consultation.writeAnswer'),
    'Menemme kotiin torstaina kolmestaan, ja sinä soitat huoltajalle ensin.',
    t('consultation.sendAnswer'),
  );
  await teacher.getByText('sinä soitat huoltajalle ensin').waitFor();

  const outcome = await opened(worker, t('outcome.outcome'), t('outcome.outcomeTitle'));
  await outcome.getByLabel(t('outcomeKind.joint-visit'), { exact: true }).check();
  await line(outcome, t('outcome.outcomeWords')).fill('Käynti sovittu torstaille.');
  await look(worker, 'outcome');
  await outcome.getByRole('button', { name: t('outcome.outcomeDo') }).click();
  await outcome.waitFor({ state: 'detached' });
  await teacher.getByText('Käynti sovittu torstaille.').waitFor();

  await teacher.getByRole('radio', { name: t('followUpAnswer.much') }).check();
  await line(teacher, t('outcome.followWords')).fill('Poika tuli kouluun maanantaina.');
  await look(teacher, 'follow-up');
  await teacher.getByRole('button', { name: t('outcome.followDo') }).click();
  await worker.getByText('Poika tuli kouluun maanantaina.').waitFor();
});

test('the team reads its own figures, and a handful of questions shows nothing; who is not of it gets none', async () => {
  const worker = await journey.person('social-worker');
  await worker.goto('/services');
  const figures = worker.getByRole('button', { name: t('service.figures') });
  await figures.first().click();
  const dialog = worker.getByRole('dialog', { name: t('service.figuresOf', { name: whom }) });
  await dialog.getByText(t('service.tooFew')).first().waitFor();
  await look(worker, 'figures');
  const teacher = await journey.person('special-teacher');
  await teacher.goto('/services');
  await teacher.getByText(whom).first().waitFor();
  expect(await teacher.getByRole('button', { name: t('service.figures') }).count()).toBe(0);
});
