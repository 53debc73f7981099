// Whoever takes part leaves by themselves, with words to the home team if they like. What they were typing becomes a private
// note in their own agency; the last responsible worker hands over first.
import { sql } from 'kysely';
import { type Call, caseCommand } from '../access/command.ts';
import { isLastResponsible } from '../access/granting.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { ownPlace } from './answer-invitation.ts';
import { homeTeamAudience } from './case-audiences.ts';
import { presentInvitation } from './present.ts';
import { toldBy } from './told.ts';

/** @throws Refusal `already-done`; `not-allowed` for the family, a substitute, and the last responsible worker */
export const leaveMembership = (
  server: Server,
  call: Call,
  where: { caseId: string; memberId: string },
  reason: string,
): Promise<{ id: string }> =>
  caseCommand(
    server.context,
    server.facts,
    call,
    where.caseId,
    async (command) => {
      if (!command.viewer.professional) throw new Refusal('not-allowed');
      await ownPlace(command, where.memberId);
    },
    async (command) => {
      const { tx, at, facts } = command;
      const member = await ownPlace(command, where.memberId);
      if (member.ends_at !== null && member.ends_at <= at) throw new Refusal('already-done');
      if (member.substitutes_for !== null) throw new Refusal('not-allowed', { reason: 'substitute' });
      if (isLastResponsible(facts, member.id, at.getTime()))
        throw new Refusal('not-allowed', { reason: 'last-responsible' });
      const before = await tx
        .selectFrom('membership_invitations')
        .select('purpose')
        .where('membership_id', '=', member.id)
        .executeTakeFirst();
      const key = await command.intern(homeTeamAudience(facts.homeAgencyId));
      const { rows } = await sql`select * from access.leave_membership(${member.id}, ${reason})`.execute(tx);
      await command.changeAccess();
      // Who has left sees nothing of the case from here on: told as the database tells it, for the others.
      for (const { event, aclKey } of toldBy(rows)) command.publish(event, aclKey);
      const left = {
        membership_id: member.id,
        case_id: where.caseId,
        acl_key: key,
        person_id: member.person_id,
        affiliation_id: null,
        purpose: before?.purpose ?? '',
        declined_at: null,
        left_at: at,
        reason: reason === '' ? null : reason,
      };
      command.publish({ kind: 'invitation.changed', invitation: presentInvitation(left) }, key);
      const told = facts.memberships.filter((m) => m.agencyId === facts.homeAgencyId).map((m) => m.personId);
      for (const id of new Set([member.person_id, ...told])) command.tell(id, { kind: 'today.changed' });
      return { id: member.id };
    },
  );
