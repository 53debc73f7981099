// What the server's own role may do past the server's own rules: each statement here is one that ring 1 would never make.
// Real: the database, its roles, policies and functions. Nothing here goes over HTTP but the making of the cases.
import { beforeAll, expect, test } from 'vitest';
import { draftOf, ground, invite, inviteFamily, openACase, see } from '../testing/case-parts.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const leena = await world.professional('Leena Kallio', home, 'social-worker');
const vesa = await world.professional('Vesa Vieras', home, 'social-counsellor');
const admin = await world.professional('Arja Hallinto', home, 'administrator');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const kari = await world.professional('Kari Niemi', school, 'principal');
const jonna = await world.professional('Jonna Berg', clinic, 'psychiatric-nurse');
const minna = await world.family('Minna Virtanen');

let caseId: string;
beforeAll(async () => {
  caseId = await openACase(leena);
  await invite(leena, caseId, maria);
  await invite(leena, caseId, jonna, { fromThem: ground(['health']) });
  await inviteFamily(leena, caseId, minna, 'guardian');
});

const refused = async (personId: string, query: string, values: unknown[] = []) =>
  expect(world.write(personId, query, values), query).rejects.toMatchObject({ code: '42501' });
const nothing = async (personId: string, query: string, values: unknown[] = []) =>
  expect(await world.write(personId, query, values), query).toEqual([]);
const keyOf = async (table: string, id: string, column = 'id') =>
  (await world.superuser(`select acl_key from ${table} where ${column} = $1`, [id])).rows[0]?.['acl_key'];

test('a stranger to the case opens none of its doors', async () => {
  const membership = (await see(leena, caseId)).members[0]?.id;
  const given = (await see(leena, caseId)).grounds[0]?.id;
  for (const stranger of [kari, admin, vesa]) {
    await refused(stranger.id, `select access.log_disclosures($1, $2)`, [caseId, stranger.affiliationId]);
    await refused(stranger.id, `select access.notice_likely_duplicates($1)`, [caseId]);
    await refused(stranger.id, `select access.end_membership($1, 'x')`, [membership]);
    await refused(stranger.id, `select access.begin_withholding($1)`, [caseId]);
    await refused(stranger.id, `select access.end_withholding($1)`, [caseId]);
    await refused(stranger.id, `select access.withdraw_ground($1)`, [given]);
    await refused(stranger.id, `select * from access.family_of_case($1)`, [caseId]);
    await refused(
      stranger.id,
      `select access.add_member($1, $2, $3, 'team', null, $3, 'coordination', 'everyone', '{}', 'all', '{}')`,
      [caseId, stranger.id, stranger.affiliationId],
    );
    await refused(
      stranger.id,
      `select access.record_ground($1, $2, 'guardian-consent', 'allow', false, null, null, $3, $4, '{social}', 'x', null)`,
      [caseId, stranger.affiliationId, home, school],
    );
    await refused(
      stranger.id,
      `select access.intern_audience($1, $2, 'social', 'everyone', '{}', 'all', '{}', '{}')`,
      [caseId, home],
    );
    expect(await world.write(stranger.id, `select access.case_facts($1) as facts`, [caseId])).toEqual([
      { facts: null },
    ]);
    // The administration raises the streams of cases in which an affiliation ends.
    if (stranger !== admin) await nothing(stranger.id, `select id from streams where id = $1`, [caseId]);
  }
});

