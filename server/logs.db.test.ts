// The log of a whole scenario, at its most talkative: no name, no word that anybody wrote, no address, no cookie.
import { expect, test } from 'vitest';
import { addPerson } from '../shared/agencies.ts';
import {
  endMembership,
  getWorkspace,
  inviteMember,
  listInvitable,
  listLikeCases,
  openCase,
  recordGround,
} from '../shared/cases.ts';
import { signIn } from '../shared/sessions.ts';
import { getToday } from '../shared/today.ts';
import { aChild, ground, invitation, invite, inviteFamily, openACase } from './testing/case-parts.ts';
import { testPassword, testWorld } from './testing/world.ts';

const lines: string[] = [];
const world = await testWorld({
  env: { LOG_LEVEL: 'trace' },
  logTo: { write: (line) => void lines.push(line) },
});

test('a case is opened, shared, refused, broken and ended, and the log tells none of it', async () => {
  const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
  const school = await world.agency('education', 'Meriniemen koulu');
  const leena = await world.professional('Leena Kallio', home, 'social-worker');
  const maria = await world.professional('Maria Lind', school, 'special-teacher');
  const arja = await world.professional('Arja Hallinto', home, 'administrator');
  const minna = await world.family('Minna Virtanen');
  const caseId = await openACase(leena);
  const { id: memberId } = await invite(leena, caseId, maria, {
    toThem: ground(['coordination'], { evidence: 'Äiti soitti ja suostui.' }),
  });
  await inviteFamily(leena, caseId, minna, 'guardian');
  for (const who of [leena, maria, minna]) await who.do(getToday);
  await leena.do(listLikeCases, { query: { name: 'Aino Virtanen', birthDate: aChild.birthDate } });
  await leena.do(listInvitable, { params: { caseId }, query: { q: 'Maria' } });
  await leena.try(inviteMember, { params: { caseId }, body: invitation(maria) });
  await leena.try(openCase, { body: { ...aChild, childName: `Aino\u0000Virtanen` } });
  await leena.try(openCase, { body: { ...aChild, secret: 'Aino piilossa' } as never });
  await leena.try(recordGround, {
    params: { caseId },
    body: { fromAgencyId: home, toAgencyId: crypto.randomUUID(), ground: ground(['social']) },
  });
  const { oneTimePassword } = await arja.do(addPerson, {
    body: {
      signInName: 'kaisa.uusi',
      name: 'Kaisa Uusi',
      givenName: 'Kaisa',
      language: 'fi',
      email: 'kaisa@example.org',
      agencyId: school,
      profession: 'principal',
    },
  });
  await world.app.inject({
    method: 'POST',
    url: signIn.path,
    headers: { origin: 'http://localhost:3000' },
    payload: { name: 'leena.kallio', password: 'wrong' },
  });
  await world.app.inject({
    method: 'POST',
    url: signIn.path,
    headers: { origin: 'http://localhost:3000', 'content-type': 'application/json' },
    payload: '{"name": "leena.kallio", "password": "nine gr',
  });
  await world.app.inject({
    url: `/api/cases/like?name=Aino%20Virtanen&birthDate=2013-05-02`,
    headers: { cookie: leena.cookie },
  });
  await world.superuser('alter table relations rename to relations_away');
  expect((await leena.try(getWorkspace, { params: { caseId } })).status).toBe(500);
  await world.superuser('alter table relations_away rename to relations');
  await leena.do(endMembership, {
    params: { caseId, memberId },
    body: { reason: 'Perhe muutti Kalliolaan' },
  });

  const log = lines.join('');
  expect(lines.length).toBeGreaterThan(20);
  const told = [
    ...[
      'Aino',
      'Virtanen',
      'Minna',
      'Petri',
      'Leena',
      'leena',
      'Maria',
      'maria',
      'Kaisa',
      'kaisa',
      'Kallio',
      'Lind',
    ],
    ...[
      'Rantakatu',
      'Meriniem',
      '2013-05-02',
      'soitti',
      'piilossa',
      'muutti',
      'example.org',
      'lastensuojelu',
    ],
    ...[
      testPassword,
      oneTimePassword,
      leena.session.csrfToken,
      leena.session.localKey,
      /rinki=([^;]+)/.exec(leena.cookie)?.[1] ?? '-',
      caseId,
      leena.id,
    ],
  ];
  for (const word of told) expect(log.includes(word), `the log contains ${word}`).toBe(false);
});
