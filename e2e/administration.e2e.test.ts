// Journey 7: an administrator adds an agency, a team, a person and an affiliation, ends one, and resets a sign-in; the
// new person gets in with the one-time password and must change it. An administrator sees no case.
import { expect, test } from 'vitest';
import { line } from './harness/case-steps.ts';
import { beginJourney, signIn, signOut, t } from './harness/journey.ts';

const journey = beginJourney();
const ownPassword = 'kolme sanaa riittää hyvin';

test('an agency, a team and a person are added; the person gets in, chooses a password, and sees no case', async () => {
  const administrator = await journey.person('administrator');
  await administrator.getByRole('heading', { level: 1, name: t('shell.administration') }).waitFor();
  expect(await administrator.getByRole('link', { name: t('shell.children') }).count()).toBe(0);
  await administrator.goto('/children');
  await administrator.locator('main#content h1').waitFor();
  expect(await administrator.getByText(/Aino|Kasper|Amir/).count()).toBe(0);
  expect(await (await administrator.request.get('/api/cases')).text()).not.toMatch(/Aino|Kasper/);
  await administrator.goto('/administration');

  await administrator.getByRole('button', { name: t('administration.addAgency') }).click();
  const agency = administrator.getByRole('dialog', { name: t('administration.addAgency') });
  await agency.getByLabel(t('administration.kind')).selectOption('substance-services');
  await line(agency, t('administration.nameFi')).fill('Rannikon päihdepalvelut');
  await line(agency, t('administration.nameSv')).fill('Kustens missbrukarservice');
  await line(agency, t('administration.municipality')).fill('Meriniemi');
  await line(agency, t('administration.region')).fill('Rannikon hyvinvointialue');
  await agency.getByRole('button', { name: t('administration.add'), exact: true }).click();
  await agency.waitFor({ state: 'detached' });
  await administrator.getByText('Rannikon päihdepalvelut').first().waitFor();

  await administrator.getByRole('button', { name: t('administration.addPerson') }).click();
  const person = administrator.getByRole('dialog', { name: t('administration.addPerson') });
  await line(person, t('administration.name')).fill('Päivi Ylönen');
  await line(person, t('administration.givenName')).fill('Päivi');
  await line(person, t('administration.signInName')).fill('paivi.ylonen');
  await person
    .getByLabel(t('administration.agency'), { exact: true })
    .selectOption({ label: 'Rannikon päihdepalvelut' });
  await person.getByLabel(t('administration.profession'), { exact: true }).selectOption('substance-worker');
  await person.getByRole('button', { name: t('administration.add'), exact: true }).click();
  const shown = administrator.getByRole('dialog', { name: t('administration.oneTimeTitle') });
  const oneTime = ((await shown.locator('code, output').first().textContent()) ?? '').trim();
  expect(oneTime.length).toBeGreaterThan(8);
  await shown.getByRole('button', { name: t('administration.noted') }).click();
  await administrator.getByText('Päivi Ylönen').first().waitFor();

  const newcomer = await (await journey.context('newcomer')).newPage();
  await newcomer.goto('/');
  await signIn(newcomer, 'paivi.ylonen', oneTime);
  await newcomer.getByText(t('settings.mustChangeDetail')).waitFor();
  await newcomer.goto('/children');
  await newcomer.getByText(t('settings.mustChangeDetail')).waitFor();
  await newcomer.getByLabel(t('settings.oneTime')).fill(oneTime);
  await newcomer.getByLabel(t('settings.next'), { exact: true }).fill(ownPassword);
  await newcomer.getByLabel(t('settings.again')).fill(ownPassword);
  await newcomer.getByRole('button', { name: t('settings.change') }).click();
  await newcomer.getByText(t('settings.mustChangeDetail')).waitFor({ state: 'detached' });
  await newcomer.goto('/');
  await newcomer.getByText(t('today.emptyPartner')).waitFor();
  await newcomer.goto('/children');
  await newcomer.getByText(t('cases.none')).waitFor();
  await signOut(newcomer);

  // The one-time password has had its time; then the sign-in is reset, and the own one no longer opens the door.
  const menu = administrator.getByRole('button', { name: `${t('ui.menu')}: Päivi Ylönen` });
  await menu.click();
  await administrator
    .getByRole('menuitem', { name: t('administration.reset') })
    .or(administrator.getByRole('button', { name: t('administration.reset') }))
    .first()
    .click();
  const reset = administrator.getByRole('dialog', { name: t('administration.resetTitle') });
  await reset.getByRole('button', { name: t('administration.reset') }).click();
  const second = ((await shown.locator('code, output').first().textContent()) ?? '').trim();
  await shown.getByRole('button', { name: t('administration.noted') }).click();
  expect(second).not.toBe(oneTime);
  await newcomer.locator('input[name="username"]').fill('paivi.ylonen');
  await newcomer.locator('input[name="password"]').fill(ownPassword);
  await newcomer.locator('form button[type="submit"]').click();
  await newcomer.getByText(t('signIn.wrong')).waitFor();
  await newcomer.locator('input[name="password"]').fill(second);
  await newcomer.locator('form button[type="submit"]').click();
  await newcomer.getByText(t('settings.mustChangeDetail')).waitFor();

  // An affiliation ends: what came with it is over at once, also on the open page.
  await menu.click();
  await administrator
    .getByRole('menuitem', {
      name: t('administration.endAffiliation', { agency: 'Rannikon päihdepalvelut' }),
    })
    .click();
  const end = administrator.getByRole('dialog', { name: t('administration.endAffiliationTitle') });
  await end.getByRole('button', { name: t('administration.end'), exact: true }).click();
  await end.waitFor({ state: 'detached' });
  const left = await journey.look<{ n: string }>(
    `select count(*) as n from affiliations a join people p on p.id = a.person_id
     where p.sign_in_name = 'paivi.ylonen' and a.ends_at is null`,
  );
  expect(left[0]?.n).toBe('0');
});
