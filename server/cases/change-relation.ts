// A guardian's custody as a court or an agreement has it now, or the end of a relation. From the same moment on consents
// count by it, also on open pages.
import type { z } from 'zod';
import type { changeRelation as contract } from '../../shared/custody.ts';
import { type Call, caseCommand } from '../access/command.ts';
import { requireCaseAbility } from '../access/granting.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { requireInOrder } from './add-relation.ts';
import { recordCustody } from './custody-history.ts';
import { presentRelation } from './present.ts';

type Input = z.output<typeof contract.body & z.ZodType>;

/** @throws Refusal `not-found`, `version-conflict`, `invalid-input` */
export const changeRelation = (
  { context, facts }: Server,
  call: Call,
  { caseId, relationId }: { caseId: string; relationId: string },
  input: Input,
): Promise<{ id: string; version: number }> =>
  caseCommand(
    context,
    facts,
    call,
    caseId,
    (command) => requireCaseAbility(command, 'edit'),
    async (command) => {
      const { tx } = command;
      const before = await tx
        .selectFrom('relations')
        .selectAll()
        .where('case_id', '=', caseId)
        .where('id', '=', relationId)
        .forUpdate()
        .executeTakeFirst();
      if (!before) throw notFound();
      if (before.version !== input.version)
        throw new Refusal('version-conflict', { version: before.version });
      if ((before.kind === 'guardian') !== (input.custody !== null))
        throw new Refusal('invalid-input', { field: 'custody' });
      requireInOrder(input);
      const row = await tx
        .updateTable('relations')
        .set({
          custody: input.custody,
          custody_from: input.custodyFrom,
          custody_until: input.custodyUntil,
          power_classes: input.custody === 'limited' ? input.powerClasses : [],
          ended_on: input.endedOn,
          version: before.version + 1,
        })
        .where('id', '=', relationId)
        .returningAll()
        .executeTakeFirstOrThrow();
      await recordCustody(command, before, row, input.basis);
      await command.changeAccess();
      command.publish({ kind: 'relation.changed', relation: presentRelation(row) }, row.acl_key);
      command.note({ kind: 'relation-changed', aclKey: row.acl_key, objectId: row.id });
      return { id: row.id, version: row.version };
    },
  );
