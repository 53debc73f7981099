// The audiences of what belongs to an item: of the item itself, and of the parts of its memo.
import type { Facts } from '../access/facts.ts';
import type { WantedAudience } from '../access/intern-audience.ts';

const of = (ownerAgencyId: string, rest: Partial<WantedAudience>): WantedAudience => ({
  ownerAgencyId,
  dataClass: 'coordination',
  scope: 'team',
  agencyIds: [],
  familyScope: 'none',
  familyIds: [],
  authorIds: [],
  participation: false,
  ...rest,
});

/** That the case is taken up, by whom and when: the home team's. */
export const teamAudience = ({ homeAgencyId }: Facts): WantedAudience => of(homeAgencyId, {});

/** What is written for the team alone. */
export const teamPart = ({ homeAgencyId }: Facts): WantedAudience =>
  of(homeAgencyId, { dataClass: 'social' });

/** What is written together: the home agency's, for the agencies that were invited, on the grounds that there are. */
export const sharedPart = ({ homeAgencyId }: Facts, agencyIds: readonly string[]): WantedAudience =>
  of(homeAgencyId, { dataClass: 'shared-goal', scope: 'agencies', agencyIds: [...agencyIds] });

/** An agency's own part, of its own class. */
export const agencyPart = (agencyId: string, dataClass: WantedAudience['dataClass']): WantedAudience =>
  of(agencyId, { dataClass, scope: 'agency' });
