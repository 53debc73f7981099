// Snapshot + events = fresh snapshot, for every command there is, for everybody who watches: each command runs while the
// pages of all six are open, and afterwards each page holds what a reload would show.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endAbsence, recordAbsence } from '../../shared/absences.ts';
import {
  correctAssessment,
  countersignAssessment,
  openContribution,
  signAssessment,
  withdrawContribution,
} from '../../shared/assessments.ts';
import {
  addRelation,
  changeWhereabouts,
  endMembership,
  inviteMember,
  recordGround,
  withdrawGround,
} from '../../shared/cases.ts';
import { changeRelation } from '../../shared/custody.ts';
import { resolveAlternative, saveField, takeBackEntry } from '../../shared/entries.ts';
import {
  acceptHandover,
  acceptMembership,
  changeMembership,
  declineHandover,
  declineMembership,
  leaveMembership,
  offerHandover,
  withdrawHandover,
} from '../../shared/members.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { type CaseOfAino, caseOfAino } from '../testing/case-of-aino.ts';
import { ground, invitation, inviteColleague } from '../testing/case-parts.ts';
import { connectLive, type LiveClient } from '../testing/live-client.ts';
import { expectSameAsFresh } from '../testing/same-as-fresh.ts';
import { type Person, testWorld } from '../testing/world.ts';

// Six pages and their reloads after every step.
vi.setConfig({ testTimeout: 180_000 });

const world = await testWorld();
const address = await world.listen();
const other = await world.anotherServer();
const aino: CaseOfAino = await caseOfAino(world);
const { caseId, home, school, psychiatry, leena, petri, mikko, sari, minna } = aino;
const room = await assessmentOfAino(aino);
const { assessmentId } = room;
const inCase = { caseId };

let pages: LiveClient[] = [];
beforeEach(async () => {
  const people: Person[] = [leena, petri, mikko, sari, minna, aino.aino];
  pages = await Promise.all(
    people.map((person, n) => connectLive(n % 2 === 0 ? address : other.address, person)),
  );
  await Promise.all(pages.map((page) => page.follow(caseId)));
});
afterEach(async () => {
  for (const page of pages) await page.close();
});
const everyPageIsFresh = async (): Promise<void> => {
  await Promise.all(pages.map((page) => expectSameAsFresh(page, caseId)));
};

const entryOf = room.entryOf;
const type = (who: Person, entryId: string, base: number, text: string, device = 'aaaaaaaa') =>
  who.do(saveField, { params: { entryId, field: 'narrative' }, body: { base, text, device } });
const commentDraft = async (who: Person): Promise<string> => {
  const id = await room.start(who, 'comment');
  await type(who, id, 0, 'Ainon kanssa on puhuttu koulusta.');
  return id;
};

/** Another custody of the mother's, from now on; whoever changes it at the same moment goes first. */
const toCustody = async (custody: 'joint' | 'none'): Promise<void> => {
  for (;;) {
    const mother = (await aino.seenBy(leena)).relations.find((one) => one.relation === 'mother');
    const { status } = await leena.try(changeRelation, {
      params: { caseId, relationId: mother?.id ?? '' },
      body: {
        version: mother?.version ?? 0,
        custody,
        custodyFrom: null,
        custodyUntil: null,
        powerClasses: [],
        endedOn: null,
        basis: 'Sopimus',
      },
    });
    if (status === 200) return;
    expect(status).toBe(409);
  }
};
/** What the mother's custody carries: what goes from psychiatry to the school goes by her consent. */
const consentOfMother = async (): Promise<unknown> => {
  const mother = (await aino.seenBy(leena)).relations.find((one) => one.relation === 'mother');
  const given = { kind: 'guardian-consent', givenByRelations: [mother?.id] };
  return leena.do(recordGround, {
    params: inCase,
    body: { fromAgencyId: psychiatry, toAgencyId: school, ground: ground(['health'], given) },
  });
};

