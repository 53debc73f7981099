// What becomes of a step is told and kept: to everybody who may read it, and in its history.
import type { CaseCommand } from '../access/command.ts';
import type { AudienceFact } from '../access/facts.ts';
import { presentAudience } from '../entries/index.ts';
import { notFound } from '../platform/http/refusal.ts';
import { presentStep, type StepRow } from './present.ts';

export const audienceOfKey = (c: CaseCommand, key: number): AudienceFact => {
  const audience = c.facts.audiences.find((a) => a.aclKey === key);
  if (!audience) throw notFound();
  return audience;
};

/** Tells everybody who may read it, and those whose work it is or is offered to them. */
export const tellOfStep = (c: CaseCommand, row: StepRow): void => {
  const audience = presentAudience(audienceOfKey(c, row.acl_key));
  c.publish({ kind: 'step.changed', step: presentStep(row, audience) }, row.acl_key);
  for (const personId of new Set([row.doer_id, row.offered_to_id]))
    if (personId !== null) c.tell(personId, { kind: 'today.changed' });
};

/** What was done with it, for its history. */
export const noteMove = async (
  c: CaseCommand,
  row: StepRow,
  act: string,
  reason: string | null,
): Promise<void> => {
  await c.tx
    .insertInto('step_moves')
    .values({
      step_id: row.id,
      case_id: row.case_id,
      acl_key: row.acl_key,
      act,
      reason,
      due_on: row.due_on,
      to_id: act === 'offer' ? row.offered_to_id : null,
      by_id: c.actor.personId,
      by_affiliation_id: c.actor.affiliation?.id ?? null,
      at: c.at,
    })
    .execute();
};
