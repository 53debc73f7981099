// Small agreed steps: who sees them, who moves them, and that handing on holds until it is accepted. Real: app, sockets, PostgreSQL
// with both rings.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Audience } from '../../shared/entries.ts';
import { conveneMeeting } from '../../shared/meetings.ts';
import { moveStep, type Step, type StepAct, writeStep } from '../../shared/steps.ts';
import { ground, invite, inviteColleague, inviteFamily, openACase, see } from '../testing/case-parts.ts';
import { connectLive } from '../testing/live-client.ts';
import { proposed } from '../testing/meeting-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const address = await world.listen();
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const leena = await world.professional('Leena Kallio', home, 'social-worker');
const kaisa = await world.professional('Kaisa Salo', home, 'consultant-social-worker');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const sari = await world.professional('Sari Niskanen', clinic, 'psychiatric-nurse');
const minna = await world.family('Minna Virtanen');

const goals = ground(['coordination', 'shared-goal']);
const caseWithAll = async (): Promise<string> => {
  const caseId = await openACase(leena);
  await inviteColleague(leena, caseId, kaisa);
  await invite(leena, caseId, maria, { toThem: goals, fromThem: goals });
  await inviteFamily(leena, caseId, minna, 'guardian');
  return caseId;
};
/** The clinic's nurse is known to the home agency alone. */
const nurseComes = async (caseId: string): Promise<void> => {
  const participation = { scope: 'agency', agencyIds: [], familyScope: 'none' };
  await invite(leena, caseId, sari, { toThem: goals, fromThem: goals, participation });
};
const forAll: Audience = {
  dataClass: 'shared-goal',
  scope: 'everyone',
  agencyIds: [],
  familyScope: 'all',
  familyIds: [],
};
const forTeam: Audience = { ...forAll, scope: 'team', familyScope: 'none' };
const memberOf = async (by: Person, caseId: string, who: Person): Promise<string> =>
  (await see(by, caseId)).members.find((m) => m.personId === who.id)?.id ?? '';
const written = async (by: Person, caseId: string, doer: Person, audience = forAll, dueOn = '2027-01-15') =>
  by.try(writeStep, {
    params: { caseId },
    body: {
      text: 'Soitetaan koululle.',
      doerMemberId: await memberOf(by, caseId, doer),
      dueOn,
      audience,
      agendaItemId: null,
    },
  });
const stepSeenBy = async (who: Person, caseId: string): Promise<Step | undefined> =>
  (await see(who, caseId)).steps[0];
const move = (
  who: Person,
  step: Step | undefined,
  act: StepAct,
  more: Partial<Step> & { to?: string; why?: string } = {},
) =>
  who.try(moveStep, {
    params: { stepId: step?.id ?? '' },
    body: {
      act,
      version: more.version ?? step?.version ?? 0,
      reason: more.why ?? null,
      dueOn: more.dueOn ?? null,
      toMemberId: more.to ?? null,
    },
  });

test('a step is there for all entitled the moment it is written, on open pages too', async () => {
  const caseId = await caseWithAll();
  const live = await connectLive(address, maria);
  await live.follow(caseId);
  expect((await written(leena, caseId, maria)).status).toBe(200);
  await live.next('event', ({ event }) => event.kind === 'step.changed');
  expect(await stepSeenBy(maria, caseId)).toMatchObject({
    doerId: maria.id,
    can: ['done', 'postpone', 'offer'],
  });
  expect(await stepSeenBy(minna, caseId)).toMatchObject({ doerId: maria.id, can: [] });
  expect((await stepSeenBy(kaisa, caseId))?.can).toEqual(['done', 'postpone', 'offer', 'drop']);
  await live.close();
});

test('nobody is given a step that they cannot read, nor one whose readers may not know of them', async () => {
  const caseId = await caseWithAll();
  await nurseComes(caseId);
  expect(await written(leena, caseId, maria, forTeam)).toMatchObject({
    status: 409,
    error: { error: 'ground-missing' },
  });
  // The school would read it, and may not know that psychiatry takes part.
  expect(await written(leena, caseId, sari)).toMatchObject({ status: 409, error: { error: 'doer-hidden' } });
  const narrow: Audience = { ...forAll, scope: 'agencies', agencyIds: [clinic], familyScope: 'none' };
  expect((await written(leena, caseId, sari, narrow)).status).toBe(200);
  expect(await stepSeenBy(maria, caseId)).toBeUndefined();
  expect(await stepSeenBy(sari, caseId)).toMatchObject({ doerId: sari.id });
});

