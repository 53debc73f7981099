// Who may change who sees what: the rules of inviting, and of recording and withdrawing grounds (ring 1; the reviewed
// functions of the database ask the same again).
import type { CaseAbility } from '../../shared/cases.ts';
import type { AgencyKind, DataClass, GroundKind, MemberRole } from '../../shared/vocabulary.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { caseAbilities } from './abilities.ts';
import type { Acting } from './actor.ts';
import type { CaseCommand } from './command.ts';
import type { Facts, Guardian, Membership } from './facts.ts';
import { actingMemberships, hasPower } from './rules.ts';
import { isHome } from './writing.ts';

export { isLastResponsible } from './rules.ts';

/** @throws Refusal `not-allowed`, and `case-closed` for who otherwise might */
export const requireCaseAbility = ({ viewer }: Pick<CaseCommand, 'viewer'>, ability: CaseAbility): void => {
  if (!caseAbilities({ ...viewer, closed: false }).includes(ability)) throw new Refusal('not-allowed');
  if (viewer.closed) throw new Refusal('case-closed');
};

/** That psychiatry or substance services take part tells of health or substance use by itself. */
export const participationClass = (kind: AgencyKind | null): DataClass => {
  if (kind === 'psychiatry') return 'health';
  return kind === 'substance-services' ? 'substance' : 'coordination';
};

const familyRoles: readonly MemberRole[] = ['child', 'guardian', 'close'];
export const isFamilyRole = (role: MemberRole): boolean => familyRoles.includes(role);

/** The systemic team's roles belong to the agency whose case it is; everybody else visits. */
export const mayHaveRole = (role: MemberRole, affiliated: boolean, atHome: boolean): boolean => {
  // Nobody is invited so: it has a door of its own.
  if (role === 'break-glass') return false;
  if (!affiliated) return isFamilyRole(role);
  return !isFamilyRole(role) && (atHome || role === 'visiting');
};

/** Professions that watch over the installation, or serve it, and see no case. */
export const neverInCases = ['administrator', 'data-protection-officer', 'regional-developer'] as const;

const actsFor = (facts: Facts, who: Acting, at: number, agencies: readonly (string | null)[]): boolean =>
  actingMemberships(facts, who, at).some(
    (m) => m.agencyId !== null && m.role !== 'break-glass' && agencies.includes(m.agencyId),
  );

type Direction = { readonly effect: 'allow' | 'prohibit'; readonly fromAgencyId: string | null };

const onHomeTeam = (facts: Facts, who: Acting, at: number): boolean =>
  actingMemberships(facts, who, at).some((m) => isHome(facts, m));

/**
 * A ground opens the entries of the agency it goes from: only that agency records it, or the team of the one whose case
 * it is. A prohibition is recorded by whoever hears it.
 */
export const mayRecordGround = (facts: Facts, who: Acting, at: number, ground: Direction): boolean =>
  ground.effect === 'prohibit' ||
  onHomeTeam(facts, who, at) ||
  actsFor(facts, who, at, [ground.fromAgencyId]);

export const mayWithdrawGround = (
  facts: Facts,
  who: Acting,
  at: number,
  ground: Direction & { readonly recordedAgencyId: string },
): boolean => {
  if (onHomeTeam(facts, who, at)) return true;
  // The end of a prohibition opens, so it needs who may open; that somebody recorded it gives no leave for that.
  if (ground.effect === 'prohibit') return actsFor(facts, who, at, [ground.fromAgencyId]);
  return actsFor(facts, who, at, [facts.homeAgencyId, ground.fromAgencyId, ground.recordedAgencyId]);
};

const consents: readonly GroundKind[] = ['child-consent', 'guardian-consent', 'disclosure-permission'];

/**
 * Whoever gave a consent ends it, alone: by sign-in, or as the guardian whose relation is named. A prohibition, whose end
 * would open, is not ended so.
 */
export const mayWithdrawOwn = (facts: Facts, who: Acting, groundId: string): boolean => {
  const ground = facts.grounds.find((g) => g.id === groundId);
  if (!ground || who.affiliationId !== null || ground.effect !== 'allow') return false;
  if (!consents.includes(ground.kind)) return false;
  const guardian = facts.guardians.find((g) => g.relationId === ground.givenByRelation);
  return ground.givenBy === who.personId || guardian?.personId === who.personId;
};

export type Custody = { readonly custody: string | null; readonly until: string | null };

/** Has this guardian custody on the day? Each guardian's powers are their own, dated. */
export const hasCustody = ({ custody, until }: Custody, day: string): boolean =>
  custody !== null && custody !== 'none' && (until === null || day <= until);

type Consent = { readonly kind: GroundKind; readonly dataClasses: readonly DataClass[] };

/** May this guardian consent, at the moment in which the consent begins to count, for every class that it names? */
export const guardianMayConsent = (
  guardian: Guardian,
  { dataClasses }: Pick<Consent, 'dataClasses'>,
  at: number,
): boolean => dataClasses.every((one) => hasPower(guardian, one, at));

/**
 * May this person give such a consent? The child's own counts by their capacity; a guardian's only with the power.
 * Where no relation says anything of the guardian's custody, the recorder answers for it.
 */
export const mayConsent = (
  consent: Consent,
  giver: Membership,
  guardian: Guardian | undefined,
  at: number,
): boolean => {
  if (consent.kind === 'child-consent') return giver.role === 'child';
  if (consent.kind !== 'guardian-consent') return true;
  return giver.role === 'guardian' && (guardian === undefined || guardianMayConsent(guardian, consent, at));
};
