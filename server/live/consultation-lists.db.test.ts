// Lists + hints = fresh lists, for every act on a request, for everybody beside it, over sockets and by polling, on two servers;
// and no hint names a request to anybody who does not see it. Real: app, database, sockets; the pages keep their lists by the
// reducer of the client.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endAbsence, recordAbsence } from '../../shared/absences.ts';
import { nameConsultation, previewNaming } from '../../shared/consultation-naming.ts';
import { followUp, recordOutcome } from '../../shared/consultation-outcomes.ts';
import { markTransferred } from '../../shared/consultation-records.ts';
import * as contract from '../../shared/consultations.ts';
import * as together from '../../shared/consultations-together.ts';
import { mostHinted } from '../../shared/live-codes.ts';
import { endServiceMember, listServiceMembers } from '../../shared/services.ts';
import {
  about,
  answered,
  because,
  claimed,
  namingOf,
  newService,
  opened,
  putIn,
  saying,
  sent,
  startedDraft,
  statusOf,
} from '../testing/consultation-parts.ts';
import { begunBy } from '../testing/joint-answer-parts.ts';
import { expectListsAsFresh, type ListsPage, openLists, pollLists } from '../testing/lists-page.ts';
import { connectLive } from '../testing/live-client.ts';
import { type Person, testWorld } from '../testing/world.ts';

// Nine pages and their reloads after every step.
vi.setConfig({ testTimeout: 180_000 });

const world = await testWorld();
const address = await world.listen();
const other = await world.anotherServer();
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const kaisa = await world.professional('Kaisa Koulu', school, 'school-social-worker');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const oskar = await world.professional('Oskar Nyström', protection, 'social-worker');
const pia = await world.professional('Pia Johtava', protection, 'consultant-social-worker');
const ulla = await world.professional('Ulla Ulkona', protection, 'social-worker');
const sari = await world.professional('Sari Niskanen', clinic, 'psychiatric-nurse');
const jonna = await world.professional('Jonna Berg', clinic, 'psychiatric-nurse');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
const helka = await world.professional('Helka Hallinto', clinic, 'administrator');
const advice = await newService(arja);
const psychiatry = await newService(helka, { kind: 'psychiatry', nameFi: 'Psykiatrian konsultaatio' });
for (const expert of [leena, oskar]) await putIn(arja, advice, expert, 'expert');
await putIn(arja, advice, pia, 'lead');
await putIn(helka, psychiatry, sari, 'expert');

let pages: ListsPage[] = [];
const openPages = async (): Promise<void> => {
  const people = [maria, kaisa, leena, oskar, pia, ulla, sari, jonna];
  pages = await Promise.all(
    people.map((person, n) => openLists(n % 2 === 0 ? address : other.address, person)),
  );
  pages.push(await pollLists(leena), await pollLists(maria));
};
beforeEach(openPages);
afterEach(async () => {
  for (const page of pages) await page.close();
});

type Told = {
  readonly person: string;
  readonly affiliation: string;
  readonly id: string;
  readonly seq: number;
};
/** What streams hold, request by request: to whom it is told, in which affiliation. */
const toldOf = async (): Promise<Told[]> => {
  const { rows } = await world.superuser(
    `select stream_id as person, seq, payload ->> 'consultationId' as id, payload ->> 'affiliationId' as affiliation
     from events where kind = 'consultation.changed'`,
  );
  return rows as Told[];
};
/** After one act: every list is fresh, and whoever was told of a request by name sees it; frames name what was told alone. */
const step = async (work: Promise<unknown>): Promise<void> => {
  const before = new Set((await toldOf()).map(({ person, seq }) => `${person} ${seq}`));
  await work;
  await Promise.all(pages.map((page) => expectListsAsFresh(page)));
  const told = await toldOf();
  for (const { person, seq, id, affiliation } of told) {
    if (before.has(`${person} ${seq}`)) continue;
    const reader = pages.find((page) => page.person.id === person)?.person;
    expect([reader?.affiliationId, reader && (await statusOf(reader, id))]).toEqual([affiliation, 200]);
  }
  for (const { person, named } of pages) {
    const own = new Set(told.filter((one) => one.person === person.id).map(({ id }) => id));
    expect(named.filter((id) => !own.has(id))).toEqual([]);
  }
};
const toAffiliation = (id: string, person: Person) => ({
  params: { consultationId: id },
  body: { affiliationId: person.affiliationId ?? '', reason: null },
});
const invitation = (id: string, person: Person) => ({
  params: { consultationId: id },
  body: { affiliationId: person.affiliationId ?? '', words: 'Tarvitsen näkemyksesi', ground: null },
});
const passing = (id: string) => ({
  params: { consultationId: id },
  body: { serviceId: psychiatry, reason: 'Kuuluu teille', ground: null },
});

