// Finding the assessment, or the contribution asked for in it, that a request is about.
import type { Selectable } from 'kysely';
import { actingAs } from '../access/actor.ts';
import type { CaseCommand } from '../access/command.ts';
import { mayRead } from '../access/rules.ts';
import type { Assessments, Contributions } from '../platform/db/tables.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';

export type AssessmentRow = Selectable<Assessments>;
export type ContributionRow = Selectable<Contributions>;

const requireReadable = (c: CaseCommand, ...keys: (number | null)[]): void => {
  const readable = c.facts.audiences.some(
    (a) => keys.includes(a.aclKey) && mayRead(c.facts, actingAs(c.actor), a, c.at.getTime()),
  );
  if (!readable) throw notFound();
};

/** @throws Refusal `not-found` */
export const requireAssessment = async (c: CaseCommand, id: string): Promise<AssessmentRow> => {
  const row = await c.tx
    .selectFrom('assessments')
    .selectAll()
    .where('id', '=', id)
    .where('case_id', '=', c.caseId)
    .executeTakeFirst();
  if (!row) throw notFound();
  requireReadable(c, row.acl_key);
  return row;
};

/** @throws Refusal `not-found`, `assessment-signed` */
export const requireOpenAssessment = async (c: CaseCommand, id: string): Promise<AssessmentRow> => {
  const row = await requireAssessment(c, id);
  if (row.status === 'signed') throw new Refusal('assessment-signed');
  return row;
};

/** @throws Refusal `not-found` */
export const requireContribution = async (c: CaseCommand, id: string): Promise<ContributionRow> => {
  const row = await c.tx
    .selectFrom('contributions')
    .selectAll()
    .where('id', '=', id)
    .where('case_id', '=', c.caseId)
    .executeTakeFirst();
  if (!row) throw notFound();
  requireReadable(c, row.acl_key, row.pair_acl_key);
  return row;
};
