// Adds a guardian, a sibling or a close person to the ring around the child.
import type { z } from 'zod';
import type { NewRelation } from '../../shared/cases.ts';
import { type Call, caseCommand } from '../access/command.ts';
import { requireCaseAbility } from '../access/granting.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { openAudience } from './case-audiences.ts';
import { presentRelation } from './present.ts';

/** @throws Refusal `invalid-input` when custody would end before it begins */
export const requireInOrder = (custody: {
  custodyFrom: string | null;
  custodyUntil: string | null;
}): void => {
  const { custodyFrom: from, custodyUntil: until } = custody;
  if (from !== null && until !== null && until < from)
    throw new Refusal('invalid-input', { field: 'custodyUntil' });
};

export const addRelation = (
  { context, facts }: Server,
  call: Call,
  caseId: string,
  input: z.output<typeof NewRelation>,
): Promise<{ id: string; version: number }> =>
  caseCommand(
    context,
    facts,
    call,
    caseId,
    (command) => {
      requireCaseAbility(command, 'edit');
      requireInOrder(input);
    },
    async (command) => {
      const audience = openAudience(command.facts.homeAgencyId);
      const row = await command.tx
        .insertInto('relations')
        .values({
          case_id: caseId,
          acl_key: await command.intern(audience),
          owner_agency_id: audience.ownerAgencyId,
          data_class: audience.dataClass,
          kind: input.kind,
          name: input.name,
          relation: input.relation,
          custody: input.kind === 'guardian' ? (input.custody ?? 'joint') : null,
          custody_from: input.custodyFrom,
          custody_until: input.custodyUntil,
          power_classes: input.custody === 'limited' ? input.powerClasses : [],
          language: input.language,
          phone: input.phone,
          created_at: command.at,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      await command.changeAccess();
      command.publish({ kind: 'relation.changed', relation: presentRelation(row) }, row.acl_key);
      command.note({ kind: 'relation-added', aclKey: row.acl_key, objectId: row.id });
      return { id: row.id, version: row.version };
    },
  );
