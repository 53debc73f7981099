// Takes a request back. A draft stays with its author; a text that was shared was an answer, and is not unasked.
import { type Call, caseCommand } from '../access/command.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { requireHome } from './ask-contribution.ts';
import { changeContribution } from './change-contribution.ts';
import { requireContribution, requireOpenAssessment } from './find-assessment.ts';

/** @throws Refusal `not-found`, `version-conflict`, `already-done`, `assessment-signed` */
export const withdrawContribution = (
  server: Server,
  call: Call,
  where: { caseId: string; contributionId: string },
  version: number,
): Promise<{ id: string; version: number }> =>
  caseCommand(server.context, server.facts, call, where.caseId, requireHome, async (c) => {
    await c.tx
      .selectFrom('contributions')
      .select('id')
      .where('id', '=', where.contributionId)
      .forUpdate()
      .execute();
    const row = await requireContribution(c, where.contributionId);
    if (row.status !== 'asked') throw new Refusal('already-done');
    if (row.version !== version) throw new Refusal('version-conflict', { version: row.version });
    await requireOpenAssessment(c, row.assessment_id);
    const changed = await changeContribution(c, row, { status: 'withdrawn' });
    c.note({
      kind: 'contribution-withdrawn',
      aclKey: row.acl_key,
      objectId: row.id,
      detail: { area: row.area },
    });
    for (const personId of row.contributor_ids) c.tell(personId, { kind: 'today.changed' });
    return { id: changed.id, version: changed.version };
  });
