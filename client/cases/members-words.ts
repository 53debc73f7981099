// How people of a case are named to the reader: profession or part in the family, agency in the reader's language.
import type { Workspace } from '../../shared/cases.ts';
import { locale, t } from '../i18n/index.ts';

type Member = Workspace['members'][number];
type Relation = Workspace['relations'][number];

export const agencyName = (one: { nameFi: string; nameSv: string }): string =>
  locale() === 'sv' ? one.nameSv : one.nameFi;

/** "vastuutyöntekijä", "erityisopettaja", "huoltaja". */
export const memberWords = (member: Member): string => {
  if (member.role === 'responsible' || member.profession === null) return t(`memberRole.${member.role}`);
  return t(`profession.${member.profession}`);
};

/** The same with whom they stand in for, everywhere in the case. */
export const roleIn = (workspace: Workspace, member: Member): string => {
  if (member.substitutesFor === null) {
    const pair = member.role === 'working-pair' ? [t('memberRole.working-pair')] : [];
    return [memberWords(member), ...pair].join(', ');
  }
  const absent = workspace.members.find((one) => one.id === member.substitutesFor);
  const role = t('membership.substituteRole', { role: memberWords(member) });
  return absent ? `${role} (${t('membership.substituteOf', { name: absent.name })})` : role;
};

/** In the ring, where there is little room: a role, and that it is a substitute's. */
export const ringWords = (workspace: Workspace, member: Member): string => {
  const stands = workspace.members.some(
    (one) =>
      one.personId === member.personId &&
      one.substitutesFor !== null &&
      one.startsAt <= new Date().toISOString() &&
      (one.endsAt ?? '9') > new Date().toISOString(),
  );
  return stands ? t('membership.substituteRole', { role: memberWords(member) }) : memberWords(member);
};

export const memberAgency = (member: Member): string =>
  (locale() === 'sv' ? member.agencyNameSv : member.agencyNameFi) ?? t('agency.family');

const custodyKeys = {
  joint: 'cases.custodyJoint',
  sole: 'cases.custodySole',
  limited: 'cases.custodyLimited',
  none: 'cases.custodyNone',
} as const;

export const custodyWords = (relation: Pick<Relation, 'custody'>): string | null =>
  relation.custody === null ? null : t(custodyKeys[relation.custody]);

export const relationWords = (relation: Relation): string => relation.relation;
