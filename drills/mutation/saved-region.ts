// The cast and its cases, prepared once and taken up again on a copy of their database by another process.
import type { Person, World } from '../../server/testing/open-world.ts';
import type { Who } from '../matrix/cast.ts';
import type { Region } from '../matrix/people.ts';
import type { Prepared } from '../matrix/walk-reading.ts';
import { type Asked, factsOf } from '../matrix/walk-rules.ts';

export type SavedRegion = Pick<Region, 'agencyIds' | 'others'> & {
  readonly sessions: Readonly<Record<Who, Pick<Person, 'signInName' | 'session' | 'cookie'>>>;
  readonly cases: Prepared['cases'];
  /** What ring 1 reasons from, of each case. */
  readonly facts: Asked['facts'];
};

export const save = async (prepared: Prepared): Promise<SavedRegion> => {
  const { region, cases } = prepared;
  return {
    agencyIds: region.agencyIds,
    others: region.others,
    sessions: Object.fromEntries(
      Object.entries(region.people).map(([who, { signInName, session, cookie }]) => [
        who,
        { signInName, session, cookie },
      ]),
    ) as SavedRegion['sessions'],
    cases,
    facts: await factsOf(prepared),
  };
};

export const takeUp = (world: World, { agencyIds, others, sessions, cases }: SavedRegion): Prepared => ({
  world,
  region: {
    agencyIds,
    others,
    people: Object.fromEntries(
      Object.entries(sessions).map(([who, { signInName, session, cookie }]) => [
        who,
        world.personOf(signInName, session, cookie),
      ]),
    ) as Region['people'],
  },
  cases,
});
