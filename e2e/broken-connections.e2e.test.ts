// Journey 12: a network that blocks sockets, and a database that is away. The page says so, goes on, and loses nothing.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { box, goToCase, shareAs } from './harness/case-steps.ts';
import { beginJourney, signIn, t } from './harness/journey.ts';
import { record, seenAt } from './harness/measured.ts';
import { connectionLost } from './harness/watch.ts';

const journey = beginJourney();

const areaOf = async (page: Page, child: string, area: string): Promise<string> =>
  `/cases/${await goToCase(page, child)}/assessment?area=${area}`;

test('sockets blocked: the page says so, still hears of every change, and saves as always', async () => {
  const blocked = await journey.context('nurse');
  await blocked.routeWebSocket(/\/api\/live/, (socket) => socket.close({ code: 1011 }));
  const nurse = await blocked.newPage();
  await journey.watch.expecting(/WebSocket/, async () => {
    await nurse.goto('/');
    await signIn(nurse, 'psychiatric-nurse');
    const worker = await journey.person('social-worker');
    const address = await areaOf(worker, 'Aino', 'mental-health');
    await worker.goto(address);
    await nurse.goto(address);
    await nurse.getByText(t('shell.polling')).waitFor({ timeout: 60_000 });
    const narrative = box(nurse, t('assessment.narrative'));
    await narrative.pressSequentially('Verkko estää suoran yhteyden, teksti ei katoa.');
    await shareAs(nurse, t('assessment.shareContribution'));
    await worker.getByText('teksti ei katoa').waitFor();

    await nurse.goto(address.replace('mental-health', 'free-time'));
    await worker.goto(address.replace('mental-health', 'free-time'));
    await box(worker, t('assessment.narrative')).pressSequentially('Aino piirtää iltaisin.');
    await shareAs(worker, t('assessment.shareContribution'));
    const shared = performance.now();
    const seen = await seenAt(nurse, 'Aino piirtää iltaisin.');
    record('shared → on a screen without a socket (polling)', [Math.max(0, seen - shared)]);
  });
});

test('the database away: the page says so, keeps what was typed, and saves it when the database is back', async () => {
  const worker = await journey.person('social-worker');
  await worker.goto(await areaOf(worker, 'Aino', 'free-time'));
  const narrative = box(worker, t('assessment.narrative'));
  await narrative.waitFor();
  await journey.watch.expecting(connectionLost, async () => {
    await journey.withoutDatabase(async () => {
      await narrative.press('Control+End');
      await narrative.pressSequentially(' Tietokanta oli poissa.');
      await worker.getByText(t('saving.device')).first().waitFor({ timeout: 30_000 });
      await worker
        .getByText(t('shell.databaseAway'))
        .or(worker.getByText(t('shell.reconnecting')))
        .first()
        .waitFor({ timeout: 30_000 });
      expect((await worker.request.get('/health/ready')).status()).toBe(503);
    });
    await expect
      .poll(
        async () =>
          (
            await journey.look(
              `select 1 from entries where fields->'narrative'->>'text' like '%Tietokanta oli poissa.%'`,
            )
          ).length,
        { timeout: 40_000 },
      )
      .toBe(1);
    await worker.getByText(t('shell.databaseAway')).waitFor({ state: 'detached', timeout: 30_000 });
  });
  expect(await narrative.inputValue()).toContain('Tietokanta oli poissa.');
});
