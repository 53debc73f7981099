// Walks a request as everybody in every situation, by each ring alone and by both, and compares with the rules in words.

import { sql } from 'kysely';
import { openDatabase } from '../../server/platform/db/pool.ts';
import { asPerson } from '../../server/platform/db/transaction.ts';
import type { World } from '../../server/testing/open-world.ts';
import { aNotification } from '../../server/testing/welfare-parts.ts';
import { nameConsultation } from '../../shared/consultation-naming.ts';
import * as outcomes from '../../shared/consultation-outcomes.ts';
import * as records from '../../shared/consultation-records.ts';
import * as contract from '../../shared/consultations.ts';
import * as together from '../../shared/consultations-together.ts';
import * as joint from '../../shared/joint-answers.ts';
import { sendWelfareNotification } from '../../shared/welfare-notifications.ts';
import { type Cast, type PlaceInIt, places } from './consultation-cast.ts';
import { placeRequest } from './consultation-place.ts';
import { acts, inTeam, may, reads, type Situation, situations } from './consultation-rules.ts';
import { createTally, look, type Tally } from './tally.ts';

const says = (who: string, situation: string, what: string) => () => `${what}, ${who}, ${situation}`;

/** What the acts are given: the request and its service, somebody of it, somebody of another one, another service, what was proposed last. */
type Given = {
  readonly id: string;
  readonly inside: string;
  readonly outside: string;
  readonly passedTo: string;
  readonly proposalId: string;
  /** The service that has it, and its agency. */
  readonly serviceId: string;
  readonly serviceAgencyId: string;
};
/** The same request with a child's name, on a ground. */
const withName = ({ serviceId }: Given) => ({
  question: 'Toisin sanoin.',
  area: 'other',
  urgency: 'ordinary',
  language: 'fi',
  ageBand: null,
  grade: null,
  supports: [],
  absenceHours: [],
  consent: '',
  serviceId,
  deputyAffiliationId: null,
  child: {
    name: 'Aino Virtanen',
    birthDate: null,
    ground: { kind: 'joint-contact', statute: null, evidence: 'x', covers: ['education'], until: null },
  },
});
const soon = () => {
  const from = Date.now() + 24 * 3_600_000;
  return { from: new Date(from).toISOString(), to: new Date(from + 1_800_000).toISOString() };
};

const routes = {
  'begin-triage': [contract.beginTriage, () => ({})],
  claim: [contract.claimConsultation, () => ({})],
  release: [contract.releaseConsultation, () => ({ reason: 'x' })],
  'hand-on': [contract.handOnConsultation, ({ inside }: Given) => ({ affiliationId: inside, reason: null })],
  'ask-more': [contract.askMore, () => ({ text: 'x', checked: true })],
  'tell-more': [contract.tellMore, () => ({ text: 'x', checked: true })],
  answer: [contract.answerConsultation, () => ({ text: 'x', checked: true })],
  'write-together': [joint.beginJointAnswer, () => ({})],
  withdraw: [contract.withdrawConsultation, () => ({ reason: 'x' })],
  close: [contract.closeConsultation, () => ({ reason: 'x' })],
  reopen: [contract.reopenConsultation, () => ({ reason: 'x' })],
  'set-deputy': [contract.setConsultationDeputy, () => ({ affiliationId: null })],
  'pass-on': [together.passOn, ({ passedTo }: Given) => ({ serviceId: passedTo, reason: 'x', ground: null })],
  'take-back-passing': [together.takeBackPassing, () => ({})],
  'accept-passed': [together.acceptPassed, () => ({})],
  'decline-passed': [together.declinePassed, () => ({ reason: 'x' })],
  'invite-expert': [
    together.inviteExpert,
    ({ outside }: Given) => ({ affiliationId: outside, words: 'x', ground: null }),
  ],
  'accept-invitation': [together.answerExpertInvitation, () => ({ accept: true, reason: '' })],
  'decline-invitation': [together.answerExpertInvitation, () => ({ accept: false, reason: '' })],
  advise: [together.advise, () => ({ text: 'x', checked: true })],
  'propose-times': [
    together.proposeTimes,
    () => ({ way: 'video', times: [soon()], text: '', checked: true }),
  ],
  'choose-time': [
    together.chooseTime,
    ({ proposalId }: Given) => ({ messageId: proposalId, chosen: 0, text: '', checked: true }),
  ],
  'record-outcome': [
    outcomes.recordOutcome,
    () => ({ kinds: ['advice-was-enough'], words: '', checked: true }),
  ],
  'follow-up': [outcomes.followUp, () => ({ helped: 'much', words: '', checked: true })],
  'note-talk': [together.noteTalk, () => ({ text: 'x', checked: true })],
  name: [
    nameConsultation,
    (given: Given) => ({ fields: withName(given), agencyIds: [given.serviceAgencyId], sameKept: true }),
  ],
  'mark-transferred': [records.markTransferred, () => ({ system: 'x' })],
  notify: [
    sendWelfareNotification,
    ({ id, serviceId }: Given) => ({ ...aNotification, serviceId, consultationId: id }),
  ],
} as const satisfies Record<string, readonly [unknown, (given: Given) => object]>;
type Act = keyof typeof routes;
const isAct = (act: string): act is Act => act in routes;

