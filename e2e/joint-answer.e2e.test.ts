// Journeys: experts of two agencies write one answer at the same time, through a network that breaks, and the asker's open page
// shows it once it is sent; what tells who the child is does not go; pictures of the editor on the page of the request.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { tooWide, violationsOn } from './harness/accessibility.ts';
import { addTeam, sendQuestion, teamName, writeQuestion } from './harness/consultation-steps.ts';
import { beginJourney, t, wordsIn } from './harness/journey.ts';
import { everyLook, languages } from './harness/looks.ts';
import { takePicture } from './harness/pictures.ts';
import { connectionLost } from './harness/watch.ts';

const journey = beginJourney();

/** Each width and each theme once; the drill of looks takes every one with every other. */
const pairs = [
  [1440, 'light'],
  [390, 'dark'],
] as const;
const widthsAndThemes = [...pairs, [1440, 'dark'], [390, 'light']] as const;

const sheet = (page: Page, words = t) => page.getByRole('textbox', { name: words('jointAnswer.title') });
/** Each block on a line, as its writer sees it. */
const text = (page: Page): Promise<string> =>
  sheet(page).evaluate((element) =>
    [...element.querySelectorAll('p, h3')].map((block) => block.textContent ?? '').join('\n'),
  );
const same = async (a: Page, b: Page): Promise<string> => {
  await expect.poll(async () => (await text(a)) === (await text(b)), { timeout: 30_000 }).toBe(true);
  return text(a);
};
const join = async (page: Page, words = t): Promise<void> => {
  await page.getByRole('button', { name: words('jointAnswer.join') }).click();
  await sheet(page, words).waitFor();
};

/** Asked by a teacher, taken by a nurse; begun by her, and joined by a social worker of another agency. */
const begun = async (question: string) => {
  const teacher = await journey.person('special-teacher');
  await writeQuestion(teacher, { text: question, area: 'school-attendance', whom: teamName });
  const address = await sendQuestion(teacher);
  const nurse = await journey.person('psychiatric-nurse');
  await nurse.goto(address);
  await nurse.getByRole('button', { name: t('consultation.claim') }).click();
  const worker = await journey.person('social-worker');
  await worker.goto(address);
  await worker.getByText(t('consultation.nextClaimed', { name: 'Sari Niskanen' })).waitFor();
  await nurse.getByRole('button', { name: t('jointAnswer.begin') }).click();
  await sheet(nurse).waitFor();
  // The other one's open page says so, without being read again.
  await join(worker);
  return { teacher, nurse, worker, address };
};

test('a team of two agencies is there to be asked', async () => {
  const administrator = await journey.person('administrator');
  await addTeam(administrator, [
    { name: 'Sari Niskanen', role: 'expert' },
    { name: 'Leena Kallio', role: 'lead' },
  ]);
});

