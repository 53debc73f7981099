// Snapshot + events = fresh snapshot, for every command there is, for everybody who watches: each command runs while the
// pages of all six are open, and afterwards each page holds what a reload would show.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askContribution, openContribution, withdrawContribution } from '../../shared/assessments.ts';
import {
  addRelation,
  changeWhereabouts,
  endMembership,
  inviteMember,
  recordGround,
  withdrawGround,
} from '../../shared/cases.ts';
import { resolveAlternative, takeBackEntry } from '../../shared/entries.ts';
import { type CaseOfAino, caseOfAino } from '../testing/case-of-aino.ts';
import { ground, inviteColleague } from '../testing/case-parts.ts';
import { anAssessment, commentDraft, share, type } from '../testing/case-texts.ts';
import { connectLive, type LiveClient } from '../testing/live-client.ts';
import { expectSameAsFresh } from '../testing/same-as-fresh.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const address = await world.listen();
const other = await world.anotherServer();
const aino: CaseOfAino = await caseOfAino(world);
const { caseId, home, school, psychiatry, leena, petri, mikko, sari, minna } = aino;
const assessmentId = await anAssessment(leena, caseId);
const inCase = { caseId };

let pages: LiveClient[] = [];
beforeEach(async () => {
  const people: Person[] = [leena, petri, mikko, sari, minna, aino.aino];
  pages = await Promise.all(
    people.map((person, n) => connectLive(n % 2 === 0 ? address : other.address, person)),
  );
  for (const page of pages) await page.follow(caseId);
});
afterEach(async () => {
  for (const page of pages) await page.close();
});
const everyPageIsFresh = async (): Promise<void> => {
  for (const page of pages) await expectSameAsFresh(page, caseId);
};

const ask = async (who: Person, area: 'school-and-learning' | 'mental-health' | 'friends'): Promise<string> =>
  (
    await leena.do(askContribution, {
      params: { caseId, assessmentId },
      body: {
        area,
        contributorId: who.id,
        pairId: null,
        dueOn: '2026-04-01',
        question: 'Miten koulupäivä sujuu?',
      },
    })
  ).id;
const openAsked = async (who: Person, contributionId: string) =>
  who.do(openContribution, { params: { caseId, contributionId }, body: {} });
const entryOf = async (who: Person, entryId: string) =>
  (await aino.seenBy(who)).entries.find((e) => e.id === entryId);

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
      const contributionId = await ask(mikko, 'friends');
      await everyPageIsFresh();
      await openAsked(mikko, contributionId);
      await everyPageIsFresh();
      const version =
        (await aino.seenBy(leena)).contributions.find((c) => c.id === contributionId)?.version ?? 0;
      await leena.do(withdrawContribution, { params: { caseId, contributionId }, body: { version } });
    },
  ],
  [
    'a contribution that is written, shared, written on, shared with fewer, and taken back',
    async () => {
      const { entryId } = await openAsked(sari, await ask(sari, 'mental-health'));
      await type(sari, entryId, 0, 'Aino nukkuu huonosti.');
      await share(sari, caseId, entryId);
      await everyPageIsFresh();
      await type(sari, entryId, 1, 'Aino nukkuu huonosti 😀 ja herää öisin.');
      await type(sari, entryId, 2, 'Aino herää öisin.');
      await everyPageIsFresh();
      await share(sari, caseId, entryId, { scope: 'agencies', agencyIds: [home], familyScope: 'none' });
      await everyPageIsFresh();
      const version = (await entryOf(sari, entryId))?.version ?? 0;
      await sari.do(takeBackEntry, { params: { entryId }, body: { version } });
    },
  ],
  [
    'one text on two devices, and the choice between them',
    async () => {
      const entryId = await commentDraft(mikko, caseId, assessmentId);
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
    async () => share(petri, caseId, await commentDraft(petri, caseId, assessmentId)),
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
  ];
  for (const first of accessCommands)
    for (const second of accessCommands) await Promise.all([first(), second()]);
  await everyPageIsFresh();
  const { rows } = await world.superuser(
    `select count(*)::int as n from (
       (select acl_key, person_id, valid from access.derived($1) except select acl_key, person_id, valid from acl_members)
       union all
       (select m.acl_key, m.person_id, m.valid from acl_members m join audiences a on a.acl_key = m.acl_key where a.case_id = $1
        except select acl_key, person_id, valid from access.derived($1))) d`,
    [caseId],
  );
  expect(rows[0]).toEqual({ n: 0 });
}, 60_000);

test('a membership that ends takes its case from the open page, and nothing of it comes after', async () => {
  const teacher = pages.find((p) => p.person === mikko);
  await aino.end(mikko);
  await teacher?.next('gone');
  pages = pages.filter((p) => p !== teacher);
  await everyPageIsFresh();
  await teacher?.close();
});
