// Rights that end with a membership: ended by somebody, by time, or with the affiliation.
import { endAffiliation } from '../../shared/agencies.ts';
import { endMembership } from '../../shared/cases.ts';
import { changeMembership } from '../../shared/members.ts';
import { ask } from './ask.ts';
import { acknowledged, type End, inTheCase, type Kind, soon, untilThen } from './kind.ts';
import { inviteVictim } from './lane.ts';

export const membershipEnded: Kind = {
  name: 'membership-ended',
  visiting: false,
  affects: 'case',
  place: 'access.changed',
  prepare: async (scene) => {
    const session = await inTheCase(scene);
    const { lane, port } = scene;
    const params = { caseId: lane.caseId, memberId: lane.memberId ?? '' };
    const end = acknowledged(() =>
      ask(port, lane.author, endMembership, { params, body: { reason: 'Loppu' } }),
    );
    return { session, end };
  },
  restore: async ({ lane }) => {
    lane.memberId = null;
  },
};

export const membershipExpired: Kind = {
  name: 'membership-expired',
  visiting: false,
  affects: 'case',
  place: 'moment',
  prepare: async (scene) => {
    const session = await inTheCase(scene);
    const { lane, port } = scene;
    const params = { caseId: lane.caseId, memberId: lane.memberId ?? '' };
    const end: End = async (closeBy) => {
      const at = soon();
      await ask(port, lane.author, changeMembership, {
        params,
        body: { until: at.toISOString(), role: null },
      });
      return untilThen(at, closeBy);
    };
    return { session, end };
  },
  restore: membershipEnded.restore,
};

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
  restore: membershipEnded.restore,
};
