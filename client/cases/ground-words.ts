// A ground in words, and which grounds carry somebody's part in a case.
import type { Workspace } from '../../shared/cases.ts';
import { t } from '../i18n/index.ts';

type Ground = Workspace['grounds'][number];
type Member = Workspace['members'][number];

export type GroundState = 'valid' | 'withdrawn' | 'expired' | 'ahead';

export const groundState = (ground: Ground, now: Date): GroundState => {
  if (ground.withdrawnAt !== null) return 'withdrawn';
  const at = now.toISOString();
  if (ground.endsAt !== null && ground.endsAt <= at) return 'expired';
  return ground.startsAt > at ? 'ahead' : 'valid';
};

/** The section of the law, which names itself, or the kind of the ground. */
export const groundTitle = (ground: Pick<Ground, 'kind' | 'statute'>): string =>
  ground.statute || t(`groundKind.${ground.kind}`);

/** Valid permissions that touch the agency, each named once. */
export const agencyGrounds = (grounds: readonly Ground[], agencyId: string | null, now: Date): Ground[] => {
  const seen = new Set<string>();
  return grounds.filter((one) => {
    const touches = agencyId !== null && (one.fromAgencyId === agencyId || one.toAgencyId === agencyId);
    const name = `${one.kind} ${one.statute ?? ''}`;
    if (!touches || one.effect !== 'allow' || groundState(one, now) !== 'valid' || seen.has(name))
      return false;
    seen.add(name);
    return true;
  });
};

/** On which ground a member takes part, in one line; empty for the family. */
export const groundsFor = (workspace: Workspace, member: Member): string => {
  if (member.agencyId === null) return '';
  if (member.agencyId === workspace.case.ownerAgencyId) return t('members.noGround');
  const grounds = agencyGrounds(workspace.grounds, member.agencyId, new Date());
  if (grounds.length === 0) return '';
  return t('members.onGround', { ground: grounds.map(groundTitle).join('; ') });
};

/** "Yhteistyön järjestely, yhteiset tavoitteet": one sentence, so only its beginning is a capital. */
export const classList = (classes: Ground['dataClasses']): string => {
  const words = classes.map((one) => t(`dataClass.${one}`).toLocaleLowerCase()).join(', ');
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
};

/** What makes two grounds say the same, whoever recorded them and when on that day. */
const sameWords = (one: Ground): string =>
  JSON.stringify([
    one.kind,
    one.effect,
    one.beatsProhibition,
    one.statute,
    one.fromAgencyId,
    one.toAgencyId,
    [...one.dataClasses].sort(),
    one.givenBy,
    one.givenByRelation,
    one.capacity,
    one.capacityReason,
    one.evidence,
    one.startsAt.slice(0, 10),
    one.endsAt,
    one.withdrawnAt?.slice(0, 10) ?? null,
  ]);

/**
 * Grounds that say the same belong together: two people of one school may each have been invited with their own record of
 * one consent. In the order of the first of each.
 */
export const groupEqual = (grounds: readonly Ground[]): Ground[][] => [
  ...Map.groupBy(grounds, sameWords).values(),
];
