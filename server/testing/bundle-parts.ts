// Parts from which tests put together what goes along: a centre that is asked about Aino, grounds to it, what is chosen and sent.
import { getBundle, getBundleChoices, listBundles, sendBundle } from '../../shared/bundles.ts';
import { recordGround } from '../../shared/cases.ts';
import type { DataClass } from '../../shared/vocabulary.ts';
import { assessmentOfAino } from './assessment-of-aino.ts';
import type { CaseOfAino } from './case-of-aino.ts';
import { ground } from './case-parts.ts';
import { namedAino, newService, putIn, schoolGround, sent } from './consultation-parts.ts';
import type { Person, World } from './open-world.ts';

/** A hospital school with a demanding-support centre, two people in it, and somebody of the school who is not. */
export const centreOf = async (world: World) => {
  const hospital = await world.agency('education', 'Rannikon sairaalakoulu');
  const aija = await world.professional('Aija Ylläpito', hospital, 'administrator');
  const heli = await world.professional('Heli Sairaala', hospital, 'special-teacher');
  const tomi = await world.professional('Tomi Sairaala', hospital, 'special-teacher');
  const ritva = await world.professional('Ritva Rehtori', hospital, 'principal');
  const centre = await newService(aija, { kind: 'hospital-school', nameFi: 'Vaativan tuen keskus' });
  await putIn(aija, centre, heli, 'lead');
  await putIn(aija, centre, tomi, 'expert');
  return { hospital, aija, heli, tomi, ritva, centre };
};

/** A named request of Leena's to the centre. */
export const askedAbout = (asker: Person, serviceId: string): Promise<string> =>
  sent(asker, serviceId, {
    question: 'Miten Ainon koulunkäynti järjestyy?',
    anonymous: false,
    child: { ...namedAino, ground: { ...schoolGround, covers: ['social'] } },
  });

export const openWay = async (
  by: Person,
  { caseId }: Pick<CaseOfAino, 'caseId'>,
  [from, to]: readonly [string, string],
  dataClasses: DataClass[] = ['coordination', 'social'],
  changes: Record<string, unknown> = {},
): Promise<string> =>
  (
    await by.do(recordGround, {
      params: { caseId },
      body: { fromAgencyId: from, toAgencyId: to, ground: ground(dataClasses, changes) },
    })
  ).id;

const on = (consultationId: string) => ({ params: { consultationId } });
export const choicesFor = (who: Person, consultationId: string, caseId: string) =>
  who.do(getBundleChoices, { ...on(consultationId), query: { caseId } });

type Choices = Awaited<ReturnType<typeof choicesFor>>;
/** The whole of each choice, as its preview showed it. */
export const wholly = (choices: Choices['choices']) =>
  choices.map(({ kind, sourceId, fields }) => ({
    kind,
    sourceId,
    fields: kind === 'child' ? [] : fields.map(({ name, rev }) => ({ name, rev })),
  }));

/** Everything that can go along, looked at and tried to be sent. */
export const trySending = async (
  who: Person,
  consultationId: string,
  caseId: string,
  changes: { days?: number; looked?: Choices } = {},
) => {
  const looked = changes.looked ?? (await choicesFor(who, consultationId, caseId));
  return who.try(sendBundle, {
    ...on(consultationId),
    body: {
      caseId,
      days: changes.days ?? 7,
      items: wholly(looked.choices.filter(({ why }) => why === null)),
      agencyIds: looked.agencies.map(({ id }) => id),
    },
  });
};
export const sendAll = async (...given: Parameters<typeof trySending>): Promise<string> => {
  const answer = await trySending(...given);
  if (answer.status !== 200) throw new Error(`send-bundle answered ${JSON.stringify(answer.error)}`);
  return answer.body.id;
};

export const bundlesSeenBy = async (who: Person, consultationId: string) =>
  (await who.do(listBundles, on(consultationId))).bundles;
export const openBundle = (who: Person, consultationId: string, bundleId: string) =>
  who.try(getBundle, { params: { consultationId, bundleId } });

/** Aino's case with a text of Leena's for everybody, one that Petri keeps within, and a request to the centre. */
export const preparedCase = async (
  aino: CaseOfAino,
  { hospital, centre }: { hospital: string; centre: string },
) => {
  const { caseId, home, leena, petri } = aino;
  const room = await assessmentOfAino(aino);
  const situation = await room.start(leena, 'situation');
  await room.write(leena, situation, { narrative: 'Aino on ollut poissa syksyn.' });
  await room.share(leena, situation, { scope: 'everyone' });
  const dissent = await room.start(petri, 'dissent');
  await room.write(petri, dissent, { narrative: 'Petrin eriävä.' });
  await room.share(petri, dissent, { scope: 'agency' });
  const id = await askedAbout(leena, centre);
  const way = () => openWay(leena, aino, [home, hospital]);
  return { ...aino, room, situation, dissent, id, caseId, way };
};
