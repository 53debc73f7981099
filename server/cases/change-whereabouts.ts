// Address, municipality and school; and turvakielto, which from one moment to the next withholds who of the case would tell
// them, and gives it back.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { changeWhereabouts as contract } from '../../shared/cases.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import { requireCaseAbility } from '../access/granting.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { whereaboutsAudience } from './case-audiences.ts';
import { presentWhereabouts } from './present.ts';

/** Those who lose something, or gain it, read the case anew; nobody else is told anything. */
const turn = async (command: CaseCommand, withhold: boolean): Promise<void> => {
  const door = sql.raw(withhold ? 'access.begin_withholding' : 'access.end_withholding');
  const { rows } = await sql<{ key: number }>`select ${door}(${command.caseId}) as key`.execute(command.tx);
  await command.changeAccess();
  for (const { key } of rows) command.readAnew(key);
};

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
      const row = await tx
        .updateTable('whereabouts')
        .set({
          acl_key: await command.intern(whereaboutsAudience(command.facts.homeAgencyId)),
          non_disclosure: input.nonDisclosure,
          address: input.address,
          municipality: input.municipality,
          school: input.school,
          version: before.version + 1,
        })
        .where('case_id', '=', caseId)
        .returningAll()
        .executeTakeFirstOrThrow();
      if (row.non_disclosure !== before.non_disclosure) await turn(command, row.non_disclosure);
      command.publish({ kind: 'whereabouts.changed', whereabouts: presentWhereabouts(row) }, row.acl_key);
      command.note({ kind: 'whereabouts-changed', aclKey: row.acl_key, objectId: null });
      return { id: caseId, version: row.version };
    },
  );