test('a step names an item of its own case, or none', async () => {
  const caseId = await caseWithAll();
  const body = {
    text: 'Soitetaan koululle.',
    doerMemberId: await memberOf(leena, caseId, maria),
    dueOn: null,
    audience: forAll,
    agendaItemId: randomUUID(),
  };
  expect((await leena.try(writeStep, { params: { caseId }, body })).status).toBe(404);
  const other = await openACase(leena, { childName: 'Elsa Niemi', childGivenName: 'Elsa' });
  const { id: meeting } = await leena.do(conveneMeeting, {
    body: {
      of: { kind: 'case', caseId: other },
      meeting: 'network',
      startsAt: '2027-01-15T10:00:00Z',
      endsAt: '2027-01-15T11:00:00Z',
      place: null,
      link: null,
    },
  });
  const item = await proposed(leena, meeting, other);
  expect(
    (await leena.try(writeStep, { params: { caseId }, body: { ...body, agendaItemId: item } })).status,
  ).toBe(404);
});

test('handed on, it stays whose it was until the other one accepts; declined, it is as before', async () => {
  const caseId = await caseWithAll();
  await written(leena, caseId, leena);
  const toMaria = { to: await memberOf(leena, caseId, maria) };
  expect((await move(leena, await stepSeenBy(leena, caseId), 'offer', toMaria)).status).toBe(200);
  expect(await stepSeenBy(maria, caseId)).toMatchObject({ doerId: leena.id, can: ['accept', 'decline'] });
  await move(maria, await stepSeenBy(maria, caseId), 'decline');
  expect(await stepSeenBy(leena, caseId)).toMatchObject({ doerId: leena.id, offeredToId: null });
  await move(leena, await stepSeenBy(leena, caseId), 'offer', toMaria);
  await move(maria, await stepSeenBy(maria, caseId), 'accept');
  expect(await stepSeenBy(leena, caseId)).toMatchObject({ doerId: maria.id, offeredToId: null });
  await nurseComes(caseId);
  const toSari = { to: await memberOf(leena, caseId, sari) };
  expect(await move(leena, await stepSeenBy(leena, caseId), 'offer', toSari)).toMatchObject({
    error: { error: 'doer-hidden' },
  });
});

test('put off and dropped only with a reason; two presses on one screen are one; done and begun again; all of it in the history', async () => {
  const caseId = await caseWithAll();
  await written(leena, caseId, maria);
  const first = await stepSeenBy(maria, caseId);
  const later = { dueOn: '2027-02-01' };
  expect((await move(maria, first, 'postpone', later)).status).toBe(400);
  expect((await move(maria, first, 'postpone', { ...later, why: 'Opettaja on sairaana.' })).status).toBe(200);
  expect((await move(maria, first, 'done')).status).toBe(409);
  expect((await move(minna, await stepSeenBy(minna, caseId), 'done')).status).toBe(403);
  expect((await move(maria, await stepSeenBy(maria, caseId), 'done')).status).toBe(200);
  expect(await stepSeenBy(maria, caseId)).toMatchObject({ state: 'done', can: ['reopen'] });
  await move(leena, await stepSeenBy(leena, caseId), 'reopen');
  expect((await move(maria, await stepSeenBy(maria, caseId), 'drop', { why: 'x' })).status).toBe(403);
  await move(leena, await stepSeenBy(leena, caseId), 'drop', { why: 'Ei enää tarpeen.' });
  const { rows } = await world.superuser(
    'select act, reason from step_moves where case_id = $1 order by id',
    [caseId],
  );
  expect(rows.map((row) => row['act'])).toEqual(['write', 'postpone', 'done', 'reopen', 'drop']);
});

test('past the server, nobody moves a step that is not theirs, nor gives it to somebody outside', async () => {
  const caseId = await caseWithAll();
  await written(leena, caseId, leena);
  const step = await stepSeenBy(leena, caseId);
  const outsider = await world.professional('Outi Ulkona', home, 'social-worker');
  const tried = (who: Person, query: string, ...more: unknown[]) =>
    world.write(who.id, query, [step?.id, ...more]);
  expect(await tried(maria, `update steps set state = 'done' where id = $1 returning id`)).toEqual([]);
  expect(await tried(minna, `update steps set state = 'done' where id = $1 returning id`)).toEqual([]);
  await expect(
    tried(
      leena,
      `update steps set doer_id = $2, doer_affiliation_id = $3 where id = $1`,
      outsider.id,
      outsider.affiliationId,
    ),
  ).rejects.toThrow('row-level security');
});
