// The audiences of what belongs to the case itself: the people around the child, and where the child is.
import type { AudienceFact } from '../access/facts.ts';

type Wanted = Omit<AudienceFact, 'aclKey'>;

const ofHome = (
  ownerAgencyId: string,
): Pick<Wanted, 'ownerAgencyId' | 'agencyIds' | 'familyIds' | 'authorIds' | 'participation'> => ({
  ownerAgencyId,
  agencyIds: [],
  familyIds: [],
  authorIds: [],
  participation: false,
});

/** Whoever has a ground for coordination, and the family. */
export const openAudience = (homeAgencyId: string): Wanted => ({
  ...ofHome(homeAgencyId),
  dataClass: 'coordination',
  scope: 'everyone',
  familyScope: 'all',
});

/**
 * Where the child is, with and without turvakielto: the home agency, and whoever has a ground for `safety` from it. Not the
 * family, so that it tells them nothing that they do not see it.
 */
export const whereaboutsAudience = (homeAgencyId: string): Wanted => ({
  ...ofHome(homeAgencyId),
  dataClass: 'safety',
  scope: 'everyone',
  familyScope: 'none',
});

/** What the team of the home agency keeps to itself: why it asked somebody, what they answered, who is to be responsible. */
export const homeTeamAudience = (homeAgencyId: string): Wanted => ({
  ...ofHome(homeAgencyId),
  dataClass: 'coordination',
  scope: 'team',
  familyScope: 'none',
});
