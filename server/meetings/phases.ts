// The phases of a meeting, from the version of the template that it was convened with.
import { type Phase, Phases } from '../../shared/meeting.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Found } from './find-meeting.ts';

export const phasesOf = async (tx: Tx, { row }: Found): Promise<Phase[]> => {
  const template = await tx
    .selectFrom('meeting_templates')
    .select('phases')
    .where('id', '=', row.template_id)
    .executeTakeFirstOrThrow();
  return Phases.parse(template.phases);
};
