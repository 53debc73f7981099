// Begins a new version of what was signed, with a reason. The texts can be written again; the signed version stays
// readable as it was.
import { type Call, caseCommand } from '../access/command.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { announceAssessment } from './announce-assessment.ts';
import { requireAssessment } from './find-assessment.ts';
import { requireResponsible, tellMembers } from './open-assessment.ts';
import { moveTexts } from './sign-assessment.ts';

/** @throws Refusal `not-found`, `already-done` when it is open, or another one is */
export const correctAssessment = (
  server: Server,
  call: Call,
  where: { caseId: string; assessmentId: string },
  reason: string,
): Promise<{ id: string; version: number }> =>
  caseCommand(server.context, server.facts, call, where.caseId, requireResponsible, async (c) => {
    await c.tx.selectFrom('assessments').select('id').where('case_id', '=', c.caseId).forUpdate().execute();
    const assessment = await requireAssessment(c, where.assessmentId);
    const open = await c.tx
      .selectFrom('assessments')
      .select('id')
      .where('case_id', '=', c.caseId)
      .where('status', '=', 'open')
      .executeTakeFirst();
    if (open) throw new Refusal('already-done');
    const version = assessment.version + 1;
    await c.tx
      .updateTable('assessments')
      .set({ status: 'open', version, correction_reason: reason })
      .where('id', '=', assessment.id)
      .execute();
    await moveTexts(c, assessment.id, 'thaw');
    await announceAssessment(c, assessment.id);
    c.note({
      kind: 'assessment-corrected',
      aclKey: assessment.acl_key,
      objectId: assessment.id,
      detail: { version: String(version) },
    });
    tellMembers(c);
    return { id: assessment.id, version };
  });
