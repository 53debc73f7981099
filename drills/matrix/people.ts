// The cast of the matrix, registered and signed in.
import type { Person, World } from '../../server/testing/open-world.ts';
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

export const registerRegion = async (world: World): Promise<Region> => {
  const agencyIds = {} as Record<AgencyName, string>;
  for (const name of agencyNames) {
    const { kind, name: called } = agencies[name];
    agencyIds[name] = await world.agency(kind, called);
  }
  const people = {} as Record<Who, Person>;
  const others: Partial<Record<Who, string>> = {};
  for (const who of everybody) {
    const { name, acts, profession, elsewhere } = placeOf(who);
    people[who] =
      acts === null || profession === null
        ? await world.family(cast[who].name)
        : await world.professional(name, agencyIds[acts], profession);
    if (elsewhere)
      others[who] = await world.alsoIn(people[who].id, agencyIds[elsewhere.agency], elsewhere.profession);
  }
  return { agencyIds, people, others };
};
