// Everybody who could stand somewhere in one request, or nowhere in it: named as in the rules beside this file.
import { newService, putIn } from '../../server/testing/consultation-parts.ts';
import type { Person, World } from '../../server/testing/open-world.ts';
import { endAbsence, recordAbsence } from '../../shared/absences.ts';
import { endServiceMember, listServiceMembers } from '../../shared/services.ts';

export const places = [
  'asker',
  'deputy',
  'stands in for the asker',
  'stood in for the asker',
  'asker’s colleague',
  'principal',
  'asker in another affiliation',
  'member',
  'holder',
  'stands in for the holder',
  'lead',
  'stands in for the lead',
  'on call',
  'former member',
  'member of another service',
  'member of the service it is passed to',
  'invited expert',
  'expert',
  'expert who declined',
  'administrator of the service',
  'administrator of the school',
  'data protection officer',
  'social worker of a case of the child',
  'teacher in a case of the child',
  'guardian',
  'child',
] as const;
export type PlaceInIt = (typeof places)[number];

export type Cast = {
  readonly people: Readonly<Record<PlaceInIt, Person>>;
  readonly serviceId: string;
  readonly passedTo: string;
};

/** Away from now on for longer than any walk takes. */
const absent = async (who: Person, substitute: Person): Promise<string> => {
  const at = Date.now();
  const { id } = await who.do(recordAbsence, {
    body: {
      affiliationId: who.affiliationId ?? '',
      substituteAffiliationId: substitute.affiliationId ?? '',
      from: new Date(at).toISOString(),
      until: new Date(at + 24 * 3_600_000).toISOString(),
    },
  });
  return id;
};

export const castOf = async (world: World): Promise<Cast> => {
  const school = await world.agency('education', 'Meriniemen koulu');
  const other = await world.agency('education', 'Lillbyn koulu');
  const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
  const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
  const asker = await world.professional('Maria Kysyjä', school, 'special-teacher');
  const elsewhere = await world.alsoIn(asker.id, other, 'special-teacher');
  const inProtection = (name: string) => world.professional(name, protection, 'social-worker');
  const inClinic = (name: string) => world.professional(name, clinic, 'psychiatric-nurse');
  const people: Record<PlaceInIt, Person> = {
    asker,
    deputy: await world.professional('Kaisa Sijainen', school, 'school-social-worker'),
    'stands in for the asker': await world.professional('Siiri Tuuraaja', school, 'special-teacher'),
    'stood in for the asker': await world.professional('Sini Tuurannut', school, 'special-teacher'),
    'asker’s colleague': await world.professional('Niina Naapuri', school, 'special-teacher'),
    principal: await world.professional('Kari Rehtori', school, 'principal'),
    'asker in another affiliation': await (await world.signIn(asker.signInName)).actIn(elsewhere),
    member: await inProtection('Outi Jäsen'),
    holder: await inProtection('Leena Haltija'),
    'stands in for the holder': await inProtection('Helmi Tuuraaja'),
    lead: await inProtection('Pia Johtava'),
    'stands in for the lead': await inProtection('Piia Tuuraaja'),
    'on call': await inProtection('Veli Päivystäjä'),
    'former member': await inProtection('Erja Entinen'),
    'member of another service': await inClinic('Sari Muualta'),
    'member of the service it is passed to': await inClinic('Jonna Jatko'),
    'invited expert': await inClinic('Kaarlo Kutsuttu'),
    expert: await inClinic('Aino Asiantuntija'),
    'expert who declined': await inClinic('Kielo Kieltäytyjä'),
    'administrator of the service': await world.professional('Arja Hallinto', protection, 'administrator'),
    'administrator of the school': await world.professional('Timo Hallinto', school, 'administrator'),
    'data protection officer': await world.professional(
      'Ulla Tietosuoja',
      protection,
      'data-protection-officer',
    ),
    'social worker of a case of the child': await inProtection('Tuula Tapaus'),
    'teacher in a case of the child': await world.professional('Mikko Tapaus', school, 'special-teacher'),
    guardian: await world.family('Minna Huoltaja'),
    child: await world.family('Aino Lapsi'),
  };
  const administrator = people['administrator of the service'];
  const clinicsAdministrator = await world.professional('Helka Hallinto', clinic, 'administrator');
  const serviceId = await newService(administrator);
  const another = await newService(clinicsAdministrator, { kind: 'psychiatry' });
  const passedTo = await newService(clinicsAdministrator, { kind: 'psychiatry' });
  for (const place of ['member', 'holder', 'former member'] as const)
    await putIn(administrator, serviceId, people[place], 'expert');
  await putIn(administrator, serviceId, people.lead, 'lead');
  await putIn(administrator, serviceId, people['on call'], 'on-call');
  await putIn(clinicsAdministrator, another, people['member of another service'], 'lead');
  await putIn(clinicsAdministrator, passedTo, people['member of the service it is passed to'], 'expert');
  const { members } = await administrator.do(listServiceMembers, { params: { serviceId } });
  const leaving = members.find(({ personId }) => personId === people['former member'].id);
  await administrator.do(endServiceMember, {
    params: { serviceId, serviceMemberId: leaving?.id ?? '' },
    body: {},
  });
  // Before the one who stands in now somebody else did.
  const earlier = await absent(people.asker, people['stood in for the asker']);
  await people.asker.do(endAbsence, { params: { absenceId: earlier }, body: {} });
  await absent(people.asker, people['stands in for the asker']);
  await absent(people.holder, people['stands in for the holder']);
  await absent(people.lead, people['stands in for the lead']);
  return { people, serviceId, passedTo };
};
