// What a service still needs before it takes a request. A demanding-support team takes only complete ones: until then it
// stays a draft.
import type { z } from 'zod';
import { type DraftFields, supports } from '../../shared/consultation.ts';
import type { checkConsultationDraft } from '../../shared/consultations.ts';
import type { AskedService } from '../services/index.ts';

export type Missing = z.output<typeof checkConsultationDraft.response>['missing'][number];

/**
 * Does a named request go to another agency? To a standing team always: its members are of several.
 * @param agencyId for which it is asked
 */
const crosses = (service: AskedService | undefined, agencyId: string): boolean =>
  service === undefined || service.kind === 'standing-team' || service.agencyId !== agencyId;

export const missingOf = (
  fields: DraftFields,
  service: AskedService | undefined,
  agencyId: string,
): Missing[] => {
  const missing: Missing[] = [];
  if (fields.question === '') missing.push('question');
  if (fields.area === null) missing.push('area');
  if (!service) missing.push('service');
  if (!fields.anonymous) {
    if (!fields.child || fields.child.name === '') missing.push('child');
    if (!fields.child?.ground && crosses(service, agencyId)) missing.push('ground');
  }
  const answered = new Set(fields.supports.map(({ support }) => support));
  if (service?.checklist === 'supports' && answered.size === 0) missing.push('supports');
  if (service?.checklist === 'complete') {
    if (supports.some((support) => !answered.has(support))) missing.push('supports');
    if (fields.ageBand === null || fields.grade === null) missing.push('age');
    if (fields.absenceHours.length === 0) missing.push('absence');
  }
  return missing;
};
