// Journey: a social worker asks the demanding-support team with the child's name, and chooses from the case what goes along. Without a
// ground to the hospital school nothing can; it is recorded on the spot, everything is shown once more, and sent. The team reads it on
// an open page, until the worker takes it back with one press: then it is gone from that page too.
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOn } from './harness/accessibility.ts';
import { line, typeDate } from './harness/case-steps.ts';
import { sendQuestion, writeQuestion } from './harness/consultation-steps.ts';
import { beginJourney, t } from './harness/journey.ts';
import { takePicture } from './harness/pictures.ts';

const journey = beginJourney();
const look = { width: 1440, theme: 'light', language: 'fi' } as const;
const phone = { width: 390, theme: 'dark', language: 'fi' } as const;
const team = 'Vaativan tuen konsultaatioryhmä';
const question = 'Aino ei pääse aamuisin kouluun. Miten paluu rakennetaan?';
const ofCase = 'Koulu teki lastensuojeluilmoituksen';

const chosen = (within: Page | Locator, name: string): Locator =>
  within.getByRole('combobox', { name, exact: true });

/** A named question with all that the team needs to know. */
const ask = async (worker: Page): Promise<string> => {
  await writeQuestion(worker, { text: question, area: 'school-attendance', whom: team });
  await worker.getByLabel(t('ask.named')).check();
  await line(worker, t('ask.childName')).fill('Aino Virtanen');
  await typeDate(worker, t('ask.birthDate'), '2.5.2013');
  await chosen(worker, t('ask.groundKind')).selectOption('joint-contact');
  await line(worker, t('ask.evidence')).fill('Sovittiin äidin ja Ainon kanssa tapaamisessa.');
  await chosen(worker, t('ask.ageLabel')).selectOption('13-15');
  await chosen(worker, t('ask.gradeLabel')).selectOption('7');
  await worker
    .getByRole('checkbox', { name: t('support.meeting-with-guardians') })
    .first()
    .check();
  await worker.getByRole('checkbox', { name: t('ask.restNotTried') }).check();
  await line(worker, t('absenceReason.unknown')).fill('62');
  return sendQuestion(worker);
};

/** The situation of Aino's case as a signed version has it; behind the curtain, since signing has a journey of its own. */
const signSituation = async (hash: string): Promise<string> => {
  const [made] = await journey.look<{ case_id: string }>(
    `with e as (select e.* from entries e join cases c on c.id = e.case_id where c.child_name = 'Aino Virtanen' and e.kind = 'situation'),
       frozen as (update entries set state = 'frozen' where id in (select id from e)),
       v as (insert into assessment_versions (assessment_id, case_id, acl_key, version, hash, head, signed_at)
         select a.id, a.case_id, a.acl_key, 1, $1, '{}', now() from assessments a join e on e.assessment_id = a.id returning id)
     insert into version_parts (version_id, case_id, acl_key, position, kind, entry_id, content, hash)
     select v.id, e.case_id, e.acl_key, 0, e.kind, e.id, jsonb_build_object('entryId', e.id, 'about', null, 'aboutName', null, 'parentId', null,
       'dataClass', e.data_class, 'writtenAt', to_char(e.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
       'authors', jsonb_build_array(jsonb_build_object('personId', e.author_ids[1], 'name', 'Leena Kallio', 'profession', 'social-worker', 'agencyFi', null, 'agencySv', null)),
       'fields', (select jsonb_object_agg(f.key, f.value ->> 'text') from jsonb_each(e.fields) f where f.value ->> 'text' <> '')), 'x'
     from e, v returning case_id`,
    [hash],
  );
  return made?.case_id ?? '';
};

