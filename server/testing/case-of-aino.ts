// The case that most tests are about. Aino is 13. Around her: Leena (responsible) and Petri (working pair) of child
// protection, Mikko of the school, Sari of psychiatry, Aino's mother Minna, and Aino herself. Mikko is known to
// everybody with a ground, Sari only to child protection and the family. Between child protection and each of the two
// agencies there are grounds for their own classes; between the two agencies there are none.
import { endMembership, recordGround } from '../../shared/cases.ts';
import type { DataClass } from '../../shared/vocabulary.ts';
import { ground, invite, inviteColleague, inviteFamily, openACase, see } from './case-parts.ts';
import type { Person, World } from './open-world.ts';

const peopleOfAino = async (world: World) => {
  const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
  const school = await world.agency('education', 'Meriniemen koulu');
  const psychiatry = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
  const leena = await world.professional('Leena Kallio', home, 'social-worker');
  const petri = await world.professional('Petri Aalto', home, 'social-counsellor');
  const mikko = await world.professional('Mikko Rantanen', school, 'special-teacher');
  const sari = await world.professional('Sari Nieminen', psychiatry, 'psychiatric-nurse');
  const minna = await world.family('Minna Virtanen');
  const aino = await world.family('Aino Virtanen');
  return { home, school, psychiatry, leena, petri, mikko, sari, minna, aino };
};

const caseAround = async (world: World, people: Awaited<ReturnType<typeof peopleOfAino>>) => {
  const { home, leena, petri, mikko, sari, minna, aino } = people;
  const caseId = await openACase(leena);
  await world.superuser(`update relations set person_id = $1 where case_id = $2 and relation = 'mother'`, [
    minna.id,
    caseId,
  ]);
  await world.superuser(
    `insert into relations (case_id, acl_key, owner_agency_id, data_class, kind, name, relation, person_id, created_at)
     select case_id, acl_key, owner_agency_id, data_class, 'close', 'Aino Virtanen', 'self', $1, now() from relations
     where case_id = $2 and relation = 'mother'`,
    [aino.id, caseId],
  );
  await inviteColleague(leena, caseId, petri, 'working-pair');
  await invite(leena, caseId, mikko, {
    toThem: ground(['coordination', 'social']),
    fromThem: ground(['coordination', 'education']),
  });
  await invite(leena, caseId, sari, {
    participation: { scope: 'agencies', agencyIds: [home], familyScope: 'all' },
    toThem: ground(['coordination', 'social', 'health']),
    fromThem: ground(['coordination', 'health']),
  });
  await inviteFamily(leena, caseId, minna, 'guardian');
  await inviteFamily(leena, caseId, aino, 'child');
  /** What of the case this person sees now. */
  const seenBy = (person: Person) => see(person, caseId);
  /** A statute lets texts of these classes go from one agency to another. */
  const allow = (from: string, to: string, dataClasses: DataClass[]) =>
    leena.do(recordGround, {
      params: { caseId },
      body: {
        fromAgencyId: from,
        toAgencyId: to,
        ground: ground(dataClasses, { kind: 'statute', statute: 'Sosiaalihuoltolaki 1301/2014, 41 §' }),
      },
    });
  const end = async (person: Person) => {
    const { members } = await seenBy(leena);
    const memberId = members.find((m) => m.personId === person.id && m.endsAt === null)?.id ?? '';
    return leena.do(endMembership, { params: { caseId, memberId }, body: { reason: 'Osuus on tehty' } });
  };
  return { caseId, ...people, seenBy, allow, end };
};

export const caseOfAino = async (world: World) => caseAround(world, await peopleOfAino(world));

/** For tests that change who may see what: a case of its own each time, around the same people. */
export const casesOfAino = async (world: World) => {
  const people = await peopleOfAino(world);
  return () => caseAround(world, people);
};
export type CaseOfAino = Awaited<ReturnType<typeof caseOfAino>>;
