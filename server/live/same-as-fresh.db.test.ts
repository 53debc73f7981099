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
import { resolveAlternative, takeBackEntry } from '../../shared/entries.ts';
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
import { ground, invitation, inviteColleague } from '../testing/case-parts.ts';
import { sixPages } from '../testing/six-pages.ts';
import { type Person, testWorld } from '../testing/world.ts';

// Six pages and their reloads after every step.
vi.setConfig({ testTimeout: 180_000 });

const world = await testWorld();
const six = await sixPages(world);
const { aino, room, everyPageIsFresh, type, commentDraft, toCustody, consentOfMother } = six;
const { caseId, home, school, psychiatry, leena, petri, mikko, sari } = aino;
const { assessmentId, entryOf } = room;
const inCase = { caseId };

beforeEach(six.open);
afterEach(six.close);

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

test('a membership that ends takes its case from the open page, and nothing of it comes after', async () => {
  const teacher = six.without(mikko);
  await aino.end(mikko);
  await teacher?.next('gone');
  await everyPageIsFresh();
  await teacher?.close();
});
