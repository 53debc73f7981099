// The end of an offer of responsibility: accepted or declined by its receiver, taken back by its giver. Whichever comes
// first counts: each is a change of access of the case, so of two at once one is tried again and finds the offer closed.
import { sql } from 'kysely';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import { toldBy } from '../cases/index.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { requireOwnResponsibility } from './offer-handover.ts';

type Answer = 'accepted' | 'declined' | 'withdrawn';

const findOffer = async (command: CaseCommand, handoverId: string) => {
  const row = await command.tx
    .selectFrom('handovers')
    .selectAll()
    .where('id', '=', handoverId)
    .where('case_id', '=', command.caseId)
    .executeTakeFirst();
  if (!row) throw notFound();
  const placeOf = (id: string) => command.facts.memberships.find((m) => m.id === id);
  const [from, to] = [placeOf(row.from_membership_id), placeOf(row.to_membership_id)];
  return { ...row, giver: from?.personId ?? '', receiver: to?.personId ?? '', receivesIn: to?.affiliationId };
};

const requireMayAnswer = async (command: CaseCommand, handoverId: string, answer: Answer): Promise<void> => {
  const { viewer, actor } = command;
  const offer = await findOffer(command, handoverId);
  if (viewer.closed) throw new Refusal('case-closed');
  if (answer !== 'withdrawn') {
    const mine = offer.receiver === actor.personId && offer.receivesIn === actor.affiliation?.id;
    if (!viewer.home || !mine) throw new Refusal('not-allowed');
  } else if (offer.giver === actor.personId) await requireOwnResponsibility(command);
  else if (!viewer.responsible) throw new Refusal('not-allowed');
};

const carryOut = (id: string, answer: Answer, reason: string | null) =>
  answer === 'accepted'
    ? sql`select * from access.accept_handover(${id})`
    : sql`select * from access.close_handover(${id}, ${answer}, ${reason})`;

/** @throws Refusal `already-done` when the offer is closed, or its receiver no longer takes part */
const answer = (
  server: Server,
  call: Call,
  where: { caseId: string; handoverId: string },
  how: Answer,
  reason: string | null,
): Promise<{ id: string }> =>
  caseCommand(
    server.context,
    server.facts,
    call,
    where.caseId,
    (command) => requireMayAnswer(command, where.handoverId, how),
    async (command) => {
      const offer = await findOffer(command, where.handoverId);
      if (offer.closed_at !== null) throw new Refusal('already-done');
      // A receiver who came in for the offer alone leaves with it: told as the database tells it, for the others.
      const { rows } = await carryOut(offer.id, how, reason).execute(command.tx);
      await command.changeAccess();
      for (const { event, aclKey } of toldBy(rows)) command.publish(event, aclKey);
      if (command.viewer.home)
        command.note({ kind: `handover-${how}`, aclKey: offer.acl_key, objectId: offer.id });
      for (const person of [offer.giver, offer.receiver]) command.tell(person, { kind: 'today.changed' });
      return { id: offer.id };
    },
  );

type Where = { caseId: string; handoverId: string };

export const acceptHandover = (server: Server, call: Call, where: Where): Promise<{ id: string }> =>
  answer(server, call, where, 'accepted', null);

export const declineHandover = (
  server: Server,
  call: Call,
  where: Where,
  reason: string,
): Promise<{ id: string }> => answer(server, call, where, 'declined', reason);

export const withdrawHandover = (server: Server, call: Call, where: Where): Promise<{ id: string }> =>
  answer(server, call, where, 'withdrawn', null);
