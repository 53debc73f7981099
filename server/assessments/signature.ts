// A signature names its author, profession and time. It tells that somebody takes part, so it has the audience that
// their participation has.
import type { Selectable } from 'kysely';
import type { CaseCommand } from '../access/command.ts';
import type { Membership } from '../access/facts.ts';
import type { AssessmentVersions } from '../platform/db/tables.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { presentSignature } from './present.ts';

export const addSignature = async (
  c: CaseCommand,
  acting: Membership,
  version: Pick<Selectable<AssessmentVersions>, 'id' | 'hash'>,
): Promise<string> => {
  const { affiliationId, profession } = acting;
  if (affiliationId === null || profession === null) throw new Refusal('not-allowed');
  const { name } = await c.tx
    .selectFrom('people')
    .select('name')
    .where('id', '=', c.actor.personId)
    .executeTakeFirstOrThrow();
  const substituted = await c.tx
    .selectFrom('memberships as m')
    .innerJoin('memberships as o', 'o.id', 'm.substitutes_for')
    .innerJoin('people as p', 'p.id', 'o.person_id')
    .select('p.name')
    .where('m.id', '=', acting.id)
    .executeTakeFirst();
  const row = await c.tx
    .insertInto('signatures')
    .values({
      version_id: version.id,
      case_id: c.caseId,
      acl_key: acting.aclKey,
      person_id: c.actor.personId,
      affiliation_id: affiliationId,
      name,
      profession,
      substitute_of: substituted?.name ?? null,
      hash: version.hash,
      signed_at: c.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  c.publish({ kind: 'signature.added', signature: presentSignature(row) }, row.acl_key);
  return row.id;
};
