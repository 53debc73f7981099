// The assessment's head, as it is now, to everybody who sees it.
import type { CaseCommand } from '../access/command.ts';
import { presentAssessment } from './present.ts';
import { readStatutoryRules } from './statutory-clocks.ts';

export const announceAssessment = async (c: CaseCommand, id: string): Promise<void> => {
  const row = await c.tx
    .selectFrom('assessments as s')
    .innerJoin('assessment_templates as t', 't.id', 's.template_id')
    .selectAll('s')
    .select('t.areas')
    .where('s.id', '=', id)
    .executeTakeFirstOrThrow();
  const assessment = presentAssessment(row, await readStatutoryRules(c.tx, row.began_on));
  c.publish({ kind: 'assessment.changed', assessment }, row.acl_key);
};