test('a visiting member opens no door that is the home team’s, whatever it says of itself', async () => {
  await refused(
    maria.id,
    `select access.add_member($1, $2, $3, 'visiting', null, $4, 'coordination', 'everyone', '{}', 'all', '{}')`,
    [caseId, kari.id, kari.affiliationId, maria.affiliationId],
  );
  await refused(
    maria.id,
    `select access.record_ground($1, $2, 'guardian-consent', 'allow', false, null, null, $3, $4, '{health}', 'x', null)`,
    [caseId, maria.affiliationId, clinic, school],
  );
  // Neither in somebody else's name, nor as a statute that beats every prohibition.
  await refused(
    maria.id,
    `select access.record_ground($1, $2, 'statute', 'allow', true, '1 §', null, $3, $4, '{health}', 'x', null)`,
    [caseId, leena.affiliationId, clinic, school],
  );
  await nothing(maria.id, `update cases set child_name = 'X' where id = $1 returning id`, [caseId]);
  await nothing(
    maria.id,
    `update relations set custody = 'sole' where case_id = $1 and kind = 'guardian' returning id`,
    [caseId],
  );
  await nothing(maria.id, `update whereabouts set address = 'X' where case_id = $1 returning case_id`, [
    caseId,
  ]);
  await nothing(
    minna.id,
    `update relations set custody = 'sole' where case_id = $1 and kind = 'guardian' returning id`,
    [caseId],
  );
  const open = await keyOf('whereabouts', caseId, 'case_id');
  await refused(
    minna.id,
    `insert into relations (case_id, acl_key, owner_agency_id, data_class, kind, name, relation, created_at)
     values ($1, $2, $3, 'coordination', 'close', 'X', 'x', now())`,
    [caseId, open, home],
  );
});

test('turvakielto neither begins nor ends past the home agency, nor otherwise than the whereabouts say', async () => {
  for (const who of [maria, minna, leena])
    await refused(who.id, `select access.begin_withholding($1)`, [caseId]);
  await nothing(
    maria.id,
    `update whereabouts set non_disclosure = true where case_id = $1 returning case_id`,
    [caseId],
  );
  for (const who of [maria, minna]) await refused(who.id, `select access.end_withholding($1)`, [caseId]);
});

test('who invites, who acts and who writes is the person of the transaction', async () => {
  await refused(
    leena.id,
    `select access.add_member($1, $2, $3, 'visiting', null, $4, 'coordination', 'everyone', '{}', 'all', '{}')`,
    [caseId, kari.id, kari.affiliationId, vesa.affiliationId],
  );
  await refused(leena.id, `select access.log_disclosures($1, $2)`, [caseId, maria.affiliationId]);
  const open = await keyOf('whereabouts', caseId, 'case_id');
  await refused(
    maria.id,
    `insert into activities (case_id, acl_key, at, person_id, kind) values ($1, $2, now(), $3, 'x')`,
    [caseId, open, leena.id],
  );
  await refused(
    maria.id,
    `insert into entries (case_id, acl_key, owner_agency_id, data_class, kind, author_ids, affiliation_id, created_at, updated_at)
     values ($1, access.intern_audience($1, $2, 'education', 'private', '{}', 'none', '{}', array[$3]::uuid[]), $2, 'education',
       'contribution', array[$3]::uuid[], $4, now(), now())`,
    [caseId, school, maria.id, kari.affiliationId],
  );
});

test('a text says of itself what its audience says: agency, class and case', async () => {
  const other = await openACase(leena, { childName: 'Elias Virtanen', childGivenName: 'Elias' });
  const open = await keyOf('whereabouts', caseId, 'case_id');
  const elsewhere = await keyOf('whereabouts', other, 'case_id');
  const insert = `insert into entries (case_id, acl_key, owner_agency_id, data_class, kind, author_ids, affiliation_id, created_at, updated_at)
    values ($1, $2, $3, $4, 'comment', array[$5]::uuid[], $6, now(), now())`;
  // Under the audience of the home agency, the school's words would cross to others on the home agency's grounds.
  await expect(
    world.write(maria.id, insert, [caseId, open, school, 'education', maria.id, maria.affiliationId]),
  ).rejects.toThrow();
  await expect(
    world.write(maria.id, insert, [caseId, open, home, 'coordination', maria.id, maria.affiliationId]),
  ).rejects.toThrow();
  await expect(
    world.write(leena.id, insert, [caseId, elsewhere, home, 'coordination', leena.id, leena.affiliationId]),
  ).rejects.toThrow();
  await draftOf(world, maria, caseId, school, 'Luonnos');
  await expect(
    world.write(
      maria.id,
      `update entries set acl_key = $1, state = 'shared' where case_id = $2 and author_ids = array[$3]::uuid[]`,
      [open, caseId, maria.id],
    ),
  ).rejects.toThrow();
  await expect(
    world.write(
      leena.id,
      `insert into activities (case_id, acl_key, at, person_id, kind) values ($1, $2, now(), $3, 'x')`,
      [caseId, elsewhere, leena.id],
    ),
  ).rejects.toThrow();
});

