// The responsible worker signs: the shared texts freeze and become a version that nothing changes any more. Not before
// the child's view is recorded, or the reason why it is absent, and a synthesis is shared.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { actingAs } from '../access/actor.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import { mayRead } from '../access/rules.ts';
import { actingIn } from '../access/writing.ts';
import { readCaseName } from '../cases/index.ts';
import {
  audienceOf,
  type EntryRow,
  fieldsOf,
  presentAudience,
  presentEntry,
  textOf,
} from '../entries/index.ts';
import { hashOf } from '../platform/canonical-json.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { announceAssessment } from './announce-assessment.ts';
import { type AssessmentRow, requireAssessment } from './find-assessment.ts';
import { requireResponsible, tellMembers } from './open-assessment.ts';
import { presentVersionHead } from './present.ts';
import { addSignature } from './signature.ts';
import { tellContributors } from './tell-contributors.ts';
import { buildParts, type Part } from './version-parts.ts';

/** Texts that change state with the version, as the responsible worker may read them. */
export const moveTexts = async (
  c: CaseCommand,
  assessmentId: string,
  how: 'freeze' | 'thaw',
): Promise<EntryRow[]> => {
  const change = sql.raw(how === 'freeze' ? 'access.freeze_entries' : 'access.thaw_entries');
  const { rows: moved } = await sql<{ id: string }>`select ${change}(${assessmentId}) as id`.execute(c.tx);
  if (moved.length === 0) return [];
  const ids = moved.map(({ id }) => id);
  const rows = await c.tx.selectFrom('entries').selectAll().where('id', 'in', ids).orderBy('id').execute();
  // Both rings must have said the same.
  const readable = rows.every((row) =>
    mayRead(c.facts, actingAs(c.actor), audienceOf(c.facts, row), c.at.getTime()),
  );
  if (rows.length !== ids.length || !readable) throw notFound();
  for (const row of rows) {
    const entry = presentEntry(row, presentAudience(audienceOf(c.facts, row)));
    c.publish({ kind: 'entry.changed', entry }, row.acl_key);
  }
  return rows;
};

/** @throws Refusal `child-view-missing`, `synthesis-missing` */
const requireComplete = (rows: readonly EntryRow[]): void => {
  const has = (kind: string, ...names: string[]) =>
    rows.some((row) => row.kind === kind && names.some((name) => textOf(fieldsOf(row), name) !== ''));
  if (!has('child-view', 'verbatim', 'absence')) throw new Refusal('child-view-missing');
  if (!has('synthesis', 'synthesis')) throw new Refusal('synthesis-missing');
};

/**
 * Hashed and never shown. Without it whoever reads one part could work out from the hashes that there are others, that a text
 * has an author or is about a text of which they may not know, and what stands in a short one.
 */
const newSeal = (): string => randomBytes(32).toString('hex');

const headOf = async (c: CaseCommand, assessment: AssessmentRow) => ({
  ...(await readCaseName(c.tx, c.caseId)),
  assessmentId: assessment.id,
  version: assessment.version,
  reason: assessment.correction_reason,
  trigger: assessment.trigger,
  beganOn: assessment.began_on,
  decidedOn: assessment.decided_on,
  decisionDueOn: assessment.decision_due_on,
  readyDueOn: assessment.ready_due_on,
  signedAt: c.at.toISOString(),
  seal: newSeal(),
});

const store = async (c: CaseCommand, assessment: AssessmentRow, built: readonly Part[]) => {
  const head = await headOf(c, assessment);
  const parts = built.map((part) => ({ ...part, content: { ...part.content, seal: newSeal() } }));
  const hashes = parts.map((part) => hashOf({ kind: part.kind, area: part.area, content: part.content }));
  const version = await c.tx
    .insertInto('assessment_versions')
    .values({
      assessment_id: assessment.id,
      case_id: c.caseId,
      acl_key: assessment.acl_key,
      version: assessment.version,
      reason: assessment.correction_reason,
      hash: hashOf({ head, parts: hashes }),
      head: JSON.stringify(head),
      signed_at: c.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const rows = parts.map((part, position) => ({
    version_id: version.id,
    case_id: c.caseId,
    acl_key: part.aclKey,
    position,
    kind: part.kind,
    area: part.area,
    entry_id: part.entryId,
    content: JSON.stringify(part.content),
    hash: hashes[position] ?? '',
  }));
  await c.tx.insertInto('version_parts').values(rows).execute();
  return version;
};

/** @throws Refusal `not-found`, `assessment-signed`, `version-conflict`, `child-view-missing`, `synthesis-missing` */
export const signAssessment = (
  server: Server,
  call: Call,
  where: { caseId: string; assessmentId: string },
  seen: number,
): Promise<{ id: string; version: number }> =>
  caseCommand(server.context, server.facts, call, where.caseId, requireResponsible, async (c) => {
    await c.tx
      .selectFrom('assessments')
      .select('id')
      .where('id', '=', where.assessmentId)
      .forUpdate()
      .execute();
    const assessment = await requireAssessment(c, where.assessmentId);
    const acting = actingIn(c.facts, c.actor, c.at);
    if (!acting) throw notFound();
    if (assessment.status === 'signed') throw new Refusal('assessment-signed');
    if (assessment.version !== seen) throw new Refusal('version-conflict', { version: assessment.version });
    const rows = await moveTexts(c, assessment.id, 'freeze');
    requireComplete(rows);
    const parts = await buildParts(c, rows);
    const version = await store(c, assessment, parts);
    await c.tx.updateTable('assessments').set({ status: 'signed' }).where('id', '=', assessment.id).execute();
    await announceAssessment(c, assessment.id);
    c.publish({ kind: 'version.signed', version: presentVersionHead(version) }, assessment.acl_key);
    await addSignature(c, acting, version);
    c.note({
      kind: 'assessment-signed',
      aclKey: assessment.acl_key,
      objectId: version.id,
      detail: { version: String(version.version) },
    });
    tellMembers(c);
    await tellContributors(c, parts);
    return { id: version.id, version: version.version };
  });