test('two experts write one answer at once, one of them without a network for a while; the asker sees it live when it is sent', async () => {
  const { teacher, nurse, worker } = await begun('Miten aamut saadaan sujumaan?');
  await sheet(nurse).click();
  await nurse.keyboard.type('# Aamut ensin');
  await nurse.keyboard.press('Enter');
  await same(nurse, worker);
  await sheet(worker).click();
  await worker.keyboard.press('Control+End');
  await Promise.all([
    worker.keyboard.type('- Aikuinen vastassa pihalla.', { delay: 20 }),
    (async () => {
      await nurse.keyboard.press('Control+Home');
      await nurse.keyboard.press('End');
      await nurse.keyboard.type(', tunnit sitten', { delay: 20 });
    })(),
  ]);
  expect(await same(nurse, worker)).toBe('Aamut ensin, tunnit sitten\nAikuinen vastassa pihalla.');
  await nurse.getByText(t('jointAnswer.here', { names: 'Leena Kallio' })).waitFor();
  expect(await violationsOn(nurse)).toEqual([]);

  await journey.watch.expecting(connectionLost, async () => {
    await worker.context().setOffline(true);
    // Playwright leaves sockets that are open alone: it is closed as a network does that is gone.
    await worker.evaluate(() => dispatchEvent(new Event('offline')));
    await worker.keyboard.press('Enter');
    await worker.keyboard.type('Sama aika joka aamu.', { delay: 5 });
    await nurse.keyboard.press('Control+Home');
    await nurse.keyboard.type('Ensin: ', { delay: 5 });
    await worker.context().setOffline(false);
    expect(await same(nurse, worker)).toBe(
      'Ensin: Aamut ensin, tunnit sitten\nAikuinen vastassa pihalla.\nSama aika joka aamu.',
    );
  });
  // Nothing of it is the asker's to see yet.
  expect(await teacher.getByText('vastassa pihalla').count()).toBe(0);
  expect(await (await teacher.request.get(`/api${new URL(teacher.url()).pathname}`)).text()).not.toContain(
    'vastassa',
  );

  expect(await worker.getByRole('button', { name: t('jointAnswer.look') }).count()).toBe(0);
  await worker.getByText(t('jointAnswer.sentBy', { name: 'Sari Niskanen' })).waitFor();
  await nurse.getByRole('button', { name: t('jointAnswer.look') }).click();
  const dialog = nurse.getByRole('dialog', { name: t('jointAnswer.previewTitle') });
  await dialog.getByRole('heading', { name: 'Ensin: Aamut ensin, tunnit sitten' }).waitFor();
  // Somebody writes on while it is read: it does not go unread.
  await worker.keyboard.type(' Myös perjantaisin.', { delay: 5 });
  await expect.poll(() => text(nurse)).toContain('Myös perjantaisin.');
  await dialog.getByRole('button', { name: t('consultation.sendAnswer') }).click();
  await dialog.getByText(t('jointAnswer.movedOn')).waitFor();
  await dialog.getByText('Sama aika joka aamu. Myös perjantaisin.').waitFor();
  expect(await violationsOn(nurse)).toEqual([]);
  await takePicture(nurse, 'joint-answer-preview', { width: 1440, theme: 'light', language: 'fi' }, 'screen');
  await dialog.getByRole('button', { name: t('consultation.sendAnswer') }).click();
  await dialog.waitFor({ state: 'detached' });

  await teacher.getByRole('heading', { name: 'Ensin: Aamut ensin, tunnit sitten' }).waitFor();
  expect(
    await teacher.getByRole('listitem').filter({ hasText: 'Aikuinen vastassa pihalla.' }).count(),
  ).toBeGreaterThan(0);
  await teacher.getByText(/Kirjoittajat: Sari Niskanen .*Leena Kallio/).waitFor();
  expect(await violationsOn(teacher)).toEqual([]);
  await takePicture(teacher, 'joint-answer-sent', { width: 1440, theme: 'light', language: 'fi' });
  await worker.getByText(t('together.frozen')).first().waitFor();
  expect(await sheet(worker).getAttribute('aria-readonly')).toBe('true');
});

test('what tells who the child is does not go: the place is shown, all write on, and then it goes', async () => {
  const { teacher, nurse, worker } = await begun('Kuka soittaa kotiin?');
  await sheet(nurse).click();
  await nurse.keyboard.type('Soita äidille numeroon 050 555 0123.');
  await nurse.getByText(/^Tallennettu klo/).waitFor();
  const send = async () => {
    await nurse.getByRole('button', { name: t('jointAnswer.look') }).click();
    const dialog = nurse.getByRole('dialog', { name: t('jointAnswer.previewTitle') });
    await dialog.getByRole('button', { name: t('consultation.sendAnswer') }).click();
    await dialog.waitFor({ state: 'hidden' });
  };
  await send();
  await nurse.getByText(t('problem.identifying')).waitFor();
  await nurse.getByRole('button', { name: /050 555 0123/ }).click();
  await nurse.keyboard.type('huomenna');
  expect(await same(nurse, worker)).toBe('Soita äidille numeroon huomenna.');
  await nurse.getByText(/^Tallennettu klo/).waitFor();
  await send();
  await teacher.getByText('Soita äidille numeroon huomenna.').waitFor();
});

