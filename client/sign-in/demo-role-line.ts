// A made-up person on the demonstration's sign-in page.
import type { AgencyKind } from '../ui/agency-kind.ts';

/** Name, profession and agency in the language in use. */
export type DemoRoleLine = {
  signInName: string;
  name: string;
  profession: string;
  agency: string;
  agencyKind: AgencyKind;
};
