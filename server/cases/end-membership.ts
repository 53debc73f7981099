// Ends a membership at once. What its holder was typing becomes a private note in their own agency.
import { sql } from 'kysely';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import { isLastResponsible, requireCaseAbility } from '../access/granting.ts';
import { presentContribution } from '../assessments/index.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { presentMember } from './present.ts';
import { readMember } from './read-members.ts';

const askedOf = ({ tx, caseId }: CaseCommand, personId: string) =>
  tx
    .selectFrom('contributions as c')
    .innerJoin('affiliations as a', 'a.id', 'c.affiliation_id')
    .selectAll('c')
    .select('a.agency_id')
    .where('c.case_id', '=', caseId)
    .where('c.contributor_ids', '=', sql<string[]>`array[${personId}]::uuid[]`);

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
      const waiting = await askedOf(command, member.person_id).where('c.status', '=', 'asked').execute();
      await sql`select access.end_membership(${memberId}, ${reason})`.execute(tx);
      await command.changeAccess();
      const ended = await readMember(tx, caseId, memberId);
      // Whoever ends their own membership sees nothing of the case from here on.
      if (ended) command.publish({ kind: 'member.changed', member: presentMember(ended) }, ended.acl_key);
      if (ended) command.note({ kind: 'member-ended', aclKey: ended.acl_key, objectId: memberId });
      const ids = waiting.map((c) => c.id);
      if (ids.length > 0) {
        for (const c of await askedOf(command, member.person_id).where('c.id', 'in', ids).execute()) {
          command.publish({ kind: 'contribution.changed', contribution: presentContribution(c) }, c.acl_key);
        }
      }
      command.tell(member.person_id, { kind: 'today.changed' });
      return { id: memberId };
    },
  );
