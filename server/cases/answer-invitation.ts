// What somebody answers who was invited: opening the case is accepting; declining ends the membership at once, with a
// reason for the home team. Rights exist from the invitation, so accepting changes nobody's.
import { sql } from 'kysely';
import { actingAs } from '../access/actor.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import { isLastResponsible } from '../access/granting.ts';
import { knowsOf } from '../access/rules.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { openOffer, publishPlaces } from './places.ts';
import { presentInvitation } from './present.ts';
import { readMember } from './read-members.ts';
import { toldBy } from './told.ts';

type Where = { caseId: string; memberId: string };

/** @throws Refusal `not-found` where the actor may not know of it, `not-allowed` for somebody else's */
export const ownPlace = async ({ tx, facts, caseId, actor, at }: CaseCommand, memberId: string) => {
  const member = await readMember(tx, caseId, memberId);
  const place = facts.memberships.find((m) => m.id === memberId);
  const acting = actingAs(actor);
  if (!member || !place || !knowsOf(facts, acting, place, at.getTime())) throw notFound();
  if (place.personId !== acting.personId || place.affiliationId !== acting.affiliationId)
    throw new Refusal('not-allowed');
  return member;
};

const inviterOf = async ({ tx }: CaseCommand, memberId: string): Promise<string | undefined> => {
  const row = await tx
    .selectFrom('memberships as m')
    .innerJoin('affiliations as a', 'a.id', 'm.invited_by')
    .select('a.person_id')
    .where('m.id', '=', memberId)
    .executeTakeFirst();
  return row?.person_id;
};

/** Accepting twice is no error: every page of the case that is opened accepts. */
export const acceptMembership = (server: Server, call: Call, where: Where): Promise<{ id: string }> =>
  caseCommand(
    server.context,
    server.facts,
    call,
    where.caseId,
    async (command) => void (await ownPlace(command, where.memberId)),
    async (command) => {
      const { tx, at } = command;
      const member = await ownPlace(command, where.memberId);
      if (member.ends_at !== null && member.ends_at <= at) throw new Refusal('already-done');
      if (member.accepted_at !== null) return { id: member.id };
      await sql`select access.accept_membership(${member.id})`.execute(tx);
      await publishPlaces(command, member.id, 'member.changed');
      command.note({ kind: 'member-accepted', aclKey: member.acl_key, objectId: member.id });
      const inviter = await inviterOf(command, member.id);
      if (inviter !== undefined) command.tell(inviter, { kind: 'today.changed' });
      return { id: member.id };
    },
  );

/** @throws Refusal `already-done` once it was accepted; `not-allowed` for the only responsible worker */
export const declineMembership = (
  server: Server,
  call: Call,
  where: Where,
  reason: string,
): Promise<{ id: string }> =>
  caseCommand(
    server.context,
    server.facts,
    call,
    where.caseId,
    async (command) => void (await ownPlace(command, where.memberId)),
    async (command) => {
      const { tx, at, facts } = command;
      const member = await ownPlace(command, where.memberId);
      if (member.accepted_at !== null) throw new Refusal('already-done');
      if (isLastResponsible(facts, member.id, at.getTime()))
        throw new Refusal('not-allowed', { reason: 'last-responsible' });
      const invitation = await tx
        .selectFrom('membership_invitations')
        .selectAll()
        .where('membership_id', '=', member.id)
        .executeTakeFirst();
      const inviter = await inviterOf(command, member.id);
      const giver = await openOffer(command);
      const { rows } = await sql`select * from access.decline_membership(${member.id}, ${reason})`.execute(
        tx,
      );
      await command.changeAccess();
      // The one who declined sees nothing of the case from here on: told as the database tells it, for the others.
      for (const { event, aclKey } of toldBy(rows)) command.publish(event, aclKey);
      if (invitation) {
        const answered = presentInvitation({ ...invitation, declined_at: at, reason });
        command.publish({ kind: 'invitation.changed', invitation: answered }, invitation.acl_key);
      }
      const others = [inviter, facts.memberships.find((m) => m.id === giver?.from_membership_id)?.personId];
      for (const id of others) if (id !== undefined) command.tell(id, { kind: 'today.changed' });
      command.tell(member.person_id, { kind: 'today.changed' });
      return { id: member.id };
    },
  );
