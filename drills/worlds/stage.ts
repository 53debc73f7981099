// A world with everybody in it who may look: each role around the case in each agency, the family, somebody who came by a
// link, and those who are outside. Built once; every world that is compared begins as a copy of it.
import { randomBytes } from 'node:crypto';
import { type Clock, settableClock } from '../../server/platform/clock/clock.ts';
import { assessmentOfAino, writingIn } from '../../server/testing/assessment-of-aino.ts';
import { centreOf, openWay } from '../../server/testing/bundle-parts.ts';
import { caseOfAino } from '../../server/testing/case-of-aino.ts';
import { ground, invite, inviteColleague, see } from '../../server/testing/case-parts.ts';
import { claimed, newService, putIn } from '../../server/testing/consultation-parts.ts';
import { enter, guestOf } from '../../server/testing/guest-parts.ts';
import { openWorld, type Person, type World } from '../../server/testing/open-world.ts';
import { type CopiedDatabase, copyDatabase, type RunDatabase } from '../../server/testing/run-database.ts';
import { inviteGuest } from '../../shared/guests.ts';

export const everybody = [
  'responsible',
  'pair',
  'therapist',
  'homeVisitor',
  'teacher',
  'nurse',
  'guardian',
  'child',
  'guest',
  'colleague',
  'principal',
  'administrator',
  'protectionOfficer',
] as const;
export type Observer = (typeof everybody)[number];

export type Stage = ReturnType<typeof raise>;
export type OpenStage = (clock: Clock) => Promise<Stage>;

/** Who is in no case, or not yet. */
const bystanders = async (world: World, { home, psychiatry, school }: Aino) => ({
  henrik: await world.professional('Henrik Lindqvist', psychiatry, 'psychiatrist'),
  olli: await world.professional('Olli Päivystäjä', psychiatry, 'psychiatric-nurse'),
  maija: await world.professional('Maija Muu', home, 'family-therapist'),
  raija: await world.professional('Raija Ranta', school, 'school-psychologist'),
  colleague: await world.professional('Outi Utelias', home, 'social-worker'),
  principal: await world.professional('Tiina Rantala', school, 'principal'),
  administrator: await world.professional('Timo Ahonen', home, 'administrator'),
  protectionOfficer: await world.professional('Ulla Forsman', home, 'data-protection-officer'),
});

/** The teacher has asked psychiatry for advice, and the nurse has taken the request. */
const askForAdvice = async (world: World, { psychiatry, sari, mikko }: Aino, henrik: Person) => {
  const administrator = await world.professional('Helka Hallinto', psychiatry, 'administrator');
  const serviceId = await newService(administrator, { kind: 'psychiatry' });
  for (const who of [sari, henrik]) await putIn(administrator, serviceId, who, 'expert');
  return claimed(mikko, serviceId, sari);
};

/** Who can be told of a child one worries about, and a centre in a hospital school to which a case may be sent along. */
const receivers = async (world: World, { caseId, home, leena }: Aino, hanna: Person) => {
  const administrator = await world.professional('Aino Ylläpito', home, 'administrator');
  const protection = await newService(administrator, { nameFi: 'Lastensuojelun vastaanotto' });
  await putIn(administrator, protection, hanna, 'expert');
  const { hospital, centre } = await centreOf(world);
  await openWay(leena, { caseId }, [home, hospital]);
  return { protection, centre };
};

type Room = Awaited<ReturnType<typeof assessmentOfAino>>;
type Aino = Awaited<ReturnType<typeof caseOfAino>>;

/** What is there in both worlds: texts that the teacher sees, and one of the nurse's that only child protection reads. */
const write = async (aino: Aino, room: Room) => {
  const school = await room.contribution(aino.mikko, 'school-and-learning', 'Poissaoloja on paljon.');
  await room.share(aino.mikko, school.entryId, { familyScope: 'all' });
  const hidden = await room.contribution(aino.sari, 'mental-health', 'Lääkitys on aloitettu.');
  await room.share(aino.sari, hidden.entryId, { scope: 'agencies', agencyIds: [aino.home] });
  const begun = await room.contribution(aino.sari, 'health', 'Kesken.');
  const situation = await room.start(aino.leena, 'situation');
  await room.write(aino.leena, situation, { narrative: 'Koulu sujuu vaihtelevasti.' });
  await room.share(aino.leena, situation, {
    scope: 'agencies',
    agencyIds: [aino.school],
    familyScope: 'all',
  });
  const { version: situationVersion } = await room.entryOf(aino.leena, situation);
  return { hidden: hidden.entryId, begun: begun.entryId, situation, situationVersion };
};

