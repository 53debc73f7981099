// A step as it stands while it is written: what was chosen by hand goes before what the line proposes, and only a proposal
// that leaves nothing open is taken up. Pure.
import type { Member, Workspace } from '../../shared/cases.ts';
import type { Audience } from '../../shared/entries.ts';

/** Of a proposal what a draft needs: ids of memberships and days, the likeliest first. */
export type Proposed = {
  readonly owners: readonly { readonly id: string }[];
  readonly dueDates: readonly { readonly date: string }[];
};
export const nothingProposed: Proposed = { owners: [], dueDates: [] };

/** The field's word for "no day, whatever the line says". */
export const noDay = 'none';

/** To whom a step can be given: who takes part now, each once, in their own place before one as a substitute. */
export const doersIn = ({ members }: Pick<Workspace, 'members'>, now: string): Member[] =>
  members
    .filter((one) => one.role !== 'break-glass' && one.startsAt <= now && (one.endsAt ?? '9') > now)
    .sort((a, b) => Number(a.substitutesFor !== null) - Number(b.substitutesFor !== null))
    .filter((one, index, all) => all.findIndex((other) => other.personId === one.personId) === index);

const onlyOne = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);

/** @param picked the id of a membership chosen by hand, or '' */
export const doerOf = (
  picked: string,
  { owners }: Proposed,
  doers: readonly Member[],
): Member | undefined => {
  const byHand = doers.find((one) => one.id === picked);
  return byHand ?? doers.find((one) => one.id === onlyOne(owners)?.id);
};

/** @param picked a day chosen by hand, `noDay`, or '' */
export const dueOf = (picked: string, { dueDates }: Proposed): string | null => {
  if (picked === noDay) return null;
  return picked || (onlyOne(dueDates)?.date ?? null);
};

export type Seen = {
  readonly doer: Member | undefined;
  /** In which agency it is written. */
  readonly writerAgencyId: string;
  readonly homeAgencyId: string;
  /** Of those in the room. */
  readonly agencyIds: readonly string[];
  readonly teamOnly: boolean;
  readonly family: boolean;
};

/** The agencies that see it: the writer's first, then the home agency, the doer's, and those in the room. */
export const agenciesSeeing = ({ doer, writerAgencyId, homeAgencyId, agencyIds }: Seen): string[] => [
  ...new Set([writerAgencyId, homeAgencyId, ...(doer?.agencyId ? [doer.agencyId] : []), ...agencyIds]),
];

/** A step of somebody of the family is the family's to see. */
export const familySees = ({ doer, teamOnly, family }: Seen): boolean =>
  !teamOnly && (family || doer?.agencyId === null);

export const audienceOf = (seen: Seen): Audience => {
  if (seen.teamOnly)
    return { dataClass: 'social', scope: 'team', agencyIds: [], familyScope: 'none', familyIds: [] };
  const others = agenciesSeeing(seen).filter((id) => id !== seen.writerAgencyId);
  return {
    dataClass: 'shared-goal',
    scope: others.length > 0 ? 'agencies' : 'agency',
    agencyIds: others,
    familyScope: familySees(seen) ? 'all' : 'none',
    familyIds: [],
  };
};