/** Pages on which nothing is on its way: what was told before they came is not told to them. */
const openAnew = async (): Promise<void> => {
  for (const page of pages) await page.close();
  await openPages();
  for (const page of pages) await page.catchUp();
};

test('a request that moves costs each page one head, not its whole list; whoever stands beside nothing hears nothing', async () => {
  const id = await claimed(maria, advice, leena);
  await openAnew();
  const before = pages.map(({ read }) => ({ ...read }));
  await step(leena.do(contract.askMore, saying(id, 'Kuinka kauan?')));
  const cost = pages.map(({ read }, n) => ({
    whole: read.whole - (before[n]?.whole ?? 0),
    heads: read.heads - (before[n]?.heads ?? 0),
  }));
  const beside = [maria, leena, oskar, pia];
  expect(cost).toEqual(pages.map(({ person }) => ({ whole: 0, heads: beside.includes(person) ? 1 : 0 })));
  const others = pages.filter(({ person }) => !beside.includes(person));
  expect(others.flatMap(({ named }) => named)).toEqual([]);
});

const acts: [string, () => Promise<unknown>][] = [
  [
    'a question that is sent, read, taken, asked back, told, answered, followed up, closed and opened again',
    async () => {
      const { id: draftId, rev } = await startedDraft(maria, { serviceId: advice });
      await step(Promise.resolve());
      const { id } = await maria.do(contract.sendConsultation, {
        params: { draftId },
        body: { rev, checked: true },
      });
      await step(Promise.resolve());
      await step(pia.do(contract.beginTriage, about(id)));
      await step(leena.do(contract.claimConsultation, about(id)));
      await step(leena.do(contract.askMore, saying(id, 'Kuinka kauan?')));
      await step(maria.do(contract.tellMore, saying(id, 'Kaksi viikkoa.')));
      await step(begunBy(leena, id));
      await step(leena.do(contract.answerConsultation, saying(id, 'Kysy suoraan.')));
      const params = { consultationId: id };
      const kinds = ['advice-was-enough' as const];
      await step(maria.do(recordOutcome, { params, body: { kinds, words: '', checked: true } }));
      await step(maria.do(followUp, { params, body: { helped: 'much', words: '', checked: true } }));
      await step(leena.do(markTransferred, { params, body: { system: 'Oma järjestelmä' } }));
      await step(maria.do(contract.closeConsultation, because(id, 'Valmis')));
      await step(maria.do(contract.reopenConsultation, because(id, 'Ei sittenkään')));
    },
  ],
  [
    'one that is handed on, given back and withdrawn: the team loses it',
    async () => {
      const id = await sent(maria, advice, { urgency: 'urgent' });
      await step(pia.do(contract.handOnConsultation, toAffiliation(id, oskar)));
      await step(oskar.do(contract.releaseConsultation, because(id, 'En ehdi')));
      await step(maria.do(contract.withdrawConsultation, because(id, 'Ratkesi')));
      expect(await statusOf(oskar, id)).toBe(404);
    },
  ],
  [
    'one that is passed on, taken back, declined, and accepted elsewhere',
    async () => {
      const id = await claimed(maria, advice, leena);
      await step(leena.do(together.passOn, passing(id)));
      await step(leena.do(together.takeBackPassing, about(id)));
      await step(leena.do(together.passOn, passing(id)));
      await step(sari.do(together.declinePassed, because(id, 'Ei meille')));
      await step(leena.do(together.passOn, passing(id)));
      await step(sari.do(together.acceptPassed, about(id)));
      expect(await statusOf(leena, id)).toBe(404);
    },
  ],
  [
    'an expert of another agency who is asked in, declines, is asked again, advises; and a talk',
    async () => {
      const id = await claimed(maria, advice, leena);
      const params = { consultationId: id };
      await step(leena.do(together.inviteExpert, invitation(id, sari)));
      await step(
        sari.do(together.answerExpertInvitation, { params, body: { accept: false, reason: 'En ehdi' } }),
      );
      await step(leena.do(together.inviteExpert, invitation(id, sari)));
      await step(sari.do(together.answerExpertInvitation, { params, body: { accept: true, reason: '' } }));
      await step(sari.do(together.advise, saying(id, 'Unesta kannattaa kysyä.')));
      const from = new Date(Date.now() + 86_400_000);
      const times = [{ from: from.toISOString(), to: new Date(from.getTime() + 3_600_000).toISOString() }];
      await step(
        leena.do(together.proposeTimes, { params, body: { way: 'video', times, text: '', checked: true } }),
      );
      const messageId = (await opened(maria, id)).messages.at(-1)?.id ?? '';
      await step(
        maria.do(together.chooseTime, { params, body: { messageId, chosen: 0, text: '', checked: true } }),
      );
      await step(leena.do(together.noteTalk, saying(id, 'Puhuttiin.')));
      await step(leena.do(contract.answerConsultation, saying(id, 'Vastaus.')));
      await step(maria.do(contract.closeConsultation, because(id, 'Valmis')));
      expect(await statusOf(sari, id)).toBe(404);
    },
  ],
  [
    'a deputy who comes and goes, and a named request that is made of an anonymous one',
    async () => {
      const id = await answered(maria, advice, leena);
      const params = { consultationId: id };
      const deputy = (affiliationId: string | null) =>
        maria.do(contract.setConsultationDeputy, { params, body: { affiliationId } });
      await step(deputy(kaisa.affiliationId ?? ''));
      await step(deputy(null));
      const fields = namingOf(await opened(maria, id));
      const { agencies } = await maria.do(previewNaming, { params, body: { fields } });
      const body = { fields, agencyIds: agencies.map((one) => one.id), sameKept: true };
      await step(maria.do(nameConsultation, { params, body }));
    },
  ],
  [
    'an absence that is recorded and ended, of whoever has it and of whoever asked',
    async () => {
      const id = await claimed(maria, advice, leena);
      for (const [who, substitute] of [
        [leena, ulla],
        [maria, kaisa],
      ] as const) {
        const body = {
          affiliationId: who.affiliationId ?? '',
          substituteAffiliationId: substitute.affiliationId ?? '',
          from: '2026-01-01',
          until: '2099-01-01',
        };
        const absence = await who.do(recordAbsence, { body });
        await step(Promise.resolve());
        expect(await statusOf(substitute, id)).toBe(200);
        await step(who.do(endAbsence, { params: { absenceId: absence.id }, body: {} }));
      }
    },
  ],
  [
    'somebody who comes into a service, and leaves it with a request that they had',
    async () => {
      const id = await sent(maria, advice);
      await step(putIn(arja, advice, ulla, 'expert'));
      await step(ulla.do(contract.claimConsultation, about(id)));
      const { members } = await arja.do(listServiceMembers, { params: { serviceId: advice } });
      const memberId = members.find((one) => one.personId === ulla.id)?.id ?? '';
      await step(
        arja.do(endServiceMember, { params: { serviceId: advice, serviceMemberId: memberId }, body: {} }),
      );
      expect((await opened(maria, id)).holder).toBeNull();
    },
  ],
];

