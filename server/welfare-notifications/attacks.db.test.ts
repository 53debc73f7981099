// What others would do with a notification that is none of theirs, over the interface and past it with plain statements in the
// server's own role. And that nothing ties it to the consultation from which it grew. Real: app, database, roles, policies.
import { beforeAll, expect, test, vi } from 'vitest';
import { getConsultation, setConsultationDeputy } from '../../shared/consultations.ts';
import {
  concludeWelfareNotification,
  judgeWelfareUrgency,
  listWelfareNotifications,
  markWelfareReceived,
  sendWelfareNotification,
} from '../../shared/welfare-notifications.ts';
import { answered, newService, opened, putIn } from '../testing/consultation-parts.ts';
import { about, aNotification, notified, seenBy, sending, statusFor } from '../testing/welfare-parts.ts';
import { testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const world = await testWorld();
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const school = await world.agency('education', 'Meriniemen koulu');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const niina = await world.professional('Niina Naapuri', school, 'special-teacher');
const kaisa = await world.professional('Kaisa Sijainen', school, 'school-social-worker');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const outi = await world.professional('Outi Muualta', protection, 'social-worker');
const sari = await world.professional('Sari Niskanen', clinic, 'psychiatric-nurse');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
const helka = await world.professional('Helka Hallinto', clinic, 'administrator');
const minna = await world.family('Minna Virtanen');

let intake: string;
let consultationId: string;
let id: string;
beforeAll(async () => {
  intake = await newService(arja);
  await putIn(arja, intake, leena, 'expert');
  await putIn(arja, await newService(arja), outi, 'lead');
  const advice = await newService(helka, { kind: 'psychiatry' });
  await putIn(helka, advice, sari, 'lead');
  consultationId = await answered(maria, advice, sari);
  await maria.do(setConsultationDeputy, {
    params: { consultationId },
    body: { affiliationId: kaisa.affiliationId ?? '' },
  });
  id = await notified(maria, intake, { consultationId });
});

const outsiders = () =>
  [
    ['the notifier’s colleague', niina],
    ['the notifier’s deputy in the consultation', kaisa],
    ['a member of another service of child protection', outi],
    ['the consultant', sari],
    ['the administrator of the service', arja],
  ] as const;
const steps = [
  [markWelfareReceived, { seen: 0 }],
  [judgeWelfareUrgency, { seen: 0, verdict: 'urgent', words: '' }],
  [concludeWelfareNotification, { seen: 0, verdict: 'no-measures', words: 'x' }],
] as const;
const refused = async (personId: string, query: string, values: unknown[] = []) =>
  expect(world.write(personId, query, values), query).rejects.toMatchObject({ code: '42501' });

test('outside its two sides there is no notification: not to open, not to list, not to handle', async () => {
  for (const [who, person] of outsiders()) {
    expect(await statusFor(person, id), who).toBe(404);
    for (const [route, body] of steps)
      expect((await person.try(route, { ...about(id), body } as never)).status, who).toBe(404);
    const lists = await person.do(listWelfareNotifications);
    expect([...lists.made, ...lists.received], who).toEqual([]);
  }
  expect(await statusFor(minna, id)).toBe(404);
  expect((await minna.try(listWelfareNotifications)).status).toBe(403);
  expect((await minna.try(sendWelfareNotification, sending(intake))).status).toBe(403);
  // Its notifier reads it, and handles it no more than anybody else outside.
  for (const [route, body] of steps)
    expect((await maria.try(route, { ...about(id), body } as never)).status).toBe(403);
});

test('past the interface: no row, no handling, no step, and nothing changed, by plain statements', async () => {
  const tables = ['welfare_notifications', 'welfare_notification_steps', 'welfare_notification_origins'];
  await leena.do(markWelfareReceived, { ...about(id), body: { seen: 0 } });
  for (const [who, { id: person }] of outsiders()) {
    for (const table of tables) expect(await world.write(person, `select from ${table}`), who).toEqual([]);
    expect(await world.write(person, 'select * from access.welfare_handling($1)', [[id]]), who).toEqual([]);
    expect(
      await world.write(person, 'select * from access.people_beside_notification($1)', [id]),
      who,
    ).toEqual([]);
    await refused(person, `select access.step_welfare_notification($1, 1, 'urgency-judged', 'urgent', '')`, [
      id,
    ]);
  }
  // The notifier past the interface: neither the steps of the service, nor one of their own.
  expect(await world.write(maria.id, 'select from welfare_notification_steps')).toEqual([]);
  await refused(maria.id, `select access.step_welfare_notification($1, 1, 'urgency-judged', 'urgent', '')`, [
    id,
  ]);
  // The receiving service: not where it came from, and not a word of it changed or gone.
  expect(await world.write(leena.id, 'select from welfare_notification_origins')).toEqual([]);
  for (const table of tables) {
    for (const person of [maria, leena]) {
      await refused(person.id, `delete from ${table}`);
      await refused(person.id, `insert into ${table} select * from ${table}`);
    }
  }
  await refused(leena.id, `update welfare_notifications set worry = 'x'`);
});

test('it is made in person: nobody sends it from a consultation but the one who asked there', async () => {
  // Whoever was asked, and the asker's deputy, stand on a side of it and are told whose it is; others find nothing.
  for (const [who, person, status] of [
    ['consultant', sari, 403],
    ['deputy', kaisa, 403],
    ['colleague', niina, 404],
    ['another service', outi, 404],
  ] as const)
    expect((await person.try(sendWelfareNotification, sending(intake, { consultationId }))).status, who).toBe(
      status,
    );
  const fields = JSON.stringify(aNotification);
  for (const person of [sari, kaisa, niina, outi])
    await refused(
      person.id,
      `select access.send_welfare_notification('I-x', now()::date, $1, $2, $3::jsonb)`,
      [intake, consultationId, fields],
    );
  // In nobody's name but one's own, whatever is written into it.
  const [sent] = await world.write(
    sari.id,
    `select access.send_welfare_notification('I-y', now()::date, $1, null, $2::jsonb) as id`,
    [intake, JSON.stringify({ ...aNotification, notifier_id: maria.id })],
  );
  const { rows } = await world.superuser('select notifier_id from welfare_notifications where id = $1', [
    sent?.['id'],
  ]);
  expect(rows).toEqual([{ notifier_id: sari.id }]);
  await refused(
    minna.id,
    `select access.send_welfare_notification('I-z', now()::date, $1, null, $2::jsonb)`,
    [intake, fields],
  );
});

test('nobody but the notifier can follow it to the consultation, and the consultation says nothing of it', async () => {
  const before = await opened(sari, consultationId);
  const streamOf = async (person: typeof sari) =>
    (await world.superuser('select count(*)::int as n from events where stream_id = $1', [person.id]))
      .rows[0]?.['n'];
  const heard = await streamOf(sari);
  const made = await notified(maria, intake, { consultationId });
  expect((await seenBy(maria, made)).consultationId).toBe(consultationId);
  const asReceived = await seenBy(leena, made);
  expect(asReceived.consultationId).toBeNull();
  expect(JSON.stringify(asReceived)).not.toContain(consultationId);
  expect(JSON.stringify(await leena.do(listWelfareNotifications))).not.toContain(consultationId);
  // Of those who were asked nobody gets a hint, and what they read is what they read before.
  expect(await streamOf(sari)).toBe(heard);
  expect(await opened(sari, consultationId)).toEqual(before);
  expect((await leena.try(getConsultation, { params: { consultationId } })).status).toBe(404);
  // In the database the two ids stand together in one table alone, which only the notifier reads.
  const { rows } = await world.superuser(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' group by 1
     having bool_or(c.column_name like '%notification_id') and bool_or(c.column_name = 'consultation_id')`,
  );
  expect(rows).toEqual([{ name: 'welfare_notification_origins' }]);
  for (const table of [
    'events',
    'disclosure_log',
    'access_log',
    'command_log',
    'mails',
    'consultation_history',
  ]) {
    const both = await world.superuser(`select from ${table} x where x::text like $1 and x::text like $2`, [
      `%${made}%`,
      `%${consultationId}%`,
    ]);
    expect(both.rowCount, table).toBe(0);
  }
});

test('whoever made it and is of the receiving service reads what the service does, and does none of it', async () => {
  const own = await notified(outi, intake);
  await putIn(arja, intake, outi, 'expert');
  const again = await world.signIn(outi.signInName);
  expect(await seenBy(again, own)).toMatchObject({ state: 'new', can: [] });
  const { status, error } = await again.try(markWelfareReceived, { ...about(own), body: { seen: 0 } });
  expect([status, error?.detail?.reason]).toEqual([403, 'own-notification']);
  await refused(outi.id, `select access.step_welfare_notification($1, 0, 'received', null, '')`, [own]);
});