const givenFor = async (world: World, cast: Cast, id: string): Promise<Given> => {
  const { rows } = await world.superuser(
    `select id from consultation_messages where consultation_id = $1 and kind = 'times-proposed' order by id desc limit 1`,
    [id],
  );
  const service = await world.superuser('select agency_id from services where id = $1', [cast.serviceId]);
  return {
    id,
    serviceId: cast.serviceId,
    serviceAgencyId: String(service.rows[0]?.['agency_id']),
    inside: cast.people['on call'].affiliationId ?? '',
    outside: cast.people['member of another service'].affiliationId ?? '',
    passedTo: cast.passedTo,
    proposalId: String(rows[0]?.['id']),
  };
};
/** What the door is given for the same. */
const forDoor = (act: string, given: Given): { target: string | null; message: string | null } => {
  if (act === 'hand-on') return { target: given.inside, message: null };
  if (act === 'invite-expert') return { target: given.outside, message: null };
  if (act === 'pass-on') return { target: given.passedTo, message: null };
  if (act === 'notify') return { target: given.serviceId, message: null };
  const message = { kind: 'time-chosen', text: '', about: given.proposalId, chosen: 0 };
  return { target: null, message: act === 'choose-time' ? JSON.stringify(message) : null };
};

const verdictOf = (status: number): string =>
  status === 200
    ? 'done'
    : status === 404
      ? 'absent'
      : [403, 409].includes(status)
        ? 'refused'
        : `status ${status}`;
const expectedOf = (act: string, place: PlaceInIt, situation: Situation): string => {
  if (may(act, place, situation)) return 'done';
  return reads(place, situation) ? 'refused' : 'absent';
};

/** Whoever finds nothing is asked about every act in two situations; in the others that they find nothing is enough. */
const worthAsking = (place: PlaceInIt, situation: Situation): boolean =>
  reads(place, situation) || ['sent', 'claimed, passed on'].includes(situation);

/** What the screens are told: the request itself, and what one can do with it. By both rings, or by ring 1 alone. */
export const walkSeen = async (world: World, cast: Cast): Promise<Tally> => {
  const tally = createTally();
  for (const situation of situations) {
    const id = await placeRequest(world, cast, situation);
    for (const place of places) {
      const person = cast.people[place];
      const { status, body } = await person.try(contract.getConsultation, { params: { consultationId: id } });
      look(tally, reads(place, situation) ? 200 : 404, status, says(place, situation, 'opens it'));
      const given = { params: { consultationId: id }, query: {} };
      const copies = [await person.try(records.getConsultationText, given)];
      // Slower to make, and read by the same rule.
      if (situation === 'answered') copies.push(await person.try(records.getConsultationPdf, given));
      for (const copy of copies)
        look(tally, reads(place, situation) ? 200 : 404, copy.status, says(place, situation, 'takes a copy'));
      const lists = await person.try(contract.listConsultations);
      const listed =
        lists.status === 200 &&
        [...lists.body.asked, ...lists.body.queue, ...lists.body.invited].some((one) => one.id === id);
      const { status: answered, body: heads } = await person.try(contract.readHeads, { query: { ids: id } });
      const named =
        answered === 200 && [...heads.asked, ...heads.queue, ...heads.invited].some((one) => one.id === id);
      look(tally, listed, named, says(place, situation, 'reads its head by itself'));
      const finished = ['followed-up', 'closed'].some((state) => situation.startsWith(state));
      look(
        tally,
        reads(place, situation) && !(finished && inTeam(place)),
        listed,
        says(place, situation, 'lists it'),
      );
      if (status !== 200) continue;
      for (const act of acts)
        look(
          tally,
          may(act, place, situation),
          body.consultation.can.some((one) => one === act),
          says(place, situation, `can ${act}`),
        );
    }
  }
  return tally;
};