test.each(acts)('after %s every list is as if it were read anew', async (_name, run) => {
  await run();
});

test('many at once come as few hints, and more than a hint names as one of all', async () => {
  const many: string[] = [];
  for (let n = 0; n < mostHinted + 5; n += 1) many.push(await sent(maria, advice));
  await openAnew();
  const before = pages[2]?.read.whole ?? 0;
  await world.superuser(
    `with s as (update streams set head_seq = head_seq + $2 where id = $1 returning head_seq)
     insert into events (stream_id, seq, kind, payload, at)
     select $1, head_seq - $2 + n, 'consultation.changed', jsonb_build_object('kind', 'consultation.changed', 'consultationId', c, 'affiliationId', $4::text), now()
     from s, unnest($3::text[]) with ordinality t (c, n)`,
    [leena.id, many.length, many, leena.affiliationId],
  );
  await vi.waitFor(
    async () => {
      await pages[2]?.catchUp();
      expect(pages[2]?.read.whole).toBeGreaterThan(before);
    },
    { timeout: 12_000 },
  );
  await step(Promise.resolve());
});

test('whoever acts in another affiliation is told of nothing', async () => {
  const affiliationId = await world.alsoIn(leena.id, clinic, 'psychiatric-nurse');
  const second = await (await world.signIn(leena.signInName)).actIn(affiliationId);
  const elsewhere = await connectLive(address, second);
  const id = await claimed(maria, advice, oskar);
  await step(oskar.do(contract.askMore, saying(id, 'Kuinka kauan?')));
  expect(elsewhere.frames.filter(({ t }) => t === 'consultations')).toEqual([]);
  await elsewhere.close();
});

test('after a connection that was cut everything is read again', async () => {
  const page = await openLists(address, oskar);
  await page.close();
  const id = await claimed(maria, advice, oskar);
  await oskar.do(contract.answerConsultation, saying(id, 'Vastaus.'));
  // As a page does: the hello of the new connection has the lists read whole, hints come after it.
  const again = await openLists(address, oskar);
  expect(again.lists().queue.some((one) => one.id === id && one.state === 'answered')).toBe(true);
  await maria.do(contract.closeConsultation, because(id, 'Valmis'));
  await expectListsAsFresh(again);
  expect(again.lists().queue.some((one) => one.id === id)).toBe(false);
  await again.close();
});