test('only those who open cases open one, also past the server', async () => {
  await refused(admin.id, `select access.open_case($1, 'R-1', 'X Y', 'X', '2015-01-01', '{fi}', null)`, [
    admin.affiliationId,
  ]);
  await refused(leena.id, `select access.open_case($1, 'R-2', 'X Y', 'X', '2015-01-01', '{fi}', null)`, [
    vesa.affiliationId,
  ]);
});

test('nobody rewrites another person, nor an affiliation, nor a stream', async () => {
  await nothing(maria.id, `update people set name = 'X' where id = $1 returning id`, [leena.id]);
  await refused(maria.id, `update people set family = false where id = $1`, [maria.id]);
  await refused(maria.id, `update affiliations set agency_id = $2 where id = $1`, [
    maria.affiliationId,
    home,
  ]);
  await refused(maria.id, `update affiliations set profession = 'administrator' where id = $1`, [
    maria.affiliationId,
  ]);
  await nothing(kari.id, `update streams set head_seq = 0 where id = $1 returning id`, [caseId]);
});

test('nobody answers, changes, hands over or covers for what is not theirs, also past the server', async () => {
  const members = (await see(leena, caseId)).members;
  const idOf = (personId: string) => members.find((m) => m.personId === personId)?.id;
  for (const who of [vesa, admin, kari, maria, jonna, minna]) {
    if (who !== maria) await refused(who.id, `select access.accept_membership($1)`, [idOf(maria.id)]);
    if (who !== maria) await refused(who.id, `select access.decline_membership($1, 'x')`, [idOf(maria.id)]);
    await refused(who.id, `select access.change_membership($1, null, 'visiting')`, [idOf(maria.id)]);
    await refused(who.id, `select access.offer_handover($1, $2, 'team', 'x')`, [caseId, vesa.affiliationId]);
    await refused(who.id, `select * from access.cases_to_cover($1)`, [leena.affiliationId]);
    await refused(who.id, `select * from access.record_absence($1, $2, now(), now() + interval '1 day')`, [
      leena.affiliationId,
      vesa.affiliationId,
    ]);
  }
  // Neither to whom it does not belong, nor away from it: of the own agency, a social worker, with an end ahead.
  await refused(leena.id, `select access.offer_handover($1, $2, 'team', 'x')`, [caseId, vesa.affiliationId]);
  await refused(leena.id, `select access.offer_handover($1, $2, 'team', 'x')`, [caseId, maria.affiliationId]);
  await refused(leena.id, `select access.change_membership($1, null, 'team')`, [idOf(maria.id)]);
  await refused(leena.id, `select access.change_membership($1, now() - interval '1 day', 'visiting')`, [
    idOf(maria.id),
  ]);
  // The only responsible worker: no end, no other role.
  await refused(leena.id, `select access.change_membership($1, now() + interval '1 day', 'responsible')`, [
    idOf(leena.id),
  ]);
  await refused(leena.id, `select * from access.record_absence($1, $2, now(), now() + interval '1 day')`, [
    leena.affiliationId,
    maria.affiliationId,
  ]);
  await refused(maria.id, `select * from access.load_of($1)`, [leena.affiliationId]);
  await nothing(maria.id, `select * from access.team_loads()`);
  await nothing(kari.id, `select * from absences`);
  await refused(
    maria.id,
    `insert into membership_invitations (membership_id, case_id, acl_key, person_id, purpose)
     select id, case_id, acl_key, person_id, 'x' from memberships where id = $1`,
    [idOf(maria.id)],
  );
});

test('what is told of an ended place is no door of its own', async () => {
  await refused(leena.id, `select * from access.told('{}')`);
  await refused(leena.id, `select access.member_row($1)`, [caseId]);
  await refused(leena.id, `update memberships set role = 'team' where case_id = $1`, [caseId]);
  await refused(leena.id, `update handovers set closed_at = now() where case_id = $1`, [caseId]);
});
