// Changes a membership: another end, or working pair instead of team and the other way. Its holder reads of it at once.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { changeMembership as contract } from '../../shared/members.ts';
import { type Call, caseCommand } from '../access/command.ts';
import { isLastResponsible, requireCaseAbility } from '../access/granting.ts';
import { endAt } from '../platform/clock/helsinki.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { publishPlaces } from './places.ts';
import { readMember } from './read-members.ts';

type Input = z.output<typeof contract.body & z.ZodType>;

const pairOrTeam: readonly string[] = ['working-pair', 'team'];

export const changeMembership = (
  server: Server,
  call: Call,
  where: { caseId: string; memberId: string },
  input: Input,
): Promise<{ id: string }> =>
  caseCommand(
    server.context,
    server.facts,
    call,
    where.caseId,
    (command) => requireCaseAbility(command, 'end-membership'),
    async (command) => {
      const { tx, at } = command;
      const member = await readMember(tx, where.caseId, where.memberId);
      if (!member) throw notFound();
      if (member.ends_at !== null && member.ends_at <= at) throw new Refusal('already-done');
      if (member.substitutes_for !== null) throw new Refusal('not-allowed', { reason: 'substitute' });
      // It has its hour, and ends early only.
      if (member.role === 'break-glass') throw new Refusal('not-allowed', { reason: 'break-glass' });
      const until = input.until === null ? null : endAt(input.until);
      if (until !== null && until <= at) throw new Refusal('invalid-input', { field: 'until' });
      const role = input.role ?? member.role;
      if (role !== member.role && !(pairOrTeam.includes(role) && pairOrTeam.includes(member.role)))
        throw new Refusal('invalid-input', { field: 'role' });
      if (until !== null && isLastResponsible(command.facts, member.id, at.getTime()))
        throw new Refusal('not-allowed', { reason: 'last-responsible' });
      await sql`select access.change_membership(${member.id}, ${until}, ${role})`.execute(tx);
      await command.changeAccess();
      await publishPlaces(command, member.id, 'member.changed');
      command.note({ kind: 'member-changed', aclKey: member.acl_key, objectId: member.id });
      return { id: member.id };
    },
  );
