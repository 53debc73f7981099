// Somebody who works in two agencies acts in one at a time: what is the other's is not on the screen, nor to be asked for.
import { expect, test } from 'vitest';
import { goToCase, named } from './harness/case-steps.ts';
import { beginJourney, t } from './harness/journey.ts';

const journey = beginJourney();

test('the settings say where one acts and let one change; the case of the one post is not there in the other', async () => {
  await journey.look(
    `insert into affiliations (person_id, agency_id, profession)
     select p.id, g.id, 'special-teacher' from people p, agencies g
     where p.sign_in_name = 'special-teacher' and g.name_fi = 'Lillbyn koulu'`,
  );
  const teacher = await journey.person('special-teacher');
  const caseId = await goToCase(teacher, 'Aino');
  const change = async (to: string) => {
    await teacher.goto('/');
    await teacher.getByRole('button', { name: t('shell.account') }).click();
    await teacher.getByRole('link', { name: t('own.settingsActing') }).click();
    await teacher.getByRole('heading', { level: 1, name: t('own.settingsActing') }).waitFor();
    await teacher.getByRole('button', { name: named(t('settings.act'), to) }).click();
    await teacher.waitForURL((url) => url.pathname === '/');
    await teacher.getByText(to, { exact: true }).first().waitFor();
  };
  await change('Lillbyn koulu');
  expect((await teacher.request.get(`/api/cases/${caseId}`)).status()).toBe(404);
  await teacher.goto('/children');
  await teacher.locator('main h1').waitFor();
  expect(await teacher.getByRole('link', { name: 'Aino' }).count()).toBe(0);

  await change('Meriniemen koulu');
  expect((await teacher.request.get(`/api/cases/${caseId}`)).status()).toBe(200);
  await goToCase(teacher, 'Aino');
});
