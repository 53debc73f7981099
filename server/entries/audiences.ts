// Audiences of entries: of drafts, by default, and as the author chose them.
import type { Audience } from '../../shared/entries.ts';
import type { AgencyKind, DataClass, EntryKind } from '../../shared/vocabulary.ts';
import type { Acting } from '../access/actor.ts';
import type { CaseCommand } from '../access/command.ts';
import type { AudienceFact, Facts } from '../access/facts.ts';
import { activeMemberships, knowsOf } from '../access/rules.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { audienceOf, type EntryRow, kindOf } from './find-entry.ts';
import { presentAudience, privateAudience } from './present.ts';

export type Target = Omit<AudienceFact, 'aclKey'>;

/** Whose register a profession's text belongs to. */
export const dataClassOf = (kind: AgencyKind | undefined): DataClass => {
  switch (kind) {
    case 'education':
      return 'education';
    case 'psychiatry':
      return 'health';
    case 'substance-services':
      return 'substance';
    default:
      return 'social';
  }
};

export const targetOf = (
  ownerAgencyId: string,
  authorIds: readonly string[],
  audience: Audience,
): Target => ({
  ownerAgencyId,
  authorIds: [...authorIds],
  participation: false,
  dataClass: audience.dataClass,
  scope: audience.scope,
  agencyIds: audience.scope === 'agencies' ? audience.agencyIds : [],
  familyScope: audience.familyScope,
  familyIds: audience.familyScope === 'chosen' ? audience.familyIds : [],
});

/** What is its authors' alone. */
export const privateTarget = (
  ownerAgencyId: string,
  authorIds: readonly string[],
  dataClass: DataClass,
): Target => targetOf(ownerAgencyId, authorIds, privateAudience(dataClass));

/** The key of what is the authors' of this entry alone: drafts, alternatives, history. */
export const privateKeyOf = (c: CaseCommand, row: EntryRow): Promise<number> => {
  const { ownerAgencyId, dataClass } = audienceOf(c.facts, row);
  return c.intern(privateTarget(ownerAgencyId, row.author_ids, dataClass));
};

/**
 * The audience as the author may choose it: of the entry's own class, not private, and naming only agencies and people
 * that the author knows of. An unknown one is refused like one that does not exist.
 * @throws Refusal `invalid-input`
 */
export const requireChoosable = (
  facts: Facts,
  who: Acting,
  at: number,
  own: AudienceFact,
  chosen: Audience,
): void => {
  const known = facts.memberships.filter(
    (m) => activeMemberships(facts, m.personId, at).includes(m) && knowsOf(facts, who, m, at),
  );
  const agencies = new Set(known.map((m) => m.agencyId));
  const family = new Set(known.filter((m) => m.agencyId === null).map((m) => m.personId));
  const fits =
    chosen.scope !== 'private' &&
    chosen.dataClass === own.dataClass &&
    chosen.agencyIds.every((id) => agencies.has(id)) &&
    chosen.familyIds.every((id) => family.has(id));
  if (!fits) throw new Refusal('invalid-input', { field: 'audience' });
};

/** A comment goes where its text went; a family member's comment goes to no other member of the family by itself. */
const asParent = (facts: Facts, own: AudienceFact, parent: AudienceFact): Audience => {
  const familyWrote = facts.memberships.some(
    (m) => m.agencyId === null && own.authorIds.includes(m.personId),
  );
  const elsewhere = own.ownerAgencyId !== parent.ownerAgencyId;
  const audience = presentAudience({ ...parent, dataClass: own.dataClass });
  const family: Pick<Audience, 'familyScope' | 'familyIds'> = familyWrote
    ? { familyScope: 'none', familyIds: [] }
    : audience;
  if (!elsewhere || parent.scope === 'everyone') return { ...audience, ...family };
  // Seen from another agency: those that the text went to, and its owner.
  const agencyIds = [...new Set([...parent.agencyIds, parent.ownerAgencyId])].filter(
    (id) => id !== own.ownerAgencyId,
  );
  return { ...audience, ...family, scope: 'agencies', agencyIds };
};

/** The lawful default, from kind, agency and data class. */
export const defaultAudience = (facts: Facts, row: EntryRow, parent: EntryRow | null): Audience => {
  const own = audienceOf(facts, row);
  const kind: EntryKind = kindOf(row);
  if (kind === 'comment' && parent) return asParent(facts, own, audienceOf(facts, parent));
  return {
    dataClass: own.dataClass,
    // The child's words belong first to the recorder's agency.
    scope: kind === 'child-view' ? 'agency' : 'everyone',
    agencyIds: [],
    familyScope: 'none',
    familyIds: [],
  };
};
