// Journey: a worried special teacher asks without saying who the child is. Rinki stops the identity code; the team sees the
// question at once, one of them takes it with one press, asks for more and answers, and the asker sees each step as it
// happens. It is closed, and reopened with a reason.
import { expect, test } from 'vitest';
import { violationsOn } from './harness/accessibility.ts';
import { saved } from './harness/case-steps.ts';
import {
  addTeam,
  question,
  sendQuestion,
  teamName,
  writeQuestion,
  writeTurn,
} from './harness/consultation-steps.ts';
import { beginJourney, t } from './harness/journey.ts';
import { takePicture } from './harness/pictures.ts';

const journey = beginJourney();
const look = { width: 1440, theme: 'light', language: 'fi' } as const;
const code = '150312A907E';
const words =
  'Viidesluokkalainen on ollut poissa lähes kaikki aamut syyskuusta asti. Miten otan tämän puheeksi?';

test('anonymous all the way, with asker and expert at their screens at once', async () => {
  const administrator = await journey.person('administrator');
  await addTeam(administrator, [
    { name: 'Sari Niskanen', role: 'expert' },
    { name: 'Kaisa Saarinen', role: 'lead' },
  ]);
  expect(await violationsOn(administrator)).toEqual([]);
  await administrator.screenshot({ path: 'artefacts/service-members.png' });

  const nurse = await journey.person('psychiatric-nurse');
  await nurse.goto('/consultations');
  await nurse.getByRole('link', { name: t('consultation.ask'), exact: true }).waitFor();
  const lead = await journey.person('consultant-social-worker');
  await lead.goto('/consultations');

  const teacher = await journey.person('special-teacher');
  await writeQuestion(teacher, { text: `${words} ${code}`, area: 'school-attendance', whom: teamName });
  await teacher.getByText(t('findingCertain.identity-code')).waitFor();
  expect(await violationsOn(teacher)).toEqual([]);
  await takePicture(teacher, 'consultation-ask', look);
  await teacher.getByRole('button', { name: t('ask.send') }).click();
  await teacher.getByText(t('ask.certainFirst')).waitFor();
  // The place is selected: one key takes it out.
  const selected = () =>
    question(teacher).evaluate((area) =>
      area instanceof HTMLTextAreaElement ? area.value.slice(area.selectionStart, area.selectionEnd) : '',
    );
  await expect.poll(selected).toBe(code);
  await teacher.keyboard.press('Delete');
  await teacher.getByText(t('findingCertain.identity-code')).waitFor({ state: 'detached' });
  expect(await question(teacher).inputValue()).not.toContain(code);

  // A draft is found again after a reload, by its own address.
  await saved(teacher);
  await teacher.reload();
  await expect.poll(() => question(teacher).inputValue()).toContain('Viidesluokkalainen');
  const address = await sendQuestion(teacher);
  await takePicture(teacher, 'consultation-receipt', look);
  expect(await violationsOn(teacher)).toEqual([]);
  const drafts = await journey.look<{ n: string }>(
    `select count(*) as n from consultation_drafts d where d::text like '%Viidesluokkalainen on ollut%'`,
  );
  expect(drafts[0]?.n).toBe('0');

  // Live to the team, and taken with one press; the other one sees who has it.
  const claiming = { name: new RegExp(`^${t('consultation.claim')}\\s*: Viidesluokkalainen on ollut`) };
  const claim = nurse.getByRole('button', claiming);
  await claim.waitFor();
  await takePicture(nurse, 'consultation-queue', look);
  expect(await violationsOn(nurse)).toEqual([]);
  await lead.getByRole('button', claiming).waitFor();
  await claim.click();
  await nurse.getByText(t('consultation.mine')).first().waitFor();
  await lead.getByRole('button', claiming).waitFor({ state: 'detached' });
  await lead.getByRole('listitem').filter({ hasText: words }).getByText('Sari Niskanen').waitFor();
  await teacher.getByText(t('consultation.nextClaimed', { name: 'Sari Niskanen' })).waitFor();

  await nurse.getByRole('link', { name: words }).click();
  await writeTurn(
    nurse,
    t('consultation.writeAnswer'),
    'Kuinka monta aamua viikossa, ja mitä huoltaja sanoo?',
    t('consultation.sendAskMore'),
  );
  await teacher.getByText(t('consultation.nextMore')).waitFor();
  await writeTurn(
    teacher,
    t('consultation.writeMore'),
    'Neljä viidestä. Huoltajan mukaan hän ei saa unta.',
    t('consultation.sendTellMore'),
  );
  await nurse.getByText('Neljä viidestä.').waitFor();
  await writeTurn(
    nurse,
    t('consultation.writeAnswer'),
    'Aloita aamusta. Sopikaa yksi pieni askel ja yksi aikuinen, joka odottaa ovella.',
    t('consultation.sendAnswer'),
  );
  await teacher.getByText('yksi aikuinen, joka odottaa ovella').waitFor();
  await teacher.getByText(t('consultation.nextAnswered')).waitFor();
  await takePicture(teacher, 'consultation-answered', look);
  await takePicture(nurse, 'consultation-answered-team', look);
  expect(await violationsOn(teacher)).toEqual([]);
  expect(await violationsOn(nurse)).toEqual([]);

  const doWithReason = async (act: 'close' | 'reopen', reason: string) => {
    await teacher.getByRole('button', { name: t(`consultation.${act}`) }).click();
    const dialog = teacher.getByRole('dialog', { name: t(`consultation.${act}Title`) });
    await dialog.getByLabel(t('consultation.reason')).fill(reason);
    await dialog.getByRole('button', { name: t(`consultation.${act}`) }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  await doWithReason('close', 'Neuvo riitti.');
  await teacher.getByText(t('consultation.nextClosed')).waitFor();
  await doWithReason('reopen', 'Aamut vaikeutuivat taas.');
  await nurse.getByText(t('consultation.yours')).waitFor();

  // Nobody else: not the colleague at the same school, nor whoever looks after the service.
  for (const who of ['principal', 'administrator'] as const) {
    const other = who === 'administrator' ? administrator : await journey.person(who);
    const answer = await other.request.get(`/api${address}`);
    expect(answer.status(), who).toBe(404);
  }
  const kept = await journey.look<{ found: number }>(
    `select (select count(*) from consultations where question like '%' || $1 || '%')::int
          + (select count(*) from consultation_messages where text like '%' || $1 || '%')::int as found`,
    [code],
  );
  expect(kept[0]?.found).toBe(0);
});