test('chosen from a case, sent on a ground, read on an open page, and taken back', async () => {
  const worker = await journey.person('social-worker');
  const address = await ask(worker);
  await worker.getByRole('button', { name: t('bundle.open') }).click();
  const which = worker.getByRole('dialog', { name: t('bundle.whichTitle') });
  await which.getByRole('radio', { name: 'Aino Virtanen' }).check();
  await which.getByRole('button', { name: t('bundle.whichDo') }).click();
  await worker.getByRole('heading', { name: t('bundle.title', { service: team }) }).waitFor();
  await worker.getByText(t('bundle.why.no-ground')).first().waitFor();
  expect(await worker.getByRole('button', { name: t('bundle.look') }).count()).toBe(0);
  expect(await violationsOn(worker)).toEqual([]);
  await takePicture(worker, 'bundle-without-ground', look);

  await worker.getByRole('button', { name: t('bundle.record') }).click();
  const record = worker.getByRole('dialog', { name: t('members.recordTitle') });
  await expect
    .poll(() => chosen(record, t('members.to')).locator('option:checked').textContent())
    .toBe('Rannikon sairaalakoulu');
  await chosen(record, t('members.kind')).selectOption('joint-contact');
  await line(record, t('members.evidence')).fill('Sovittiin äidin ja Ainon kanssa tapaamisessa.');
  for (const one of ['coordination', 'social'] as const)
    await record.getByRole('checkbox', { name: new RegExp(`^${t(`dataClass.${one}`)}`) }).check();
  await record.getByRole('button', { name: t('members.record') }).click();
  await record.waitFor({ state: 'detached' });

  await worker.getByRole('checkbox', { name: t('bundle.child') }).check();
  await worker.getByRole('checkbox', { name: t('assessment.situation') }).check();
  await worker.getByLabel(t('bundle.days')).fill('91');
  await worker.getByRole('button', { name: t('bundle.look') }).click();
  await worker.getByText(t('bundle.needDays')).waitFor();
  await worker.getByLabel(t('bundle.days')).fill('30');
  expect(await violationsOn(worker)).toEqual([]);
  await takePicture(worker, 'bundle-choose', look);
  await takePicture(worker, 'bundle-choose', phone);
  await worker.getByRole('button', { name: t('bundle.look') }).click();
  const preview = worker.getByRole('dialog', { name: t('bundle.lookTitle') });
  await preview.getByText(ofCase).waitFor();
  expect(await preview.getByText('Rantakatu').count()).toBe(0);
  expect(await violationsOn(worker)).toEqual([]);
  await takePicture(worker, 'bundle-preview', look, 'screen');
  await preview.getByRole('button', { name: t('bundle.send') }).click();
  await worker.getByText(t('bundle.sentTitle')).waitFor();
  expect(new URL(worker.url()).pathname).toBe(address);
  await takePicture(worker, 'bundle-sent', look);

  const teacher = await journey.person('hospital-school-teacher');
  await teacher.goto(address);
  await teacher.getByText(t('bundle.alongTitle')).waitFor();
  expect(await teacher.getByText(ofCase).count()).toBe(0);
  await teacher.getByRole('button', { name: t('bundle.read') }).click();
  await teacher.getByText(ofCase).waitFor();
  expect(await violationsOn(teacher)).toEqual([]);
  await takePicture(teacher, 'bundle-read', look);
  await takePicture(teacher, 'bundle-read', phone);
  const [views] = await journey.look<{ n: string }>(
    `select count(*) as n from access_log where kind = 'bundle'`,
  );
  expect(Number(views?.n)).toBeGreaterThan(0);

  await worker.getByRole('button', { name: t('bundle.withdraw') }).click();
  await worker.getByText(t('bundle.withdrawn'), { exact: true }).waitFor();
  await teacher.getByText(ofCase).waitFor({ state: 'detached' });
  await teacher.getByText(t('bundle.alongTitle')).waitFor({ state: 'detached' });

  // The same text again, signed by now: who signed it as what, when, and the checksum go with it.
  const hash = 'f00d'.repeat(16);
  const caseId = await signSituation(hash);
  await worker.goto(`/cases/${caseId}/along/${address.split('/').at(-1)}`);
  const situation = worker.getByRole('checkbox', { name: t('assessment.situation') });
  await situation.check();
  await worker
    .getByText(`Leena Kallio, ${t('profession.social-worker')}`)
    .first()
    .waitFor();
  expect(await situation.count()).toBe(1);
  expect(await violationsOn(worker)).toEqual([]);
  await worker.getByRole('button', { name: t('bundle.look') }).click();
  await preview.getByText(t('assessment.hash', { hash })).waitFor();
  await takePicture(worker, 'bundle-preview-signed', look, 'screen');
  await preview.getByRole('button', { name: t('bundle.send') }).click();
  await teacher.getByRole('button', { name: t('bundle.read') }).click();
  await teacher.getByText(ofCase).waitFor();
  await teacher.getByText(t('assessment.hash', { hash })).waitFor();
  await teacher
    .getByRole('article')
    .getByText(`Leena Kallio, ${t('profession.social-worker')}`)
    .waitFor();
  expect(await violationsOn(teacher)).toEqual([]);
  await takePicture(teacher, 'bundle-read-signed', phone);
}, 400_000);
