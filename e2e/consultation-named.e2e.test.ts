// Journey: a teacher who asked without a name gets the guardians' consent and asks with it. They see before who will read what; the
// social worker gets a request like any other, and opens the child's case from it. That the two belong together stands on the
// teacher's screen alone.
import { expect, test } from 'vitest';
import { people } from '../server/demo/region.ts';
import { violationsOn } from './harness/accessibility.ts';
import { line, saved, typeDate } from './harness/case-steps.ts';
import { addTeam, sendQuestion, teamName, writeQuestion, writeTurn } from './harness/consultation-steps.ts';
import { beginJourney, t, wordsIn } from './harness/journey.ts';
import { takePicture } from './harness/pictures.ts';

const journey = beginJourney();
const look = { width: 1440, theme: 'light', language: 'fi' } as const;
const phone = { width: 390, theme: 'dark', language: 'fi' } as const;
const words = 'Oppilas on väsynyt ja puhuu kotona olevista riidoista. Miten otan asian puheeksi?';
const withName = 'Ilona on yhä väsynyt, ja huoltajat toivovat tapaamista teidän kanssanne.';
const worker = people['social-worker'].name;

test('anonymous, then named, then a case, with asker and receiver at their screens at once', async () => {
  const administrator = await journey.person('administrator');
  await addTeam(administrator, [{ name: worker, role: 'expert' }]);
  const teacher = await journey.person('special-teacher');
  await writeQuestion(teacher, { text: words, area: 'worry-about-home', whom: teamName });
  const anonymous = await sendQuestion(teacher);
  const receiver = await journey.person('social-worker');
  await receiver.goto(anonymous);
  await receiver.getByRole('button', { name: t('consultation.claim') }).click();
  await writeTurn(
    receiver,
    t('consultation.writeAnswer'),
    'Kysy suoraan, ja sovi huoltajien kanssa tapaaminen.',
    t('consultation.sendAnswer'),
  );
  await receiver.goto('/consultations');
  await teacher.getByText('sovi huoltajien kanssa tapaaminen').waitFor();

  await teacher.getByRole('link', { name: t('naming.open') }).click();
  await teacher.getByRole('heading', { level: 1, name: t('naming.title') }).waitFor();
  await teacher.getByText(t('naming.yourName')).waitFor();
  // Without a child and a ground nothing is shown that could be sent.
  await teacher.getByRole('button', { name: t('naming.look') }).click();
  await teacher.getByText(t('ask.needChild')).waitFor();
  await line(teacher, t('ask.childName')).fill('Ilona Mäkelä');
  await typeDate(teacher, t('ask.birthDate'), '14.5.2015');
  await teacher.getByLabel(t('ask.groundKind')).selectOption('guardian-consent');
  await line(teacher, t('ask.evidence')).fill('Molemmat huoltajat suostuivat tapaamisessa 27.11.2026.');
  await typeDate(teacher, t('naming.until'), '1.1.2026');
  await teacher.getByRole('button', { name: t('naming.look') }).click();
  await teacher.getByText(t('naming.groundOver')).waitFor();
  await typeDate(teacher, t('naming.until'), '31.5.2027');
  await teacher.getByText(t('naming.same')).first().waitFor();
  expect(await violationsOn(teacher)).toEqual([]);
  await takePicture(teacher, 'naming', look);
  await takePicture(teacher, 'naming', phone);
  await takePicture(teacher, 'naming', look, 'screen');

  // What was typed is there after a reload.
  await saved(teacher);
  await teacher.reload();
  await expect.poll(() => line(teacher, t('ask.childName')).inputValue()).toBe('Ilona Mäkelä');
  await teacher.getByRole('button', { name: t('naming.look') }).click();
  const preview = teacher.getByRole('dialog', { name: t('naming.lookTitle') });
  await preview.getByText(worker, { exact: false }).waitFor();
  await preview.getByText('Ilona Mäkelä').waitFor();
  await preview.getByText(words).waitFor();
  expect(await violationsOn(teacher)).toEqual([]);
  await takePicture(teacher, 'naming-preview', look, 'screen');
  await takePicture(teacher, 'naming-preview', { ...phone, theme: 'light' }, 'screen');
  // The same words tie the two together: they go only when somebody says so, or in other words.
  await preview.getByRole('button', { name: t('naming.send') }).click();
  await preview.getByText(t('naming.needKeep')).waitFor();
  await preview.getByRole('button', { name: t('naming.back') }).click();
  await preview.waitFor({ state: 'detached' });
  await line(teacher, t('ask.questionLabel')).fill(withName);
  await teacher.getByText(t('naming.same')).waitFor({ state: 'detached' });
  await teacher.getByRole('button', { name: t('naming.look') }).click();
  await preview.getByText(withName).waitFor();
  await preview.getByRole('button', { name: t('naming.send') }).click();
  await teacher.getByText(t('consultation.receivedTitle')).waitFor();
  const named = new URL(teacher.url()).pathname;
  expect(named).not.toBe(anonymous);
  await teacher.getByText(t('naming.madeFrom')).waitFor();
  await takePicture(teacher, 'named-request', look);

  // Live to the team, like any other request; and the anonymous one is as it was.
  await receiver.getByRole('link', { name: withName }).click();
  await receiver.getByText('Ilona Mäkelä').waitFor();
  await receiver.getByRole('button', { name: t('consultation.claim') }).click();
  await receiver.getByText(t('naming.groundUntil', { date: '31.5.2027' })).waitFor();
  for (const secret of [t('naming.madeFrom'), t('naming.madeTo')])
    expect(await receiver.getByText(secret).count()).toBe(0);
  await teacher.getByText(t('consultation.nextClaimed', { name: worker })).waitFor();
  const [number] = await journey.look<{ number: string }>(`select number from consultations where id = $1`, [
    anonymous.split('/').at(-1),
  ]);
  expect(await receiver.content()).not.toContain(number?.number);

  // A case is opened from it, with what the request tells of the child.
  await receiver.getByRole('button', { name: t('naming.take') }).click();
  const take = receiver.getByRole('dialog', { name: t('naming.takeTitle') });
  await take.getByText(t('naming.takeChild', { name: 'Ilona Mäkelä' })).waitFor();
  await takePicture(receiver, 'take-into-case', look, 'screen');
  expect(await violationsOn(receiver)).toEqual([]);
  await take.getByRole('link', { name: t('naming.takeNew') }).click();
  await expect
    .poll(() => receiver.getByLabel(t('openCase.name'), { exact: true }).inputValue())
    .toBe('Ilona Mäkelä');
  await receiver.getByLabel(t('openCase.languages'), { exact: true }).fill('suomi');
  await takePicture(receiver, 'open-case-from-request', look);
  await receiver.getByRole('button', { name: t('openCase.submit') }).click();
  await receiver.getByRole('heading', { level: 1, name: 'Ilona' }).waitFor();
  await receiver.getByRole('heading', { name: t('naming.inCase') }).waitFor();
  await receiver.getByText(withName).waitFor();
  expect(await receiver.getByText(words).count()).toBe(0);
  expect(await violationsOn(receiver)).toEqual([]);
  await takePicture(receiver, 'request-in-case', look);
  await takePicture(receiver, 'request-in-case', phone);

  // The asker sees nothing of a case, and still has both.
  await teacher.goto(anonymous);
  await teacher.getByText(t('naming.madeTo')).waitFor();
  expect(await teacher.getByRole('link', { name: t('naming.open') }).count()).toBe(0);
  await teacher.goto('/children');
  expect(await teacher.getByText('Ilona Mäkelä').count()).toBe(0);
}, 400_000);

