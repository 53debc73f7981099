// Changes of access and writing, all at once, in several cases, over the real interface: sixteen requests in flight, in
// an order that a seed chooses. Afterwards everything derived is as if it had been derived from scratch.
import { beforeAll, expect, test } from 'vitest';
import { endAbsence, recordAbsence } from '../../shared/absences.ts';
import { openAssessment } from '../../shared/assessments.ts';
import { endMembership, inviteMember, recordGround, withdrawGround } from '../../shared/cases.ts';
import { changeRelation } from '../../shared/custody.ts';
import { saveField, startEntry } from '../../shared/entries.ts';
import { changeMembership, declineMembership, leaveMembership } from '../../shared/members.ts';
import { ground, invitation, inviteColleague, openACase } from '../testing/case-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';

const inFlight = 16;
const requests = 120;

const world = await testWorld();
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const leena = await world.professional('Leena Kallio', home, 'social-worker');
const petri = await world.professional('Petri Aalto', home, 'social-counsellor');
const outi = await world.professional('Outi Salo', home, 'social-counsellor');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const jonna = await world.professional('Jonna Berg', clinic, 'psychiatric-nurse');

type Case = { readonly id: string; readonly assessmentId: string };
const cases: Case[] = [];

beforeAll(async () => {
  for (const childGivenName of ['Aino', 'Elias', 'Olivia']) {
    const id = await openACase(leena, { childGivenName });
    await inviteColleague(leena, id, petri);
    const body = { trigger: 'contact' as const, beganOn: '2026-01-07', decidedOn: null };
    const mother = await newest(`select id from relations where case_id = $1 and custody = 'joint'`, id);
    const consent = ground(['education'], { kind: 'guardian-consent', givenByRelations: [mother] });
    const ways = { fromAgencyId: school, toAgencyId: clinic, ground: consent };
    await leena.do(recordGround, { params: { caseId: id }, body: ways });
    cases.push({ id, assessmentId: (await leena.do(openAssessment, { params: { caseId: id }, body })).id });
  }
});

/** The same numbers for the same seed. */
const numbers = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const newest = async (query: string, caseId: string): Promise<string | undefined> =>
  (await world.superuser(query, [caseId])).rows[0]?.['id'] as string | undefined;

const write = async (who: Person, { id: caseId, assessmentId }: Case): Promise<number> => {
  const body = { kind: 'comment' as const, caseId, assessmentId, parentId: null, about: null, pairId: null };
  const started = await who.try(startEntry, { body });
  if (started.status !== 200) return started.status;
  const typed = { base: 0, text: 'Kesken', device: 'laptop0001' };
  const params = { entryId: started.body.id, field: 'narrative' };
  return (await who.try(saveField, { params, body: typed })).status;
};

const kinds: ((one: Case, by: Person, who: Person) => Promise<number>)[] = [
  async ({ id: caseId }, by, who) =>
    (await by.try(inviteMember, { params: { caseId }, body: invitation(who) })).status,
  async ({ id: caseId }, by, who) => {
    const memberId = await newest(
      `select id from memberships where case_id = $1 and ends_at is null and person_id = '${who.id}'`,
      caseId,
    );
    if (memberId === undefined) return 200;
    return (await by.try(endMembership, { params: { caseId, memberId }, body: { reason: 'Päättyi' } }))
      .status;
  },
  async ({ id: caseId }, by, who) => {
    const [fromAgencyId, toAgencyId] = who === maria ? [clinic, school] : [school, clinic];
    const effect = caseId < (cases[1]?.id ?? '') ? 'prohibit' : 'allow';
    const body = { fromAgencyId, toAgencyId, ground: ground(['health', 'education'], { effect }) };
    return (await by.try(recordGround, { params: { caseId }, body })).status;
  },
  async ({ id: caseId }, by) => {
    const groundId = await newest(
      `select id from grounds where case_id = $1 and withdrawn_at is null order by id desc limit 1`,
      caseId,
    );
    if (groundId === undefined) return 200;
    return (await by.try(withdrawGround, { params: { caseId, groundId }, body: {} })).status;
  },
  (one, _, who) => write(who, one),
  (one, _, who) => write(who, one),
  async ({ id: caseId }, by, who) => {
    const memberId = await newest(
      `select id from memberships where case_id = $1 and ends_at is null and person_id = '${who.id}'`,
      caseId,
    );
    if (memberId === undefined) return 200;
    const body = { until: '2099-06-04', role: null };
    return (await by.try(changeMembership, { params: { caseId, memberId }, body })).status;
  },
  async ({ id: caseId }, _, who) => {
    const memberId = await newest(
      `select id from memberships where case_id = $1 and accepted_at is null and person_id = '${who.id}' order by id desc limit 1`,
      caseId,
    );
    if (memberId === undefined) return 200;
    return (await who.try(declineMembership, { params: { caseId, memberId }, body: { reason: 'Ei sovi' } }))
      .status;
  },
  async ({ id: caseId }, _, who) => {
    const memberId = await newest(
      `select id from memberships where case_id = $1 and ends_at is null and person_id = '${who.id}'`,
      caseId,
    );
    if (memberId === undefined) return 200;
    return (await who.try(leaveMembership, { params: { caseId, memberId }, body: { reason: '' } })).status;
  },
  async ({ id: caseId }, by) => {
    const { rows } = await world.superuser(
      `select id, version, custody from relations where case_id = $1 and relation = 'mother'`,
      [caseId],
    );
    const [mother] = rows;
    const body = {
      version: Number(mother?.['version']),
      custody: mother?.['custody'] === 'none' ? ('joint' as const) : ('none' as const),
      custodyFrom: null,
      custodyUntil: null,
      powerClasses: [],
      endedOn: null,
      basis: '',
    };
    const params = { caseId, relationId: String(mother?.['id']) };
    return (await by.try(changeRelation, { params, body })).status;
  },
  async () => {
    const body = {
      affiliationId: petri.affiliationId ?? '',
      substituteAffiliationId: outi.affiliationId ?? '',
      from: '2026-01-01',
      until: '2099-01-01',
    };
    const { status, body: answer } = await petri.try(recordAbsence, { body });
    if (status !== 200) return status;
    return (await petri.try(endAbsence, { params: { absenceId: answer.id }, body: {} })).status;
  },
];

