// Walks a child welfare notification as everybody in every situation, by each ring alone and by both, and compares with the
// rules in words.
import { sql } from 'kysely';
import { openDatabase } from '../../server/platform/db/pool.ts';
import { asPerson } from '../../server/platform/db/transaction.ts';
import type { World } from '../../server/testing/open-world.ts';
import { about, notified } from '../../server/testing/welfare-parts.ts';
import * as contract from '../../shared/welfare-notifications.ts';
import { type Cast, places } from './consultation-cast.ts';
import { placeRequest } from './consultation-place.ts';
import { createTally, look, type Tally } from './tally.ts';
import {
  mayStep,
  readsNotification,
  readsOrigin,
  readsSteps,
  type WelfareSituation,
  welfareActs,
  welfareSituations,
} from './welfare-rules.ts';

const says = (who: string, situation: string, what: string) => () => `${what}, ${who}, ${situation}`;

const routes = {
  'mark-received': [contract.markWelfareReceived, (seen: number) => ({ seen })],
  'judge-urgency': [contract.judgeWelfareUrgency, (seen: number) => ({ seen, verdict: 'urgent', words: '' })],
  conclude: [
    contract.concludeWelfareNotification,
    (seen: number) => ({ seen, verdict: 'no-measures', words: 'x' }),
  ],
} as const;
const isAct = (act: string): act is keyof typeof routes => act in routes;

const kinds = ['received', 'urgency-judged', 'concluded'] as const;
const verdicts = { received: null, 'urgency-judged': 'urgent', concluded: 'joined-case' } as const;
const stepsIn = (situation: WelfareSituation): number => welfareSituations.indexOf(situation);

/** The steps up to the situation, past every rule; whatever was done beside them is gone. */
const place = async (
  world: World,
  { people }: Cast,
  situation: WelfareSituation,
  id: string,
): Promise<void> => {
  await world.superuser('delete from welfare_notification_steps where notification_id = $1', [id]);
  for (const kind of kinds.slice(0, stepsIn(situation)))
    await world.superuser(
      `insert into welfare_notification_steps (notification_id, kind, verdict, words, person_id, affiliation_id, at)
       values ($1, $2, $3, 'x', $4, $5, now())`,
      [id, kind, verdicts[kind], people.lead.id, people.lead.affiliationId],
    );
};

/** Made by the asker to the service of the cast, from a request that the other service answers. */
export const placeNotification = async (world: World, cast: Cast): Promise<string> => {
  const consultationId = await placeRequest(world, cast, 'claimed');
  await world.superuser('update consultations set service_id = $2 where id = $1', [
    consultationId,
    cast.passedTo,
  ]);
  return notified(cast.people.asker, cast.serviceId, { consultationId });
};

export const walkWelfareSeen = async (world: World, cast: Cast, id: string): Promise<Tally> => {
  const tally = createTally();
  for (const situation of welfareSituations) {
    await place(world, cast, situation, id);
    for (const who of places) {
      const person = cast.people[who];
      const reads = readsNotification(who);
      const { status, body } = await person.try(contract.getWelfareNotification, about(id));
      look(tally, reads ? 200 : 404, status, says(who, situation, 'opens it'));
      const lists = await person.try(contract.listWelfareNotifications);
      const listed =
        lists.status === 200 && [...lists.body.made, ...lists.body.received].some((one) => one.id === id);
      look(tally, reads, listed, says(who, situation, 'lists it'));
      if (status !== 200) continue;
      const { notification } = body;
      const steps = readsSteps(who) ? stepsIn(situation) : 0;
      look(tally, steps, notification.steps.length, says(who, situation, 'steps'));
      look(tally, readsSteps(who) ? situation : null, notification.state, says(who, situation, 'state'));
      look(tally, readsOrigin(who), notification.consultationId !== null, says(who, situation, 'origin'));
      look(
        tally,
        situation !== 'new',
        notification.readByPersonAt !== null,
        says(who, situation, 'received'),
      );
      look(
        tally,
        stepsIn(situation) > 1,
        notification.handlingBeganAt !== null,
        says(who, situation, 'began'),
      );
      for (const act of welfareActs)
        look(
          tally,
          mayStep(act, who, situation),
          notification.can.some((one) => one === act),
          says(who, situation, `can ${act}`),
        );
    }
  }
  return tally;
};

