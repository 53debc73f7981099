// What of memberships stands on Today; fetched when there is some of it.
import type { JSX } from 'solid-js';
import type { Today } from '../../shared/today.ts';
import { OwnAbsences } from './absences.tsx';
import { Ending } from './ending.tsx';
import { Handovers } from './handovers.tsx';
import { Invitations } from './invitations.tsx';
import { OwnLoad, TeamLoads } from './loads.tsx';

/** What waits for an answer. */
export function WaitingMemberships(props: { today: Today }): JSX.Element {
  return (
    <>
      <Invitations invitations={props.today.invitations} />
      <Handovers handovers={props.today.handovers} load={props.today.load} />
    </>
  );
}

/** What is good to know besides. */
export function MembershipsBeside(props: { today: Today }): JSX.Element {
  return (
    <>
      <Ending ending={props.today.ending} />
      <OwnAbsences absences={props.today.absences} />
      <OwnLoad load={props.today.load} />
      <TeamLoads loads={props.today.teamLoads} />
    </>
  );
}