const pick = <T>(all: readonly T[], n: number): T => all[n % all.length] as T;

const runAll = async (seed: number): Promise<number[]> => {
  const number = numbers(seed);
  const waiting = Array.from({ length: requests }, () => {
    const [kind, one] = [pick(kinds, number(kinds.length)), pick(cases, number(3))];
    const [by, who] = [pick([leena, petri], number(2)), pick([maria, jonna], number(2))];
    return () => kind(one, by, who);
  });
  const answers: number[] = [];
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) answers.push(await next());
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return answers;
};

type Told = {
  seq: number;
  kind: string;
  payload: Record<string, Record<string, unknown>> & { entryId?: string };
};
const streamOf = async (caseId: string): Promise<Told[]> =>
  (
    await world.superuser(`select seq::int, kind, payload from events where stream_id = $1 order by seq`, [
      caseId,
    ])
  ).rows as Told[];

/** Who wrote after their end, by the order of commits. */
const lateWriters = async (caseId: string): Promise<string[]> => {
  const { rows } = await world.superuser(`select id, author_ids[1] as author from entries`);
  const authors = new Map(rows.map((row) => [String(row['id']), String(row['author'])]));
  const taking = new Set<unknown>([leena.id]);
  const late: string[] = [];
  for (const { seq, kind, payload } of await streamOf(caseId)) {
    if (kind === 'member.joined') taking.add(payload['member']?.['personId']);
    const endsAt = payload['member']?.['endsAt'];
    if (kind === 'member.changed' && typeof endsAt === 'string' && endsAt < '2099')
      taking.delete(payload['member']?.['personId']);
    if (kind !== 'entry.started' && kind !== 'entry.text-changed') continue;
    const author = authors.get(String(payload['entry']?.['id'] ?? payload.entryId));
    if (!taking.has(author)) late.push(`${seq} ${kind} ${author}`);
  }
  return late;
};

test(`${requests} changes and texts, ${inFlight} at a time, leave rights, streams and writers in order`, async () => {
  const answers = await runAll(20_261_122);
  const statuses = new Map<number, number>();
  for (const status of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  expect([...statuses.keys()].filter((status) => ![200, 403, 404, 409].includes(status))).toEqual([]);
  expect(statuses.get(200)).toBeGreaterThan(requests / 3);
  for (const { id } of cases) {
    const { rows: stale } = await world.superuser(
      `(select k.acl_key, k.person_id, k.affiliation_id, k.valid from acl_members k join audiences d on d.acl_key = k.acl_key where d.case_id = $1
        except select * from access.derived($1))
       union all (select * from access.derived($1)
        except select k.acl_key, k.person_id, k.affiliation_id, k.valid from acl_members k join audiences d on d.acl_key = k.acl_key where d.case_id = $1)`,
      [id],
    );
    expect(stale).toEqual([]);
    const told = await streamOf(id);
    expect(told.map((event) => event.seq)).toEqual(told.map((_, n) => n + 1));
    const { rows } = await world.superuser(
      `select head_seq::int as head, access_epoch::int as epoch from streams where id = $1`,
      [id],
    );
    const changes = told.filter((event) => event.kind === 'access.changed').length;
    expect(rows[0]?.['head']).toBe(told.length);
    // Each commit that changes access raises the epoch once, however many changes it holds.
    expect(rows[0]?.['epoch']).toBeGreaterThan(0);
    expect(rows[0]?.['epoch']).toBeLessThanOrEqual(changes);
    const twice = await world.superuser(
      `select person_id from memberships where case_id = $1 and ends_at is null group by person_id having count(*) > 1`,
      [id],
    );
    expect(twice.rows).toEqual([]);
    expect(await lateWriters(id)).toEqual([]);
  }
}, 120_000);
