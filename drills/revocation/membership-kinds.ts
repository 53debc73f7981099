// Rights that end with a membership: ended by somebody, by time, or with the affiliation.
import { endAffiliation } from '../../shared/agencies.ts';
import { endMembership } from '../../shared/cases.ts';
import { changeMembership } from '../../shared/members.ts';
import { ask } from './ask.ts';
import { acknowledged, endsByCommand, endsByItself, type Kind, type Scene } from './kind.ts';
import { inviteVictim } from './lane.ts';

const restore: Kind['restore'] = async ({ lane }) => {
  lane.memberId = null;
};
const placeOf = ({ caseId, memberId }: Scene['lane']) => ({ caseId, memberId: memberId ?? '' });

export const membershipEnded: Kind = endsByCommand(
  { name: 'membership-ended', visiting: false, affects: 'case', place: 'access.changed', restore },
  async ({ lane, port }) => {
    const params = placeOf(lane);
    return () => ask(port, lane.author, endMembership, { params, body: { reason: 'Loppu' } });
  },
);

export const membershipExpired: Kind = endsByItself(
  { name: 'membership-expired', visiting: false, affects: 'case', restore },
  async ({ lane, port }) => {
    const params = placeOf(lane);
    return (at) =>
      ask(port, lane.author, changeMembership, { params, body: { until: at.toISOString(), role: null } });
  },
);

export const affiliationEnded: Kind = {
  name: 'affiliation-ended',
  visiting: false,
  affects: 'case',
  place: 'access.changed',
  prepare: async (scene) => {
    const { cast, lane, port } = scene;
    const affiliationId = await cast.people.affiliation(lane.victim, cast.home, 'family-therapist');
    await inviteVictim(port, lane, affiliationId);
    const session = await cast.people.session(lane.victim, affiliationId);
    const params = { affiliationId };
    return {
      session,
      end: acknowledged(() => ask(port, cast.administrator, endAffiliation, { params, body: {} })),
    };
  },
  restore,
};
