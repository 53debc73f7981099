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

export const memberAgency = (member: Member): string =>
  (locale() === 'sv' ? member.agencyNameSv : member.agencyNameFi) ?? t('agency.family');

const custodyKeys = {
  joint: 'cases.custodyJoint',
  sole: 'cases.custodySole',
  limited: 'cases.custodyLimited',
  none: 'cases.custodyNone',
} as const;

export const custodyWords = (relation: Relation): string | null =>
  relation.custody === null ? null : t(custodyKeys[relation.custody]);

export const relationWords = (relation: Relation): string => relation.relation;
