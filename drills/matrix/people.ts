// The cast of the matrix, registered and signed in.
import { caseWithAssessment, enter, guestOf } from '../../server/testing/guest-parts.ts';
import type { Person, World } from '../../server/testing/open-world.ts';
import { recordAbsence } from '../../shared/absences.ts';
import { inviteGuest } from '../../shared/guests.ts';
import { type AgencyName, agencies, agencyNames, cast, everybody, placeOf, type Who } from './cast.ts';

export type Region = {
  readonly agencyIds: Readonly<Record<AgencyName, string>>;
  readonly people: Readonly<Record<Who, Person>>;
  /** The affiliations in which somebody takes part but does not act. */
  readonly others: Readonly<Partial<Record<Who, string>>>;
};

/** The same without their sessions: for asking the rules about them. */
export type Named = Pick<Region, 'agencyIds'> & {
  readonly people: Readonly<Record<Who, Pick<Person, 'id' | 'affiliationId'>>>;
};

/** What the administration may end without ending anybody of the cast. */
export type Spare = { readonly agencyId: string; readonly teamId: string; readonly person: Person };

let spares = 0;

export const registerSpare = async (world: World): Promise<Spare> => {
  spares += 1;
  const agencyId = await world.agency('child-protection', 'Toinen lastensuojelu');
  const person = await world.professional(`Vara Henkilö${spares}`, agencyId, 'social-worker');
  const { rows } = await world.superuser(
    `insert into teams (agency_id, name) values ($1, 'Tiimi') returning id`,
    [agencyId],
  );
  return { agencyId, teamId: String(rows[0]?.['id']), person };
};

const inDays = (days: number): string =>
  new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);

/**
 * Somebody without an account comes in by the link to a question in another case, and keeps that session. In that case one of
 * those who are here as professionals is of the family.
 */
const registerGuest = async (
  world: World,
  by: Person,
  agencyId: string,
  alsoOfFamily: Person,
): Promise<Person> => {
  const { name, profession } = cast.guestByLink;
  const place = await caseWithAssessment(by, inDays(-20));
  const ask = {
    assessmentId: place.assessmentId,
    area: 'friends',
    question: 'Keitä on lähellä?',
    dueOn: null,
  };
  await world.superuser(
    `insert into memberships (case_id, acl_key, person_id, role, starts_at)
     select id, acl_key, $2, 'close', now() from cases where id = $1`,
    [place.caseId, alsoOfFamily.id],
  );
  const body = guestOf(agencyId, place, name, { profession, endsOn: inDays(60), ask });
  return (await enter(world, await by.do(inviteGuest, { params: { caseId: place.caseId }, body }))).guest;
};

/** Whoever is away has a substitute in every case that comes to them meanwhile: the product sees to it itself. */
const goAway = (who: Person, substitute: Person) =>
  who.do(recordAbsence, {
    body: {
      affiliationId: who.affiliationId ?? '',
      substituteAffiliationId: substitute.affiliationId ?? '',
      from: inDays(-1),
      until: inDays(40),
    },
  });

export const registerRegion = async (world: World): Promise<Region> => {
  const agencyIds = {} as Record<AgencyName, string>;
  for (const name of agencyNames) {
    const { kind, name: called } = agencies[name];
    agencyIds[name] = await world.agency(kind, called);
  }
  const people = {} as Record<Who, Person>;
  const others: Partial<Record<Who, string>> = {};
  for (const who of everybody.filter((one) => one !== 'guestByLink')) {
    const { name, acts, profession, elsewhere } = placeOf(who);
    people[who] =
      acts === null || profession === null
        ? await world.family(cast[who].name)
        : await world.professional(name, agencyIds[acts], profession);
    if (elsewhere)
      others[who] = await world.alsoIn(people[who].id, agencyIds[elsewhere.agency], elsewhere.profession);
  }
  people.guestByLink = await registerGuest(world, people.responsible, agencyIds.school, people.teacher);
  await goAway(people.pair, people.substitute);
  return { agencyIds, people, others };
};
