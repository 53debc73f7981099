// What the server's own role may do with links past the server's own rules, and the ends of the doors that open before
// there is an actor. Real: the database, its roles, policies and functions.
import { beforeAll, expect, test } from 'vitest';
import { inviteGuest, type NewLink } from '../../shared/guests.ts';
import { invite } from '../testing/case-parts.ts';
import { caseWithAssessment, enter, guestOf, type Place } from '../testing/guest-parts.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const leena = await world.professional('Leena Kallio', home, 'social-worker');
const outi = await world.professional('Outi Vieras', home, 'social-worker');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const minna = await world.family('Minna Virtanen');

let place: Place;
let link: NewLink;
const guest = { endsOn: new Date(Date.now() + 90 * 24 * 3_600_000).toISOString().slice(0, 10) };
const now = new Date().toISOString().slice(0, 10);
beforeAll(async () => {
  place = await caseWithAssessment(leena, now);
  await invite(leena, place.caseId, maria);
  const ask = { ...guestOf(school, place, 'Maija Uusi').ask, dueOn: null };
  const body = guestOf(school, place, 'Maija Uusi', { ...guest, ask });
  link = await leena.do(inviteGuest, { params: { caseId: place.caseId }, body });
});

const refused = async (personId: string, query: string, values: unknown[] = []) =>
  expect(world.write(personId, query, values), query).rejects.toMatchObject({ code: '42501' });

const insert = `insert into guest_links (id, case_id, membership_id, person_id, affiliation_id, contribution_id, made_by, made_at, secret_hash, code_hash, expires_at)
  select gen_random_uuid(), $1, m.id, m.person_id, m.affiliation_id, c.id, $2, now(), '\\x01', '\\x02', now() + interval '1 day'
  from memberships m, contributions c where m.case_id = $1 and c.case_id = $1 and m.affiliation_id = c.affiliation_id limit 1`;

test('nobody but the home team sees, makes or ends a link', async () => {
  for (const who of [outi, maria, minna]) {
    expect(await world.write(who.id, 'select id from guest_links')).toEqual([]);
    expect(
      await world.write(
        who.id,
        `update guest_links set ended_at = now(), ended_why = 'revoked' returning id`,
      ),
    ).toEqual([]);
    await refused(who.id, `select access.guests_of_case($1)`, [place.caseId]);
    await refused(who.id, `select access.known_guest($1, $2, 'Maija Uusi', 'maija.uusi@koulu.example')`, [
      place.caseId,
      school,
    ]);
  }
  // The school's teacher reads the request, and still makes no link to it.
  await refused(maria.id, insert, [place.caseId, maria.id]);
  await refused(leena.id, insert, [place.caseId, maria.id]);
});

test('whose a link is, when it ends and whether it was used is not to be rewritten', async () => {
  for (const change of [
    `person_id = '${leena.id}'`,
    `expires_at = now() + interval '1 year'`,
    'used_at = null',
    'wrong_codes = 0',
    `code_hash = '\\x00'`,
    `secret_hash = '\\x00'`,
  ])
    await refused(leena.id, `update guest_links set ${change} where id = $1`, [link.linkId]);
  await refused(leena.id, 'delete from guest_links where id = $1', [link.linkId]);
});

test('a wrong hash opens nothing, with or without a person', async () => {
  for (const who of ['', leena.id, maria.id]) {
    expect(await world.write(who, `select * from access.look_at_guest_link('\\x00')`)).toEqual([]);
    expect(
      await world.write(who, `select outcome, person_id from access.use_guest_link('\\x00', '\\x00')`),
    ).toEqual([{ outcome: 'ended', person_id: null }]);
  }
});

test('a first password is for who has none, and for oneself', async () => {
  expect(await world.write(leena.id, `select access.take_first_password('x') as done`)).toEqual([
    { done: false },
  ]);
  await refused('', `select access.take_first_password('x')`);
  const { guest: maija } = await enter(world, link);
  expect(await world.write(maija.id, `select access.take_first_password('x') as done`)).toEqual([
    { done: true },
  ]);
  expect(
    (await world.superuser('select count(*)::int as n from credentials where person_id = $1', [maija.id]))
      .rows,
  ).toEqual([{ n: 1 }]);
});