const build = async (world: World) => {
  const made = await caseOfAino(world);
  const { caseId, home, school, psychiatry, leena, petri, mikko, sari, minna, aino } = made;
  const services = await world.agency('substance-services', 'Rannikon päihdepalvelut');
  const others = await bystanders(world, made);
  const therapist = await world.professional('Jukka Peltonen', home, 'family-therapist');
  const homeVisitor = await world.professional('Vesa Vieras', home, 'social-counsellor');
  const hanna = await world.professional('Hanna Harju', home, 'social-worker');
  await inviteColleague(leena, caseId, therapist, 'team');
  await inviteColleague(leena, caseId, hanna, 'team');
  await invite(leena, caseId, homeVisitor, { toThem: null, fromThem: null });
  const room = await assessmentOfAino(made);
  const { assessmentId } = room;
  const texts = await write(made, room);
  const ngo = await world.agency('ngo', 'Rannikon perhekahvila');
  const link = await leena.do(inviteGuest, {
    params: { caseId },
    body: guestOf(ngo, { caseId, assessmentId }, 'Kaisa Kutsuttu', {
      profession: 'ngo-worker',
      fromThem: ground(['coordination', 'social']),
      ask: { assessmentId, area: 'free-time', question: 'Miten menee?', dueOn: null },
    }),
  });
  const { guest } = await enter(world, link);
  const consultationId = await askForAdvice(world, made, others.henrik);
  const { protection, centre } = await receivers(world, made, hanna);
  return {
    ids: { caseId, home, school, psychiatry, services, assessmentId, consultationId, protection, centre },
    texts,
    people: { leena, petri, mikko, sari, minna, aino, therapist, homeVisitor, hanna, guest, ...others },
  };
};
type Built = Awaited<ReturnType<typeof build>>;

/** The same people and ids, in a world that begins as a copy. */
const raise = (world: World, clock: Clock, { ids, texts, people: saved }: Built) => {
  const people = Object.fromEntries(
    Object.entries(saved).map(([name, { signInName, session, cookie }]) => [
      name,
      world.personOf(signInName, session, cookie),
    ]),
  ) as Built['people'];
  const { caseId, home, school, psychiatry, assessmentId, ...places } = ids;
  const {
    leena,
    petri,
    mikko,
    sari,
    minna,
    aino: child,
    therapist,
    homeVisitor,
    hanna,
    guest,
    ...others
  } = people;
  const seenBy = (who: Person) => see(who, caseId);
  const aino = { caseId, home, school, psychiatry, leena, petri, mikko, sari, minna, aino: child, seenBy };
  const observers: Readonly<Record<Observer, Person>> = {
    responsible: leena,
    pair: petri,
    therapist,
    homeVisitor,
    teacher: mikko,
    nurse: sari,
    guardian: minna,
    child,
    guest,
    colleague: others.colleague,
    principal: others.principal,
    administrator: others.administrator,
    protectionOfficer: others.protectionOfficer,
  };
  const room = writingIn(aino, assessmentId);
  return { world, clock, aino, room, texts, hanna, ...places, ...others, observers };
};

type Ends = {
  /** Takes down a world that was opened on a copy. */
  readonly each: (end: () => Promise<void>) => void;
  /** Drops what the others are copies of. */
  readonly atLast: (end: () => Promise<void>) => void;
};

/** Builds the stage in a database of its own, and gives what opens it again and again, each time on a copy. */
export const buildStage = async (
  run: RunDatabase,
  begin: Date,
  { each, atLast }: Ends,
): Promise<OpenStage> => {
  const secretKey = randomBytes(32);
  const first: CopiedDatabase = await copyDatabase(run);
  atLast(first.drop);
  const ends: (() => Promise<void>)[] = [];
  const world = await openWorld(
    first,
    { clock: settableClock(begin), secretKey },
    (end) => void ends.push(end),
  );
  const built = await build(world);
  // Nobody may be connected to what is copied.
  for (const end of ends.reverse()) await end();
  return async (clock) => {
    const database = await copyDatabase(run, first.name);
    each(database.drop);
    return raise(await openWorld(database, { clock, secretKey }, each), clock, built);
  };
};
