// A demonstration role as the sign-in page shows it: the contract's data in the reader's language.
import type { DemoRole } from '../../shared/sessions.ts';
import { locale, t } from '../i18n/index.ts';
import type { AgencyKind } from '../ui/agency-kind.ts';

/** Name, profession and agency in the language in use. */
export type DemoRoleLine = {
  signInName: string;
  name: string;
  profession: string;
  agency: string;
  agencyKind: AgencyKind;
};

/** Agencies have a Finnish and a Swedish name; English readers see the Finnish one. */
export function agencyName(names: { agencyNameFi: string | null; agencyNameSv: string | null }): string {
  return (locale() === 'sv' ? names.agencyNameSv : names.agencyNameFi) ?? '';
}

export function demoRoleLine(role: DemoRole): DemoRoleLine {
  const profession = role.profession
    ? t(`profession.${role.profession}`)
    : t(`familyRole.${role.familyRole ?? 'close'}`);
  return {
    signInName: role.signInName,
    name: role.name,
    profession,
    agency: agencyName(role),
    agencyKind: role.agencyKind ?? 'family',
  };
}
