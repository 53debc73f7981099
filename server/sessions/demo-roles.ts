// The list of roles on the demo region's sign-in page. Never called in production.
import type { DemoRole } from '../../shared/sessions.ts';
import { AgencyKind, Profession } from '../../shared/vocabulary.ts';
import type { Context } from '../context.ts';

export const demoSignInNames = [
  'social-worker',
  'social-counsellor',
  'consultant-social-worker',
  'family-therapist',
  'coordinator',
  'special-teacher',
  'principal',
  'psychiatric-nurse',
  'psychiatrist',
  'school-social-worker',
  'hospital-school-teacher',
  'substance-worker',
  'residential-worker',
  'data-protection-officer',
  'administrator',
  'guardian',
  'child',
] as const;

export const listDemoRoles = async (context: Context): Promise<DemoRole[]> => {
  const rows = await context.jobs
    .selectFrom('people as p')
    .leftJoin('affiliations as a', 'a.person_id', 'p.id')
    .leftJoin('agencies as g', 'g.id', 'a.agency_id')
    .select(['p.sign_in_name', 'p.name', 'a.profession', 'g.kind', 'g.name_fi', 'g.name_sv'])
    .where('p.sign_in_name', 'in', demoSignInNames)
    .where('p.ended_at', 'is', null)
    .execute();
  return demoSignInNames.flatMap((signInName) => {
    const row = rows.find((r) => r.sign_in_name === signInName);
    if (!row) return [];
    return {
      signInName,
      name: row.name,
      profession: row.profession === null ? null : Profession.parse(row.profession),
      familyRole: signInName === 'child' ? 'child' : signInName === 'guardian' ? 'guardian' : null,
      agencyKind: row.kind === null ? null : AgencyKind.parse(row.kind),
      agencyNameFi: row.name_fi,
      agencyNameSv: row.name_sv,
    };
  });
};
