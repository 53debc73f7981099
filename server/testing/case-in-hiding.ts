// A case in which a school of another municipality takes part, beside psychiatry, the mother and the child: what turvakielto
// hides has names that occur nowhere else. The school has written, was answered, has signed, and recorded grounds.
import { countersignAssessment, signAssessment } from '../../shared/assessments.ts';
import { changeWhereabouts, recordGround } from '../../shared/cases.ts';
import { assessmentOfAino } from './assessment-of-aino.ts';
import { ground, invite, inviteColleague, inviteFamily, openACase, see } from './case-parts.ts';
import type { Person, World } from './world.ts';

export const place = { address: 'Piilopolku 9', municipality: 'Salakylä', school: 'Salakylän koulu' };

/** People and agencies, once for a test file; cases are made from them. */
export const peopleInHiding = async (world: World) => {
  const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
  const school = await world.agency('education', place.school, place.municipality);
  const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
  return {
    home,
    school,
    clinic,
    leena: await world.professional('Leena Kallio', home, 'social-worker'),
    petri: await world.professional('Petri Aalto', home, 'social-counsellor'),
    mikko: await world.professional('Mikko Rantanen', school, 'special-teacher'),
    sari: await world.professional('Sari Nieminen', clinic, 'psychiatric-nurse'),
    minna: await world.family('Minna Virtanen'),
    aino: await world.family('Aino Virtanen'),
  };
};
export type PeopleInHiding = Awaited<ReturnType<typeof peopleInHiding>>;

export const turn = async (leena: Person, caseId: string, nonDisclosure: boolean): Promise<void> => {
  const version = (await see(leena, caseId)).whereabouts?.version ?? 0;
  await leena.do(changeWhereabouts, { params: { caseId }, body: { ...place, version, nonDisclosure } });
};

/** @param withSchool whether the school was invited and did everything that a school does */
export const caseInHiding = async (people: PeopleInHiding, withSchool = true, nonDisclosure = false) => {
  const { home, school, clinic, leena, petri, mikko, sari, minna, aino } = people;
  const caseId = await openACase(leena, { ...place, nonDisclosure });
  await inviteColleague(leena, caseId, petri, 'working-pair');
  await invite(leena, caseId, sari, {
    toThem: ground(['coordination', 'social', 'health']),
    fromThem: ground(['coordination', 'health']),
  });
  await inviteFamily(leena, caseId, minna, 'guardian');
  await inviteFamily(leena, caseId, aino, 'child');
  const schools = async (): Promise<void> => {
    await invite(leena, caseId, mikko, {
      toThem: ground(['coordination', 'social'], { givenBy: minna.id }),
      fromThem: ground(['coordination', 'education']),
    });
    const body = { fromAgencyId: school, toAgencyId: clinic, ground: ground(['coordination', 'education']) };
    await mikko.do(recordGround, { params: { caseId }, body });
    const back = { fromAgencyId: clinic, toAgencyId: school, ground: ground(['health']) };
    await sari.do(recordGround, { params: { caseId }, body: back });
  };
  if (withSchool) await schools();
  const parts = await assessmentOfAino({ caseId, leena, seenBy: (who) => see(who, caseId) });
  return { caseId, home, school, clinic, schools, ...parts };
};

/** The school writes for everybody, its text is answered, and everything is signed. */
export const signedInHiding = async (
  people: PeopleInHiding,
  c: Awaited<ReturnType<typeof caseInHiding>>,
  withSchool = true,
): Promise<string> => {
  const { leena, mikko, sari } = people;
  const everybody = { scope: 'everyone', familyScope: 'all' } as const;
  const own = await c.contribution(sari, 'mental-health', 'Nukkuu paremmin.');
  await c.share(sari, own.entryId, everybody);
  const theirs = withSchool
    ? await c.contribution(mikko, 'school-and-learning', 'Tulee tunnille.')
    : undefined;
  if (theirs) await c.share(mikko, theirs.entryId, everybody);
  // Said to everybody, of the school's text where there is one.
  const comment = await c.start(leena, 'comment', theirs ? { parentId: theirs.entryId } : {});
  await c.write(leena, comment, { narrative: 'Tämä auttaa.' });
  await c.share(leena, comment, everybody);
  const view = await c.start(leena, 'child-view');
  await c.write(leena, view, { absence: 'Ei tavattu.' });
  await c.share(leena, view);
  const synthesis = await c.start(leena, 'synthesis');
  await c.write(leena, synthesis, { synthesis: 'Kokonaisuus.' });
  await c.share(leena, synthesis, everybody);
  const params = { caseId: c.caseId, assessmentId: c.assessmentId };
  const { id } = await leena.do(signAssessment, { params, body: { version: 1 } });
  const hash = (await see(leena, c.caseId)).versions.find((v) => v.id === id)?.hash ?? '';
  if (withSchool)
    await mikko.do(countersignAssessment, { params: { caseId: c.caseId, versionId: id }, body: { hash } });
  return id;
};