const commands: [string, () => Promise<unknown>][] = [
  [
    'add-relation',
    () =>
      leena.do(addRelation, {
        params: inCase,
        body: {
          kind: 'close',
          name: 'Eila Mummo',
          relation: 'grandmother',
          custody: null,
          custodyUntil: null,
          language: 'fi',
          phone: null,
        },
      }),
  ],
  [
    'change-whereabouts, into turvakielto and out again',
    async () => {
      const to = async (nonDisclosure: boolean) => {
        const version = (await aino.seenBy(leena)).whereabouts?.version ?? 0;
        await leena.do(changeWhereabouts, {
          params: inCase,
          body: { version, nonDisclosure, address: 'Uusi katu 1', municipality: 'Meriniemi', school: null },
        });
      };
      await to(true);
      await everyPageIsFresh();
      await to(false);
    },
  ],
  ['record-ground', () => aino.allow(home, school, ['child-voice', 'shared-goal'])],
  [
    'record-ground that prohibits, and withdraw-ground',
    async () => {
      const { id } = await leena.do(recordGround, {
        params: inCase,
        body: {
          fromAgencyId: home,
          toAgencyId: school,
          ground: ground(['social'], { effect: 'prohibit', kind: 'child-consent' }),
        },
      });
      await everyPageIsFresh();
      await leena.do(withdrawGround, { params: { caseId, groundId: id }, body: {} });
    },
  ],
  [
    'ask-, open-, and withdraw-contribution',
    async () => {
      const contributionId = await room.ask(mikko, 'friends');
      await everyPageIsFresh();
      await mikko.do(openContribution, { params: { caseId, contributionId }, body: {} });
      await everyPageIsFresh();
      const version =
        (await aino.seenBy(leena)).contributions.find((c) => c.id === contributionId)?.version ?? 0;
      await leena.do(withdrawContribution, { params: { caseId, contributionId }, body: { version } });
    },
  ],
  [
    'a contribution that is written, shared, written on, shared with fewer, and taken back',
    async () => {
      const { entryId } = await room.contribution(sari, 'mental-health', 'Aino nukkuu huonosti.');
      await room.share(sari, entryId);
      await everyPageIsFresh();
      await type(sari, entryId, 1, 'Aino nukkuu huonosti 😀 ja herää öisin.');
      await type(sari, entryId, 2, 'Aino herää öisin.');
      await everyPageIsFresh();
      await room.share(sari, entryId, { scope: 'agencies', agencyIds: [home], familyScope: 'none' });
      await everyPageIsFresh();
      const version = (await entryOf(sari, entryId)).version;
      await sari.do(takeBackEntry, { params: { entryId }, body: { version } });
    },
  ],
  [
    'one text on two devices, and the choice between them',
    async () => {
      const entryId = await commentDraft(mikko);
      await type(mikko, entryId, 1, 'Koneelta kirjoitettu.', 'bbbbbbbb');
      const beside = await type(mikko, entryId, 1, 'Puhelimella kirjoitettu.', 'cccccccc');
      expect(beside.kept).toBe('beside');
      await everyPageIsFresh();
      await mikko.do(resolveAlternative, {
        params: { entryId, alternativeId: beside.alternativeId ?? '' },
        body: { base: 2, text: 'Puhelimella kirjoitettu.' },
      });
    },
  ],
  [
    'the child’s view, the synthesis, signing, countersigning and correcting',
    async () => {
      const { entryId } = await room.contribution(mikko, 'school-and-learning', 'Poissaoloja 40 tuntia.');
      await room.share(mikko, entryId);
      const view = await room.start(petri, 'child-view');
      await room.write(petri, view, { verbatim: 'Haluan nukkua.', safetyCheck: 'Tarkistettu.' });
      await room.share(petri, view);
      const synthesis = await room.start(leena, 'synthesis');
      await room.write(leena, synthesis, { synthesis: 'Uni ja koulu ensin.', proposals: 'Tukihenkilö.' });
      await room.share(leena, synthesis);
      await everyPageIsFresh();
      await leena.do(signAssessment, { params: { caseId, assessmentId }, body: { version: 1 } });
      await everyPageIsFresh();
      const version = (await aino.seenBy(mikko)).versions[0];
      await mikko.do(countersignAssessment, {
        params: { caseId, versionId: version?.id ?? '' },
        body: { hash: version?.hash ?? '' },
      });
      await everyPageIsFresh();
      await leena.do(correctAssessment, {
        params: { caseId, assessmentId },
        body: { reason: 'Tuntimäärä korjattu' },
      });
    },
  ],
  [
    'invite-member from an agency that is new to the case',
    async () => {
      const clinic = await world.agency('substance-services', 'Meriniemen päihdeklinikka', 'Saaristo');
      const worker = await world.professional('Ville Heino', clinic, 'substance-worker');
      await leena.do(inviteMember, {
        params: inCase,
        body: {
          affiliationId: worker.affiliationId,
          personId: worker.id,
          role: 'visiting',
          endsOn: null,
          participation: { scope: 'everyone', agencyIds: [], familyScope: 'all' },
          toThem: ground(['coordination']),
          fromThem: ground(['coordination', 'substance']),
        },
      });
    },
  ],
  [
    'invite-member of the own agency, and end-membership',
    async () => {
      const colleague = await world.professional('Outi Salo', home, 'social-counsellor');
      const { id } = await inviteColleague(leena, caseId, colleague);
      await everyPageIsFresh();
      await leena.do(endMembership, {
        params: { caseId, memberId: id },
        body: { reason: 'Siirtyi toiseen tiimiin' },
      });
    },
  ],
  [
    'leave-membership, in the middle of a text',
    async () => {
      const colleague = await world.professional('Lea Lähtevä', home, 'social-counsellor');
      const { id } = await inviteColleague(leena, caseId, colleague);
      await commentDraft(colleague);
      const shared = await commentDraft(colleague);
      await room.share(colleague, shared);
      await everyPageIsFresh();
      const body = { reason: 'Siirryn toiseen tiimiin' };
      await colleague.do(leaveMembership, { params: { caseId, memberId: id }, body });
    },
  ],
  [
    'change-relation: the custody by which a consent counts, away and back',
    async () => {
      await consentOfMother();
      const anni = await world.professional('Anni Avoin', psychiatry, 'psychiatric-nurse');
      await leena.do(inviteMember, {
        params: inCase,
        body: invitation(anni, { fromThem: ground(['coordination', 'health']) }),
      });
      const teacherKnows = async () =>
        (await aino.seenBy(mikko)).members.some((one) => one.personId === anni.id);
      await everyPageIsFresh();
      expect(await teacherKnows()).toBe(true);
      await toCustody('none');
      await everyPageIsFresh();
      expect(await teacherKnows()).toBe(false);
      await toCustody('joint');
      expect(await teacherKnows()).toBe(true);
    },
  ],
  [
    'accept-, change- and decline-membership',
    async () => {
      const [one, another] = [
        await world.professional('Raija Ranta', school, 'school-psychologist'),
        await world.professional('Olli Oja', school, 'school-social-worker'),
      ];
      const asked = await leena.do(inviteMember, {
        params: inCase,
        body: invitation(one, { purpose: 'Mitä koulussa on kokeiltu?' }),
      });
      const refused = await leena.do(inviteMember, { params: inCase, body: invitation(another) });
      await everyPageIsFresh();
      await one.do(acceptMembership, { params: { caseId, memberId: asked.id }, body: {} });
      await everyPageIsFresh();
      await leena.do(changeMembership, {
        params: { caseId, memberId: asked.id },
        body: { until: '2099-06-04', role: null },
      });
      await everyPageIsFresh();
      await another.do(declineMembership, {
        params: { caseId, memberId: refused.id },
        body: { reason: 'Ei ole oppilaani' },
      });
    },
  ],
  [
    'record- and end-absence of one with a request of their own',
    async () => {
      const stand = await world.professional('Sirpa Sijainen', home, 'social-counsellor');
      const { id } = await petri.do(recordAbsence, {
        body: {
          affiliationId: petri.affiliationId ?? '',
          substituteAffiliationId: stand.affiliationId ?? '',
          from: '2026-01-01',
          until: '2099-01-01',
        },
      });
      await everyPageIsFresh();
      await room.ask(stand, 'housing');
      await everyPageIsFresh();
      const memberId = (await aino.seenBy(leena)).members.find((m) => m.personId === petri.id)?.id ?? '';
      await leena.do(changeMembership, { params: { caseId, memberId }, body: { until: null, role: 'team' } });
      await everyPageIsFresh();
      await leena.do(changeMembership, {
        params: { caseId, memberId },
        body: { until: null, role: 'working-pair' },
      });
      await petri.do(endAbsence, { params: { absenceId: id }, body: {} });
    },
  ],
  [
    'offer-, withdraw-, decline- and accept-handover, there and back',
    async () => {
      const oskar = await world.professional('Oskar Nyström', home, 'social-worker');
      const offer = async (by: Person, to: Person, giverBecomes: 'team' | 'leaves') => {
        const { id } = await by.do(offerHandover, {
          params: inCase,
          body: { affiliationId: to.affiliationId ?? '', message: 'Ota sinä tämä.', giverBecomes },
        });
        await everyPageIsFresh();
        return { params: { caseId, handoverId: id } };
      };
      const first = await offer(leena, oskar, 'team');
      await leena.do(withdrawHandover, { ...first, body: {} });
      await everyPageIsFresh();
      const second = await offer(leena, oskar, 'team');
      await oskar.do(declineHandover, { ...second, body: { reason: 'En ehdi' } });
      await everyPageIsFresh();
      const third = await offer(leena, oskar, 'team');
      await oskar.do(acceptHandover, { ...third, body: {} });
      await everyPageIsFresh();
      const back = await offer(oskar, leena, 'leaves');
      await leena.do(acceptHandover, { ...back, body: {} });
    },
  ],
  [
    'a request to a pair of whom the teacher may know one',
    async () => {
      const pair = await world.professional('Helmi Hoitaja', psychiatry, 'psychiatric-nurse');
      await leena.do(inviteMember, {
        params: inCase,
        body: invitation(pair, {
          toThem: ground(['coordination', 'health']),
          fromThem: ground(['coordination', 'health']),
        }),
      });
      await aino.allow(psychiatry, school, ['health']);
      await everyPageIsFresh();
      const contributionId = await room.ask(sari, 'growth-and-development', pair.id);
      await everyPageIsFresh();
      const { entryId } = await sari.do(openContribution, { params: { caseId, contributionId }, body: {} });
      await type(sari, entryId, 0, 'Yhdessä kirjoitettu.');
      await room.share(sari, entryId);
    },
  ],
];

test.each(commands)('after %s every open page is as if it were read anew', async (_name, run) => {
  await run();
  await everyPageIsFresh();
});

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

test('a membership that ends takes its case from the open page, and nothing of it comes after', async () => {
  const teacher = pages.find((p) => p.person === mikko);
  await aino.end(mikko);
  await teacher?.next('gone');
  pages = pages.filter((p) => p !== teacher);
  await everyPageIsFresh();
  await teacher?.close();
});
