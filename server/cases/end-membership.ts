// Ends a membership at once. What its holder was typing becomes a private note in their own agency.
import { sql } from 'kysely';
import { type Call, caseCommand } from '../access/command.ts';
import { isLastResponsible, requireCaseAbility } from '../access/granting.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { readMember } from './read-members.ts';
import { toldBy } from './told.ts';

export const endMembership = (
  { context, facts }: Server,
  call: Call,
  caseId: string,
  memberId: string,
  reason: string,
): Promise<{ id: string }> =>
  caseCommand(
    context,
    facts,
    call,
    caseId,
    (command) => requireCaseAbility(command, 'end-membership'),
    async (command) => {
      const { tx, at } = command;
      const member = await readMember(tx, caseId, memberId);
      if (!member) throw notFound();
      if (member.ends_at !== null && member.ends_at <= at) throw new Refusal('already-done');
      if (isLastResponsible(command.facts, memberId, at.getTime()))
        throw new Refusal('not-allowed', { reason: 'last-responsible' });
      // A substitute's place ends with the absence.
      if (member.substitutes_for !== null) throw new Refusal('not-allowed', { reason: 'substitute' });
      const { rows } = await sql`select * from access.end_membership(${memberId}, ${reason})`.execute(tx);
      await command.changeAccess();
      // Told as the database tells it: whoever ends their own membership sees nothing of the case from here on.
      for (const { event, aclKey } of toldBy(rows)) {
        command.publish(event, aclKey);
        if (event.kind === 'member.changed') command.tell(event.member.personId, { kind: 'today.changed' });
      }
      const ended = await readMember(tx, caseId, memberId);
      if (ended) command.note({ kind: 'member-ended', aclKey: ended.acl_key, objectId: memberId });
      return { id: memberId };
    },
  );
