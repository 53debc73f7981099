// Changes of access at once, each pair of them: afterwards every open page holds what a reload would show, and both rings agree.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endAbsence, recordAbsence } from '../../shared/absences.ts';
import { endMembership, recordGround, withdrawGround } from '../../shared/cases.ts';
import { changeMembership, leaveMembership } from '../../shared/members.ts';
import { ground, inviteColleague } from '../testing/case-parts.ts';
import { sixPages } from '../testing/six-pages.ts';
import { testWorld } from '../testing/world.ts';

// Six pages, and every pair of commands: minutes, where the machine does much else.
vi.setConfig({ testTimeout: 900_000 });

const world = await testWorld();
const six = await sixPages(world);
const { aino, room, everyPageIsFresh, commentDraft, toCustody, consentOfMother } = six;
const { caseId, home, school, psychiatry, leena, petri } = aino;
const inCase = { caseId };

beforeEach(six.open);
afterEach(six.close);

test('two changes of access at once, each pair of them, leave every page and both rings in step', async () => {
  const accessCommands: (() => Promise<unknown>)[] = [
    () => aino.allow(home, school, ['education']),
    () => aino.allow(psychiatry, home, ['education']),
    async () => {
      const { id } = await leena.do(recordGround, {
        params: inCase,
        body: {
          fromAgencyId: home,
          toAgencyId: psychiatry,
          ground: ground(['social'], { effect: 'prohibit', kind: 'child-consent' }),
        },
      });
      await leena.do(withdrawGround, { params: { caseId, groundId: id }, body: {} });
    },
    async () => room.share(petri, await commentDraft(petri)),
    async () => {
      const stand = await world.professional(
        `Sijainen ${crypto.randomUUID().slice(0, 8)}`,
        home,
        'social-counsellor',
      );
      const absent = await world.professional(
        `Poissa ${crypto.randomUUID().slice(0, 8)}`,
        home,
        'social-counsellor',
      );
      await inviteColleague(leena, caseId, absent);
      const { id } = await absent.do(recordAbsence, {
        body: {
          affiliationId: absent.affiliationId ?? '',
          substituteAffiliationId: stand.affiliationId ?? '',
          from: '2026-01-01',
          until: '2099-01-01',
        },
      });
      await absent.do(endAbsence, { params: { absenceId: id }, body: {} });
    },
    async () => {
      const memberId = (await aino.seenBy(leena)).members.find((m) => m.personId === petri.id)?.id ?? '';
      for (const until of ['2099-06-04', null])
        await leena.do(changeMembership, { params: { caseId, memberId }, body: { until, role: null } });
    },
    async () => {
      const colleague = await world.professional(
        `Kollega ${crypto.randomUUID().slice(0, 8)}`,
        home,
        'social-counsellor',
      );
      const { id } = await inviteColleague(petri, caseId, colleague);
      await petri.do(endMembership, {
        params: { caseId, memberId: id },
        body: { reason: 'Sijaisuus päättyi' },
      });
    },
    async () => {
      const colleague = await world.professional(
        `Lähtevä ${crypto.randomUUID().slice(0, 8)}`,
        home,
        'social-counsellor',
      );
      const { id } = await inviteColleague(leena, caseId, colleague);
      await colleague.do(leaveMembership, { params: { caseId, memberId: id }, body: { reason: '' } });
    },
    async () => {
      for (const custody of ['none', 'joint'] as const) await toCustody(custody);
    },
  ];
  await consentOfMother();
  // Every pair, and every command beside itself; which of the two is sent first changes from pair to pair.
  for (const [n, first] of accessCommands.entries())
    for (const [k, second] of accessCommands.slice(n).entries())
      await Promise.all(k % 2 === 0 ? [first(), second()] : [second(), first()]);
  await everyPageIsFresh();
  const { rows } = await world.superuser(
    `select count(*)::int as n from (
       (select acl_key, person_id, affiliation_id, valid from access.derived($1) except select acl_key, person_id, affiliation_id, valid from acl_members)
       union all
       (select m.acl_key, m.person_id, m.affiliation_id, m.valid from acl_members m join audiences a on a.acl_key = m.acl_key where a.case_id = $1
        except select acl_key, person_id, affiliation_id, valid from access.derived($1))) d`,
    [caseId],
  );
  expect(rows[0]).toEqual({ n: 0 });
});