const verdictOf = (status: number): string =>
  status === 200
    ? 'done'
    : status === 404
      ? 'absent'
      : [403, 409].includes(status)
        ? 'refused'
        : `status ${status}`;

export const walkWelfareSteps = async (world: World, cast: Cast, id: string): Promise<Tally> => {
  const tally = createTally();
  for (const situation of welfareSituations)
    for (const act of welfareActs.filter(isAct))
      for (const who of places) {
        await place(world, cast, situation, id);
        const [route, bodyOf] = routes[act];
        const given = { ...about(id), body: bodyOf(stepsIn(situation)) };
        const { status } = await cast.people[who].try(route, given as never);
        const otherwise = readsNotification(who) ? 'refused' : 'absent';
        const expected = mayStep(act, who, situation) ? 'done' : otherwise;
        look(tally, expected, verdictOf(status), says(who, situation, act));
      }
  return tally;
};

class Undone extends Error {}
const kindOf: Readonly<Record<string, (typeof kinds)[number]>> = {
  'mark-received': 'received',
  'judge-urgency': 'urgency-judged',
  conclude: 'concluded',
};

/** Plain statements as each person, with nothing of the server's rules before them; nothing of it stays. */
export const walkWelfareRingTwo = async (
  world: World,
  cast: Cast,
  id: string,
  tally = createTally(),
): Promise<Tally> => {
  const db = openDatabase(world.pools.app);
  for (const situation of welfareSituations) {
    await place(world, cast, situation, id);
    for (const who of places) {
      const acting = { personId: cast.people[who].id, affiliationId: cast.people[who].affiliationId };
      const { rows } = await asPerson(db, acting, null, 'read committed', (tx) =>
        sql<
          Record<string, number>
        >`select (select count(*)::int from welfare_notifications where id = ${id}) as notification,
          (select count(*)::int from welfare_notification_steps where notification_id = ${id}) as steps,
          (select count(*)::int from welfare_notification_origins where notification_id = ${id}) as origin,
          (select count(*)::int from access.welfare_handling(${[id]}::uuid[])) as handling,
          (select count(*)::int from access.people_beside_notification(${id})) as beside`.execute(tx),
      );
      const found = rows[0] ?? {};
      const reads = readsNotification(who);
      look(tally, Number(reads), found['notification'], says(who, situation, 'reads it'));
      look(
        tally,
        readsSteps(who) ? stepsIn(situation) : 0,
        found['steps'],
        says(who, situation, 'reads steps'),
      );
      look(tally, Number(readsOrigin(who)), found['origin'], says(who, situation, 'reads its origin'));
      look(tally, Number(reads), found['handling'], says(who, situation, 'reads its handling'));
      look(tally, reads, Number(found['beside']) > 0, says(who, situation, 'reads who is beside it'));
      for (const act of welfareActs) {
        const kind = kindOf[act] ?? 'received';
        const done = await asPerson(db, acting, null, 'read committed', async (tx) => {
          await sql`select access.step_welfare_notification(${id}, ${stepsIn(situation)}, ${kind}, ${verdicts[kind]}, 'x')`.execute(
            tx,
          );
          throw new Undone();
        }).catch((error: unknown) => {
          if (error instanceof Undone) return true;
          if ((error as { code?: string }).code === '42501') return false;
          throw error;
        });
        look(tally, mayStep(act, who, situation), done, says(who, situation, `${act} by the door`));
      }
    }
  }
  return tally;
};
