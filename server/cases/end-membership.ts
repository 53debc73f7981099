// Ends a membership at once. What its holder was typing becomes a private note in their own agency.
import { sql } from 'kysely';
import { type Call, caseCommand } from '../access/command.ts';
import { isLastResponsible, requireCaseAbility } from '../access/granting.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import {
  openOffer,
  publishOfferClosed,
  publishPlaces,
  publishVitalInterestsEnded,
  publishWithdrawn,
  waitingFor,
} from './places.ts';
import { readMember } from './read-members.ts';

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
      const waiting = await waitingFor(command, memberId);
      const offer = await openOffer(command);
      await sql`select access.end_membership(${memberId}, ${reason})`.execute(tx);
      await command.changeAccess();
      // Whoever ends their own membership sees nothing of the case from here on.
      await publishPlaces(command, memberId, 'member.changed');
      const ended = await readMember(tx, caseId, memberId);
      if (ended) command.note({ kind: 'member-ended', aclKey: ended.acl_key, objectId: memberId });
      await publishWithdrawn(command, waiting);
      await publishOfferClosed(command, offer);
      if (member.role === 'break-glass') await publishVitalInterestsEnded(command);
      command.tell(member.person_id, { kind: 'today.changed' });
      return { id: memberId };
    },
  );
