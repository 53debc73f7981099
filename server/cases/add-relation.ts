// Adds a guardian, a sibling or a close person to the ring around the child.
import type { z } from 'zod';
import type { NewRelation } from '../../shared/cases.ts';
import { type Call, caseCommand } from '../access/command.ts';
import { requireCaseAbility } from '../access/granting.ts';
import type { Server } from '../server.ts';
import { openAudience } from './case-audiences.ts';
import { presentRelation } from './present.ts';

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
    (command) => requireCaseAbility(command, 'edit'),
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
          custody_until: input.custodyUntil,
          language: input.language,
          phone: input.phone,
          created_at: command.at,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      command.publish({ kind: 'relation.changed', relation: presentRelation(row) }, row.acl_key);
      command.note({ kind: 'relation-added', aclKey: row.acl_key, objectId: row.id });
      return { id: row.id, version: row.version };
    },
  );
