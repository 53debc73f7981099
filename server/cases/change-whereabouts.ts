// Address, municipality and school. Turvakielto moves them, from one moment to the next, between two audiences.
import type { z } from 'zod';
import type { changeWhereabouts as contract } from '../../shared/cases.ts';
import { type Call, caseCommand } from '../access/command.ts';
import { requireCaseAbility } from '../access/granting.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { openAudience, safetyAudience } from './case-audiences.ts';
import { presentWhereabouts } from './present.ts';
import { logDisclosures } from './record-ground.ts';

type Input = z.output<typeof contract.body & z.ZodType>;

export const changeWhereabouts = (
  { context, facts }: Server,
  call: Call,
  caseId: string,
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
        .selectFrom('whereabouts')
        .selectAll()
        .where('case_id', '=', caseId)
        .forUpdate()
        .executeTakeFirst();
      if (!before) throw notFound();
      if (before.version !== input.version)
        throw new Refusal('version-conflict', { version: before.version });
      const home = command.facts.homeAgencyId;
      const audience = input.nonDisclosure ? safetyAudience(home) : openAudience(home);
      const row = await tx
        .updateTable('whereabouts')
        .set({
          acl_key: await command.intern(audience),
          data_class: audience.dataClass,
          non_disclosure: input.nonDisclosure,
          address: input.address,
          municipality: input.municipality,
          school: input.school,
          version: before.version + 1,
        })
        .where('case_id', '=', caseId)
        .returningAll()
        .executeTakeFirstOrThrow();
      if (row.acl_key !== before.acl_key) {
        command.publish({ kind: 'whereabouts.hidden' }, before.acl_key);
        await logDisclosures(command);
      }
      command.publish({ kind: 'whereabouts.changed', whereabouts: presentWhereabouts(row) }, row.acl_key);
      command.note({ kind: 'whereabouts-changed', aclKey: row.acl_key, objectId: null });
      return { id: caseId, version: row.version };
    },
  );
