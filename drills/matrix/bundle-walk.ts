// Walks what goes along with a request, as everybody in everything that can become of it: by the routes, and by the database alone.
import { centreOf, openBundle, preparedCase, sendAll } from '../../server/testing/bundle-parts.ts';
import { casesOfAino } from '../../server/testing/case-of-aino.ts';
import { newService, putIn } from '../../server/testing/consultation-parts.ts';
import type { Person, World } from '../../server/testing/open-world.ts';
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
import { createTally, look, type Tally } from './tally.ts';

export type PlacedBundle = {
  readonly people: Readonly<Record<BundlePlace, Person>>;
  readonly ids: Readonly<Record<'consultationId' | 'bundleId' | 'caseId' | 'centre' | 'other', string>>;
};

export const placedBundle = async (world: World): Promise<PlacedBundle> => {
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
  const hilkka = await world.professional('Hilkka Hallinto', psychiatry, 'administrator');
  const other = await newService(hilkka, { kind: 'hospital-school' });
  const kerttu = await world.professional('Kerttu Muu', psychiatry, 'psychiatrist');
  await putIn(hilkka, other, kerttu, 'lead');
  const paula = await world.professional('Paula Päihde', substance, 'substance-worker');
  const bundleId = await sendAll(leena, id, caseId);
  // Somebody of another agency who came in past the rule that a centre takes its own people: they are in it, without a ground.
  await world.superuser(
    `insert into service_members (service_id, person_id, affiliation_id, role, starts_at, set_by) values ($1, $2, $3, 'expert', now(), $3)`,
    [centre, paula.id, paula.affiliationId],
  );
  const people = {
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
  return { people, ids: { consultationId: id, bundleId, caseId, centre, other } };
};

/** Puts it into the situation past every rule, from whichever it was in. */
export const placeBundle = async (
  world: World,
  { ids }: PlacedBundle,
  situation: BundleSituation,
): Promise<void> => {
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

export const walkBundles = async (world: World, placed: PlacedBundle): Promise<Tally> => {
  const { people, ids } = placed;
  const tally = createTally();
  for (const situation of bundleSituations) {
    await placeBundle(world, placed, situation);
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

export const walkBundlesRingTwo = async (
  world: World,
  placed: PlacedBundle,
  tally = createTally(),
): Promise<Tally> => {
  const { people, ids } = placed;
  for (const situation of bundleSituations) {
    await placeBundle(world, placed, situation);
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
  return tally;
};
