// A child welfare notification from its first word to what it led to: the receipt, the clocks, what each side learns. Real: app,
// database; the clock is moved.
import { expect, test, vi } from 'vitest';
import { getForm, saveField, startEntry } from '../../shared/entries.ts';
import { endService } from '../../shared/services.ts';
import {
  concludeWelfareNotification,
  judgeWelfareUrgency,
  listWelfareNotifications,
  markWelfareReceived,
  sendWelfareNotification,
} from '../../shared/welfare-notifications.ts';
import { settableClock } from '../platform/clock/clock.ts';
import { newService, putIn } from '../testing/consultation-parts.ts';
import { about, aNotification, notified, receivedBy, seenBy, sending } from '../testing/welfare-parts.ts';
import { testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const clock = settableClock(new Date('2026-12-21T10:00:00Z'));
const world = await testWorld({ clock });
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const school = await world.agency('education', 'Meriniemen koulu');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const oskar = await world.professional('Oskar Nyström', protection, 'social-worker');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
const helka = await world.professional('Helka Hallinto', clinic, 'administrator');
const intake = await newService(arja, { nameFi: 'Lastensuojelun vastaanotto' });
await putIn(arja, intake, leena, 'expert');
await putIn(arja, intake, oskar, 'lead');

const received = (id: string, seen = 0) => ({ ...about(id), body: { seen } });
const judged = (id: string, seen: number, verdict: 'urgent' | 'not-urgent' = 'urgent') => ({
  ...about(id),
  body: { seen, verdict, words: 'Soitin koululle.' },
});
const led = (id: string, seen: number, words = 'Avattiin palvelutarpeen arviointi.') => ({
  ...about(id),
  body: { seen, verdict: 'assessment-opened' as const, words },
});

test('the receipt: a number, the moment and the service at once; the decision is due on the seventh working day after Christmas', async () => {
  const id = await notified(maria, intake);
  const mine = await seenBy(maria, id);
  expect(mine).toMatchObject({
    service: { nameFi: 'Lastensuojelun vastaanotto' },
    notifier: { name: 'Maria Lind', profession: 'special-teacher', agencyNameFi: 'Meriniemen koulu' },
    receivedAt: '2026-12-21T10:00:00.000Z',
    readByPersonAt: null,
    handlingBeganAt: null,
    state: null,
    steps: [],
    can: [],
    // Monday the 21st does not count; neither do Christmas Eve, Christmas Day, the weekends and New Year's Day.
    decision: { dueOn: '2027-01-04', amount: 7, unit: 'working-days', metOn: null },
    decisionDueOn: '2027-01-04',
  });
  expect(mine.number).toMatch(/^I-2026-\d{6}$/);
  const { consultationId, formId, ...written } = aNotification;
  expect(mine).toMatchObject(written);
  expect(await receivedBy(leena)).toContain(id);
});

test('the form in which it was written is gone with everything that was saved of it', async () => {
  const form = await maria.do(startEntry, {
    body: { kind: 'form', caseId: null, assessmentId: null, parentId: null, about: 'welfare', pairId: null },
  });
  const typed = (device: string, base: number, text: string) =>
    maria.do(saveField, { params: { entryId: form.id, field: 'worry' }, body: { base, text, device } });
  await typed('laptop0001', 0, 'Elli pelkää.');
  // On two devices: both texts stood there.
  expect((await typed('phone00001', 0, 'Elli itkee.')).kept).toBe('beside');
  await notified(maria, intake, { formId: form.id });
  expect((await maria.do(getForm, { params: { name: 'welfare' } })).entry).toBeNull();
  for (const [table, column] of [
    ['entries', 'id'],
    ['entry_history', 'entry_id'],
    ['entry_alternatives', 'entry_id'],
  ])
    expect((await world.superuser(`select from ${table} where ${column} = $1`, [form.id])).rowCount).toBe(0);
});

test('the service takes its steps in their order; the notifier learns of two of them, and of nothing in them', async () => {
  const id = await notified(maria, intake);
  expect((await leena.try(judgeWelfareUrgency, judged(id, 0))).error?.error).toBe('notification-state');
  clock.advance(60_000);
  await leena.do(markWelfareReceived, received(id));
  expect((await leena.try(markWelfareReceived, received(id, 1))).error?.error).toBe('already-done');
  expect((await leena.try(concludeWelfareNotification, led(id, 1))).error?.error).toBe('notification-state');
  expect(await seenBy(maria, id)).toMatchObject({
    readByPersonAt: '2026-12-21T10:01:00.000Z',
    handlingBeganAt: null,
    steps: [],
  });
  clock.advance(60_000);
  await leena.do(judgeWelfareUrgency, judged(id, 1));
  const begun = await seenBy(maria, id);
  expect(begun).toMatchObject({ handlingBeganAt: '2026-12-21T10:02:00.000Z', steps: [], state: null });
  clock.advance(60_000);
  await oskar.do(judgeWelfareUrgency, judged(id, 2, 'not-urgent'));
  await oskar.do(concludeWelfareNotification, led(id, 3));
  // What came after the beginning moves nothing of what the notifier reads.
  expect(await seenBy(maria, id)).toEqual(begun);
  expect(JSON.stringify(begun)).not.toMatch(/urgent"|Leena|Soitin/);
  expect(await seenBy(leena, id)).toMatchObject({
    state: 'concluded',
    decision: { metOn: '2026-12-21' },
    steps: [
      { kind: 'received', by: { name: 'Leena Kallio' } },
      { kind: 'urgency-judged', verdict: 'urgent', words: 'Soitin koululle.' },
      { kind: 'urgency-judged', verdict: 'not-urgent', by: { name: 'Oskar Nyström' } },
      { kind: 'concluded', verdict: 'assessment-opened', words: 'Avattiin palvelutarpeen arviointi.' },
    ],
    can: ['judge-urgency', 'conclude'],
  });
});

test('of two who take the same step at once one does, the other is told; nothing is written twice', async () => {
  const id = await notified(maria, intake);
  const answers = await Promise.all([leena, oskar].map((one) => one.try(markWelfareReceived, received(id))));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect((await seenBy(leena, id)).steps).toHaveLength(1);
  // An older page: what it did not show is not passed over.
  await leena.do(judgeWelfareUrgency, judged(id, 1));
  expect((await oskar.try(judgeWelfareUrgency, judged(id, 1))).error?.error).toBe('version-conflict');
});

test('each view and each list is logged, and the crossing to the other agency is in the disclosure log with the law', async () => {
  const id = await notified(maria, intake);
  await seenBy(leena, id);
  await seenBy(leena, id);
  await receivedBy(oskar);
  const views = await world.superuser(
    `select person_id from access_log where kind = 'welfare-notification' and object_id = $1 and purpose = 'child-welfare'`,
    [id],
  );
  expect(views.rows.map((row) => row['person_id'])).toEqual([leena.id, leena.id]);
  const lists = await world.superuser(
    `select detail from access_log where kind = 'welfare-notifications' and person_id = $1`,
    [oskar.id],
  );
  expect(lists.rows).toHaveLength(1);
  const { rows } = await world.superuser(
    `select from_agency_id, to_agency_id, basis, data_class, case_id from disclosure_log where object_id = $1`,
    [id],
  );
  expect(rows).toEqual([
    {
      from_agency_id: school,
      to_agency_id: protection,
      basis: 'statute',
      data_class: 'education',
      case_id: null,
    },
  ]);
});

test('whoever of the service is not signed in gets a mail that says nothing of the child; its maker gets none', async () => {
  const service = await newService(arja);
  const veli = await world.professional('Veli Päivystäjä', protection, 'social-worker');
  await putIn(arja, service, veli, 'on-call');
  await world.superuser('delete from sessions where person_id = $1', [veli.id]);
  const id = await notified(maria, service);
  const { rows } = await world.superuser(
    'select person_id, stage, case_number, path, due_on from mails where path = $1',
    [`/welfare-notifications/${id}`],
  );
  const { number } = await seenBy(maria, id);
  expect(rows).toEqual([
    {
      person_id: veli.id,
      stage: 'welfare-notification',
      case_number: number,
      path: `/welfare-notifications/${id}`,
      due_on: null,
    },
  ]);
});

test('it goes where somebody receives it: to child protection, not ended, with people in it', async () => {
  const clinics = await newService(helka, { kind: 'psychiatry' });
  const empty = await newService(arja);
  const over = await newService(arja);
  await putIn(arja, over, oskar, 'expert');
  await arja.do(endService, { params: { serviceId: over }, body: {} });
  const own = await newService(arja);
  await putIn(arja, own, leena, 'expert');
  const refusal = async (who: typeof maria, serviceId: string) => {
    const { status, error } = await who.try(sendWelfareNotification, sending(serviceId));
    return [status, error?.error, error?.detail?.reason];
  };
  expect(await refusal(maria, clinics)).toEqual([409, 'service-refuses', 'kind']);
  expect(await refusal(maria, empty)).toEqual([409, 'service-refuses', 'nobody']);
  expect(await refusal(maria, over)).toEqual([409, 'service-refuses', 'ended']);
  // Nobody but the notifier would read it.
  expect(await refusal(leena, own)).toEqual([409, 'service-refuses', 'nobody']);
  expect((await refusal(maria, crypto.randomUUID()))[0]).toBe(404);
});

test('a service with a notification that nobody has concluded is not ended', async () => {
  const service = await newService(arja);
  await putIn(arja, service, oskar, 'expert');
  const id = await notified(maria, service);
  const end = () => arja.try(endService, { params: { serviceId: service }, body: {} });
  expect((await end()).error?.error).toBe('open-requests');
  await oskar.do(markWelfareReceived, received(id));
  await oskar.do(judgeWelfareUrgency, judged(id, 1));
  expect((await end()).error?.error).toBe('open-requests');
  await oskar.do(concludeWelfareNotification, led(id, 2));
  expect((await end()).status).toBe(200);
});

test('an identity code is checked, gives the day of birth, and is kept as registers write it', async () => {
  const id = await notified(maria, intake, { identityCode: ' 131052-308t', birthDate: null });
  expect(await seenBy(maria, id)).toMatchObject({ identityCode: '131052-308T', birthDate: '1952-10-13' });
  const wrong = await maria.try(sendWelfareNotification, sending(intake, { identityCode: '131052-308A' }));
  expect([wrong.status, wrong.error?.error]).toEqual([400, 'invalid-input']);
  const ahead = await maria.try(sendWelfareNotification, sending(intake, { birthDate: '2027-02-02' }));
  expect(ahead.status).toBe(400);
});

test('the list of the service: the most pressing first, and what is concluded for ninety days', async () => {
  const service = await newService(arja);
  await putIn(arja, service, oskar, 'expert');
  const ordinary = await notified(maria, service, { urgency: 'ordinary' });
  const danger = await notified(maria, service, { urgency: 'danger' });
  const ofService = async () => (await receivedBy(oskar)).filter((id) => [ordinary, danger].includes(id));
  expect(await ofService()).toEqual([danger, ordinary]);
  await oskar.do(markWelfareReceived, received(danger));
  await oskar.do(judgeWelfareUrgency, judged(danger, 1));
  await oskar.do(concludeWelfareNotification, led(danger, 2));
  expect(await ofService()).toEqual([danger, ordinary]);
  const now = clock.now();
  clock.advance(91 * 24 * 3_600_000);
  const [again, teacher] = [await world.signIn(oskar.signInName), await world.signIn(maria.signInName)];
  expect((await receivedBy(again)).filter((id) => [ordinary, danger].includes(id))).toEqual([ordinary]);
  expect((await teacher.do(listWelfareNotifications)).made.map(({ id }) => id)).toContain(danger);
  clock.set(now);
});