/** Every act by its route, through both rings; whatever it changed is put back. */
export const walkActs = async (world: World, cast: Cast, which: readonly Situation[]): Promise<Tally> => {
  const tally = createTally();
  for (const situation of which) {
    const id = await placeRequest(world, cast, situation);
    let asked = await givenFor(world, cast, id);
    for (const act of acts.filter(isAct)) {
      const [route, bodyOf] = routes[act];
      for (const place of places) {
        if (!worthAsking(place, situation)) continue;
        const person = cast.people[place];
        const given = { params: { consultationId: id }, body: bodyOf(asked) };
        const { status } = await person.try(route, given as never);
        // The family is told that a notification is not made like this, whatever request it would be from.
        const gone = route.who === 'professional' && person.affiliationId === null;
        const expected = gone ? 'refused' : expectedOf(act, place, situation);
        look(tally, expected, verdictOf(status), says(place, situation, act));
        if (status !== 200) continue;
        await placeRequest(world, cast, situation, id);
        asked = await givenFor(world, cast, id);
      }
    }
  }
  return tally;
};

class Undone extends Error {}

/** Some of the acts have a door of their own. */
const doorOf = (act: string, id: string, target: string | null, message: string | null, given: Given) => {
  if (act === 'name')
    return sql`select access.name_consultation(${id}, ${JSON.stringify({ ...withName(given), anonymous: false })}::jsonb, null,
      'K-2026-' || gen_random_uuid(), '2030-01-01', array[${given.serviceAgencyId}]::uuid[])`;
  if (act === 'write-together') return sql`select access.begin_joint_answer(${id})`;
  if (act === 'record-outcome')
    return sql`select access.record_consultation_outcome(${id}, '{no-action}', '')`;
  if (act === 'follow-up') return sql`select access.follow_up_consultation(${id}, 'some', '')`;
  if (act === 'mark-transferred') return sql`select access.mark_consultation_transferred(${id}, 'x')`;
  if (act === 'notify')
    return sql`select access.send_welfare_notification('I-' || uuidv7(), now()::date, ${target}, ${id}, ${JSON.stringify(aNotification)}::jsonb)`;
  return sql`select access.step_consultation(${id}, ${act}, 'x', ${target}, ${message}::jsonb, null)`;
};

/** Plain statements as each person, with nothing of the server's rules before them; nothing of it stays. */
export const walkRingTwo = async (
  world: World,
  cast: Cast,
  tally = createTally(),
  among: readonly string[] = acts,
): Promise<Tally> => {
  const db = openDatabase(world.pools.app);
  for (const situation of situations) {
    const id = await placeRequest(world, cast, situation);
    const given = await givenFor(world, cast, id);
    for (const place of places) {
      const person = cast.people[place];
      const who = { personId: person.id, affiliationId: person.affiliationId };
      const { rows } = await asPerson(db, who, null, 'read committed', (tx) =>
        sql<Record<string, number>>`select (select count(*) from consultations where id = ${id}) as request,
          (select count(*) from access.sides_beside(${id}) where person_id = app.person() and affiliation_id = app.affiliation()) as "its hints",
          (select count(*) from consultation_messages where consultation_id = ${id}) as messages,
          (select count(*) from consultation_history where consultation_id = ${id}) as history,
          (select count(*) from consultation_experts where consultation_id = ${id}) as experts`.execute(tx),
      );
      for (const [what, count] of Object.entries(rows[0] ?? {}))
        look(tally, reads(place, situation), Number(count) > 0, says(place, situation, `reads ${what}`));
      if (!worthAsking(place, situation)) continue;
      for (const act of among) {
        const { target, message } = forDoor(act, given);
        const done = await asPerson(db, who, null, 'read committed', async (tx) => {
          await sql`select access.hold_consultation(${id})`.execute(tx);
          await doorOf(act, id, target, message, given).execute(tx);
          throw new Undone();
        }).catch((error: unknown) => {
          if (error instanceof Undone) return true;
          if ((error as { code?: string }).code === '42501') return false;
          throw error;
        });
        // What is handed to whoever it is handed to already is the server's to refuse.
        look(tally, may(act, place, situation), done, says(place, situation, `${act} by the door`));
      }
    }
  }
  return tally;
};

/** A draft is there for its asker alone, whatever is asked of it. */
export const walkDraft = async (cast: Cast, draftId: string, rev: number): Promise<Tally> => {
  const tally = createTally();
  const params = { draftId };
  for (const place of places.filter((one) => one !== 'asker')) {
    const person = cast.people[place];
    const absent = person.affiliationId === null ? 403 : 404;
    const ways = [
      await person.try(contract.getConsultationDraft, { params }),
      await person.try(contract.checkConsultationDraft, { params }),
      await person.try(contract.sendConsultation, { params, body: { rev, checked: true } }),
      await person.try(contract.discardConsultationDraft, { params, body: {} }),
    ];
    for (const [n, { status }] of ways.entries())
      look(tally, absent, status, says(place, 'draft', `way ${n}`));
    const lists = await person.try(contract.listConsultations);
    look(
      tally,
      false,
      lists.status === 200 && lists.body.drafts.some(({ id }) => id === draftId),
      says(place, 'draft', 'lists it'),
    );
  }
  return tally;
};
