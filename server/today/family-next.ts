// For the child, the guardians and others close: what happens next, in the few kinds that can be said plainly.
import type { Today } from '../../shared/today.ts';
import type { AllRights } from '../access/reading-all.ts';
import { dayOf } from '../platform/clock/helsinki.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { CaseNames } from './case-names.ts';
import type { AskedRow } from './work.ts';

type Next = Today['next'][number];

const readAssessments = (tx: Tx, rights: AllRights, caseIds: string[]) =>
  tx
    .selectFrom('assessments as s')
    .leftJoin('assessment_versions as v', (join) =>
      join
        .onRef('v.assessment_id', '=', 's.id')
        .onRef('v.version', '=', 's.version')
        .on(rights.opens('v.acl_key')),
    )
    .select(['s.case_id', 's.status', 's.ready_due_on', 'v.signed_at'])
    .where('s.case_id', 'in', caseIds)
    .where(rights.opens('s.acl_key'))
    .orderBy('s.id')
    .execute();

/** Texts of others, released to the reader since they last opened the case. */
const readTexts = (tx: Tx, rights: AllRights, caseIds: string[], personId: string) =>
  tx
    .selectFrom('entries as e')
    .leftJoin('visits as v', (join) =>
      join.onRef('v.case_id', '=', 'e.case_id').on('v.person_id', '=', personId),
    )
    .select(['e.case_id', 'e.author_ids', 'e.shared_at', 'v.at'])
    .where('e.case_id', 'in', caseIds)
    .where('e.state', '!=', 'draft')
    .where(rights.opens('e.acl_key'))
    .execute();

export const readNext = async (
  tx: Tx,
  rights: AllRights,
  names: CaseNames,
  rows: AskedRow[],
  personId: string,
): Promise<Next[]> => {
  const caseIds = [...rights.cases].filter(([, { viewer }]) => !viewer.professional).map(([id]) => id);
  if (caseIds.length === 0) return [];
  const assessments = await readAssessments(tx, rights, caseIds);
  const texts = await readTexts(tx, rights, caseIds, personId);
  return caseIds.flatMap((caseId) => {
    const name = names.get(caseId);
    if (!name) return [];
    const next: Next[] = [];
    const unread = texts.filter(
      (e) =>
        e.case_id === caseId &&
        !e.author_ids.includes(personId) &&
        e.shared_at !== null &&
        (e.at === null || e.shared_at > e.at),
    );
    if (unread.length > 0) next.push({ ...name, kind: 'texts-to-read', on: null, count: unread.length });
    for (const s of assessments.filter((row) => row.case_id === caseId)) {
      if (s.signed_at !== null) next.push({ ...name, kind: 'signed', on: dayOf(s.signed_at), count: 1 });
      if (s.status !== 'open') continue;
      const writing = rows.filter((c) => c.case_id === caseId && c.status === 'asked').length;
      if (writing > 0) next.push({ ...name, kind: 'being-written', on: null, count: writing });
      next.push({ ...name, kind: 'assessment-ready', on: s.ready_due_on, count: 1 });
    }
    return next;
  });
};
