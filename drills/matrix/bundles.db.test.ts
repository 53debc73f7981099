// The matrix of what goes along: everybody × everything that can become of it, by both rings and by each alone. Real: app, database.
import { beforeAll, expect, test, vi } from 'vitest';
import {
  bundlesSeenBy,
  centreOf,
  openBundle,
  preparedCase,
  sendAll,
} from '../../server/testing/bundle-parts.ts';
import { casesOfAino } from '../../server/testing/case-of-aino.ts';
import { newService, putIn } from '../../server/testing/consultation-parts.ts';
import { type Person, testWorld } from '../../server/testing/world.ts';
import { listBundles } from '../../shared/bundles.ts';
import { setConsultationDeputy } from '../../shared/consultations.ts';
import { endServiceMember, listServiceMembers } from '../../shared/services.ts';
import {
  type BundlePlace,
  type BundleSituation,
  bundlePlaces,
  bundleSituations,
  lists,
  readsTexts,
} from './bundle-rules.ts';
import { openRingTwo } from './open-ring-two.ts';
import { createTally, look, type Tally } from './tally.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const world = await testWorld();
let people: Record<BundlePlace, Person>;
let ids: { consultationId: string; bundleId: string; centre: string; other: string };

beforeAll(async () => {
  const newCase = await casesOfAino(world);
  const { hospital, aija, heli, tomi, ritva, centre } = await centreOf(world);
  const made = await preparedCase(await newCase(), { hospital, centre });
  const { id, caseId, home, psychiatry, leena, petri, mikko, minna } = made;
  const substance = await world.agency('substance-services', 'Rannikon päihdepalvelut');
  const deputy = await world.professional('Diina Sijainen', home, 'social-worker');
  const left = await world.professional('Lassi Lähtenyt', hospital, 'special-teacher');
  await made.way();
  await leena.do(setConsultationDeputy, {
    params: { consultationId: id },
    body: { affiliationId: deputy.affiliationId },
  });
  await putIn(aija, centre, left, 'expert');
  const { members } = await aija.do(listServiceMembers, { params: { serviceId: centre } });
  await aija.do(endServiceMember, {
    params: {
      serviceId: centre,
      serviceMemberId: members.find(({ personId }) => personId === left.id)?.id ?? '',
    },
    body: {},
  });
  const helka = await world.professional('Helka Hallinto', psychiatry, 'administrator');
  const other = await newService(helka, { kind: 'hospital-school' });
  const kerttu = await world.professional('Kerttu Muu', psychiatry, 'psychiatrist');
  await putIn(helka, other, kerttu, 'lead');
  const paula = await world.professional('Paula Päihde', substance, 'substance-worker');
  const bundleId = await sendAll(leena, id, caseId);
  // Somebody of another agency who came in past the rule that a centre takes its own people: they are in it, without a ground.
  await world.superuser(
    `insert into service_members (service_id, person_id, affiliation_id, role, starts_at, set_by) values ($1, $2, $3, 'expert', now(), $3)`,
    [centre, paula.id, paula.affiliationId],
  );
  people = {
    sender: leena,
    'deputy of the sender': deputy,
    'lead of the centre': heli,
    'expert of the centre': tomi,
    'in the centre, of an agency without a ground': paula,
    'once in the centre': left,
    'principal of the hospital school': ritva,
    'administrator of the centre': aija,
    'in another centre': kerttu,
    'colleague in the case': petri,
    'teacher in the case': mikko,
    guardian: minna,
  };
  ids = { consultationId: id, bundleId, centre, other };
});

/** Puts it into the situation past every rule, from whichever it was in. */
const place = async (situation: BundleSituation): Promise<void> => {
  const { consultationId, bundleId, centre, other } = ids;
  await world.superuser(
    `update bundles set sent_at = case when $2 = 'over' then now() - interval '7 days' else now() - interval '1 hour' end,
       until = case when $2 = 'over' then now() - interval '1 second' else now() + interval '7 days' end - interval '1 hour' * ($2 <> 'over')::int,
       withdrawn_at = case when $2 = 'withdrawn' then now() end where id = $1`,
    [bundleId, situation],
  );
  await world.superuser(
    `update bundle_items set until = case when $2 = 'item over' then now() - interval '1 second' else now() + interval '6 days' end,
       ended_at = case when $2 = 'item ended' then now() end where bundle_id = $1`,
    [bundleId, situation],
  );
  await world.superuser(
    `update consultations set state = case when $2 = 'request withdrawn' then 'withdrawn' else 'sent' end, service_id = $3 where id = $1`,
    [consultationId, situation, situation === 'request passed on' ? other : centre],
  );
};

const expectAsTheTable = ({ cells, mismatches, examples }: Tally): void => {
  expect(examples).toEqual([]);
  expect(mismatches).toBe(0);
  expect(cells).toBeGreaterThan(bundlePlaces.length * bundleSituations.length);
};

const walkAnswers = async (): Promise<Tally> => {
  const tally = createTally();
  for (const situation of bundleSituations) {
    await place(situation);
    for (const where of bundlePlaces) {
      const who = people[where];
      const { status } = await openBundle(who, ids.consultationId, ids.bundleId);
      look(tally, readsTexts(where, situation) ? 200 : 404, status, () => `${where}, ${situation}: opens it`);
      const list = await who.try(listBundles, { params: { consultationId: ids.consultationId } });
      const listed = list.status === 200 && list.body.bundles.some(({ id }) => id === ids.bundleId);
      look(tally, lists(where, situation), listed, () => `${where}, ${situation}: lists it`);
    }
  }
  return tally;
};

test('both rings', async () => {
  expectAsTheTable(await walkAnswers());
  await place('readable');
  expect(await bundlesSeenBy(people['lead of the centre'], ids.consultationId)).toHaveLength(1);
});

test('ring 2 alone: plain statements', async () => {
  const tally = createTally();
  for (const situation of bundleSituations) {
    await place(situation);
    for (const where of bundlePlaces) {
      const rows = await world.write(
        people[where].id,
        `select i.id from bundle_items i join bundles b on b.id = i.bundle_id join consultations c on c.id = b.consultation_id
         where b.id = $1 and c.service_id = b.service_id`,
        [ids.bundleId],
      );
      look(tally, readsTexts(where, situation), rows.length > 0, () => `${where}, ${situation}: reads rows`);
    }
  }
  expect(tally.examples).toEqual([]);
});

test('ring 1 alone: every row is open, and it keeps back the same', async () => {
  await openRingTwo(world);
  expectAsTheTable(await walkAnswers());
});
