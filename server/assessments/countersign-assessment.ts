// A contributor signs a version: the very one they have read, which its hash says.
import { sql } from 'kysely';
import { actingAs } from '../access/actor.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import type { Membership } from '../access/facts.ts';
import { mayRead } from '../access/rules.ts';
import { actingIn } from '../access/writing.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { addSignature } from './signature.ts';

const findVersion = async (c: CaseCommand, versionId: string) => {
  const row = await c.tx
    .selectFrom('assessment_versions')
    .selectAll()
    .where('id', '=', versionId)
    .where('case_id', '=', c.caseId)
    .executeTakeFirst();
  const audience = row && c.facts.audiences.find((a) => a.aclKey === row.acl_key);
  if (!row || !audience || !mayRead(c.facts, actingAs(c.actor), audience, c.at.getTime())) throw notFound();
  return row;
};

/** Somebody of whom there is a text in the version. */
const contributed = async (c: CaseCommand, versionId: string): Promise<boolean> => {
  const own = JSON.stringify([{ personId: c.actor.personId }]);
  const part = await c.tx
    .selectFrom('version_parts')
    .select('id')
    .where('version_id', '=', versionId)
    .where(sql<boolean>`content -> 'authors' @> ${own}::jsonb`)
    .limit(1)
    .executeTakeFirst();
  return part !== undefined;
};

/** @throws Refusal `not-found`, `not-allowed`, `case-closed`, `already-done`, `version-conflict` when it is another text that was read */
export const countersignAssessment = (
  server: Server,
  call: Call,
  where: { caseId: string; versionId: string },
  hash: string,
): Promise<{ id: string }> => {
  const found: { acting?: Membership } = {};
  return caseCommand(
    server.context,
    server.facts,
    call,
    where.caseId,
    async (c) => {
      const version = await findVersion(c, where.versionId);
      const acting = actingIn(c.facts, c.actor, c.at);
      if (!acting || acting.agencyId === null || !(await contributed(c, version.id)))
        throw new Refusal('not-allowed');
      if (c.viewer.closed) throw new Refusal('case-closed');
      found.acting = acting;
    },
    async (c) => {
      const version = await findVersion(c, where.versionId);
      if (!found.acting) throw notFound();
      if (version.hash !== hash) throw new Refusal('version-conflict');
      const signed = await c.tx
        .selectFrom('signatures')
        .select('id')
        .where('version_id', '=', version.id)
        .where('person_id', '=', c.actor.personId)
        .executeTakeFirst();
      if (signed) throw new Refusal('already-done');
      const id = await addSignature(c, found.acting, version);
      c.note({ kind: 'assessment-countersigned', aclKey: found.acting.aclKey, objectId: version.id });
      c.tell(c.actor.personId, { kind: 'today.changed' });
      return { id };
    },
  );
};
