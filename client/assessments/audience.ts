// The choices in the share dialog, apart from its looks: which agencies and family members can be named, and what the
// chosen audience is called.
import type { Workspace } from '../../shared/cases.ts';
import type { Audience, Entry } from '../../shared/entries.ts';

type Member = Workspace['members'][number];
export type AgencyChoice = { id: string; nameFi: string; nameSv: string; kind: Member['agencyKind'] };

const active = (member: Member, now: string): boolean => member.endsAt === null || member.endsAt > now;

/** Other agencies that take part, as far as the author knows. */
export const agencyChoices = (
  workspace: Workspace,
  entry: Pick<Entry, 'ownerAgencyId'>,
  now: string,
): AgencyChoice[] => {
  const found = new Map<string, AgencyChoice>();
  for (const member of workspace.members) {
    const { agencyId: id, agencyNameFi, agencyNameSv, agencyKind: kind } = member;
    if (id === null || id === entry.ownerAgencyId || !active(member, now)) continue;
    found.set(id, { id, nameFi: agencyNameFi ?? '', nameSv: agencyNameSv ?? '', kind });
  }
  return [...found.values()];
};

/** Family members who sign in, other than the author. */
export const familyChoices = (workspace: Workspace, entry: Pick<Entry, 'authorIds'>, now: string): Member[] =>
  workspace.members.filter(
    (one) => one.agencyId === null && active(one, now) && !entry.authorIds.includes(one.personId),
  );

/** Without what the chosen scopes do not use, so that equal choices are equal. */
export const tidy = (audience: Audience): Audience => ({
  ...audience,
  agencyIds: audience.scope === 'agencies' ? audience.agencyIds : [],
  familyIds: audience.familyScope === 'chosen' ? audience.familyIds : [],
});

/** Can it be shared like this? A named choice needs at least one name. */
export const isComplete = (audience: Audience): boolean =>
  audience.scope !== 'private' &&
  (audience.scope !== 'agencies' || audience.agencyIds.length > 0) &&
  (audience.familyScope !== 'chosen' || audience.familyIds.length > 0);