test('given back while somebody writes, it can be read and not written; withdrawn, it is gone and the last words are a note', async () => {
  const { teacher, nurse, worker } = await begun('Mitä teen maanantaina?');
  await sheet(worker).click();
  await worker.keyboard.type('Kysy ensin oppilaalta.');
  await expect.poll(() => text(nurse)).toContain('Kysy ensin');
  await nurse.getByRole('button', { name: t('consultation.release') }).click();
  const release = nurse.getByRole('dialog', { name: t('consultation.releaseTitle') });
  await release.getByLabel(t('consultation.reason')).fill('Lomalle');
  await release.getByRole('button', { name: t('consultation.release') }).click();
  await expect.poll(() => sheet(worker).getAttribute('aria-readonly')).toBe('true');
  await worker.getByRole('button', { name: t('consultation.claim') }).click();
  await expect.poll(() => sheet(worker).getAttribute('aria-readonly')).toBe('false');
  // Without a network, the asker withdraws it: what was typed meanwhile has nowhere to go but the own notes.
  await journey.watch.expecting(connectionLost, async () => {
    await worker.context().setOffline(true);
    await worker.evaluate(() => dispatchEvent(new Event('offline')));
    await sheet(worker).click();
    await worker.keyboard.press('Control+End');
    await worker.keyboard.type(' Nämä sanat myöhästyvät.', { delay: 5 });
    await teacher.getByRole('button', { name: t('consultation.withdraw') }).click();
    const withdraw = teacher.getByRole('dialog', { name: t('consultation.withdrawTitle') });
    await withdraw.getByLabel(t('consultation.reason')).fill('Ratkesi');
    await withdraw.getByRole('button', { name: t('consultation.withdraw') }).click();
    await withdraw.waitFor({ state: 'detached' });
    await worker.context().setOffline(false);
    await worker.getByText(t('consultation.gone')).waitFor();
    await worker.getByText(t('writing.noteTitle')).waitFor();
  });
  await worker.getByRole('link', { name: t('writing.noteLink') }).click();
  const note = worker.getByRole('textbox').first();
  await expect.poll(async () => (await note.inputValue()).trim()).toBe('Nämä sanat myöhästyvät.');
});

test('the editor on the page of the request, wide and on a phone, light and dark, in three languages', async () => {
  const { nurse, worker, address } = await begun('Miten puhumme kotona riidoista?');
  await sheet(nurse).click();
  await nurse.keyboard.type('# Puhu siitä, mitä näet');
  await nurse.keyboard.press('Enter');
  await nurse.keyboard.type(
    'Kerro huoltajalle, mitä olet itse huomannut, ja kysy, mitä hän siitä ajattelee.',
  );
  await nurse.keyboard.press('Enter');
  await same(nurse, worker);
  await sheet(worker).click();
  await worker.keyboard.press('Control+End');
  await worker.keyboard.type('- Soita meille ennen ilmoitusta, jos epäröit.');
  await worker.keyboard.press('Enter');
  await worker.keyboard.type('Ilmoitus on sinun tehtäväsi.');
  await same(nurse, worker);
  const found: string[] = [];
  for (const language of everyLook ? languages : (['en'] as const)) {
    const words = wordsIn(language);
    await journey.look(`update people set language = $1 where sign_in_name = 'psychiatric-nurse'`, [
      language,
    ]);
    await nurse.goto(address);
    await nurse.getByRole('button', { name: words('jointAnswer.join') }).waitFor();
    await takePicture(nurse, 'joint-answer-waits', { width: 390, theme: 'light', language });
    await join(nurse, words);
    await sheet(nurse, words).getByText('Ilmoitus on sinun tehtäväsi.').waitFor();
    for (const [width, theme] of everyLook ? widthsAndThemes : pairs) {
      await takePicture(nurse, 'joint-answer', { width, theme, language });
      for (const line of await tooWide(nurse)) found.push(`${language}: ${line}`);
      expect(await violationsOn(nurse)).toEqual([]);
    }
    await nurse.setViewportSize({ width: 1440, height: 900 });
  }
  expect(found).toEqual([]);
});
