// A world with everybody in it who may look: each role around the case in each agency, the family, somebody who came by a
// link, and those who are outside.
import type { Clock } from '../../server/platform/clock/clock.ts';
import { assessmentOfAino } from '../../server/testing/assessment-of-aino.ts';
import { caseOfAino } from '../../server/testing/case-of-aino.ts';
import { ground, invite, inviteColleague } from '../../server/testing/case-parts.ts';
import { enter, guestOf } from '../../server/testing/guest-parts.ts';
import type { Person, World, WorldOptions } from '../../server/testing/open-world.ts';
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

export type OpenWorld = (options: WorldOptions) => Promise<World>;
export type Stage = Awaited<ReturnType<typeof buildStage>>;

/** Who is in no case, or not yet. */
const bystanders = async (world: World, { home, psychiatry, school }: Record<string, string>) => {
  if (!home || !psychiatry || !school) throw new Error('an agency is missing');
  const services = await world.agency('substance-services', 'Rannikon päihdepalvelut');
  return {
    services,
    henrik: await world.professional('Henrik Lindqvist', psychiatry, 'psychiatrist'),
    olli: await world.professional('Olli Päivystäjä', psychiatry, 'psychiatric-nurse'),
    maija: await world.professional('Maija Muu', home, 'family-therapist'),
    colleague: await world.professional('Outi Utelias', home, 'social-worker'),
    principal: await world.professional('Tiina Rantala', school, 'principal'),
    administrator: await world.professional('Timo Ahonen', home, 'administrator'),
    protectionOfficer: await world.professional('Ulla Forsman', home, 'data-protection-officer'),
  };
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

export const buildStage = async (open: OpenWorld, clock: Clock) => {
  const world = await open({ clock });
  const aino = await caseOfAino(world);
  const others = await bystanders(world, aino as never);
  const therapist = await world.professional('Jukka Peltonen', aino.home, 'family-therapist');
  const homeVisitor = await world.professional('Vesa Vieras', aino.home, 'social-counsellor');
  const hanna = await world.professional('Hanna Harju', aino.home, 'social-worker');
  await inviteColleague(aino.leena, aino.caseId, therapist, 'team');
  await inviteColleague(aino.leena, aino.caseId, hanna, 'team');
  await invite(aino.leena, aino.caseId, homeVisitor, { toThem: null, fromThem: null });
  const room = await assessmentOfAino(aino);
  const texts = await write(aino, room);
  const ngo = await world.agency('ngo', 'Rannikon perhekahvila');
  const link = await aino.leena.do(inviteGuest, {
    params: { caseId: aino.caseId },
    body: guestOf(ngo, { caseId: aino.caseId, assessmentId: room.assessmentId }, 'Kaisa Kutsuttu', {
      profession: 'ngo-worker',
      fromThem: ground(['coordination', 'social']),
      ask: { assessmentId: room.assessmentId, area: 'free-time', question: 'Miten menee?', dueOn: null },
    }),
  });
  const { guest } = await enter(world, link);
  const observers: Readonly<Record<Observer, Person>> = {
    responsible: aino.leena,
    pair: aino.petri,
    therapist,
    homeVisitor,
    teacher: aino.mikko,
    nurse: aino.sari,
    guardian: aino.minna,
    child: aino.aino,
    guest,
    colleague: others.colleague,
    principal: others.principal,
    administrator: others.administrator,
    protectionOfficer: others.protectionOfficer,
  };
  return { world, clock, aino, room, texts, hanna, ...others, observers };
};