test('in Swedish, every word of it', async () => {
  const sv = wordsIn('sv');
  const annika = await journey.person('annika.holm');
  await writeQuestion(
    annika,
    {
      text: 'En elev är trött. Hur börjar jag?',
      area: 'worry-about-home',
      whom: 'Kustens konsultationsteam',
    },
    sv,
  );
  await sendQuestion(annika, sv);
  await annika.getByRole('link', { name: sv('naming.open') }).click();
  await annika.getByRole('heading', { level: 1, name: sv('naming.title') }).waitFor();
  await line(annika, sv('ask.childName')).fill('Ilona Mäkelä');
  await annika.getByLabel(sv('ask.groundKind')).selectOption('joint-contact');
  await line(annika, sv('ask.evidence')).fill('Vi tog kontakt tillsammans med familjen.');
  await takePicture(annika, 'naming', { width: 390, theme: 'light', language: 'sv' });
  await annika.getByRole('button', { name: sv('naming.look') }).click();
  const preview = annika.getByRole('dialog', { name: sv('naming.lookTitle') });
  await preview.getByText(sv('naming.samesLead')).waitFor();
  await takePicture(annika, 'naming-preview', { width: 1440, theme: 'dark', language: 'sv' }, 'screen');
  await preview.getByLabel(sv('naming.keepSame')).check();
  await preview.getByRole('button', { name: sv('naming.send') }).click();
  await annika.getByText(sv('consultation.receivedTitle')).waitFor();
});
