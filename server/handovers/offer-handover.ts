// Offers the own responsibility to a colleague. Nothing changes hands yet: the giver stays responsible until it is accepted.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { offerHandover as contract } from '../../shared/members.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import { openOffer, publishPlaces, readCaseName } from '../cases/index.ts';
import { queueMail } from '../mails/index.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { findReceiver } from './list-receivers.ts';
import { presentHandover } from './present.ts';

type Input = z.output<typeof contract.body & z.ZodType>;

/**
 * Responsible in one's own right: a substitute hands nothing over.
 * @throws Refusal `case-closed`, `not-allowed`
 */
export const requireOwnResponsibility = async (command: CaseCommand): Promise<void> => {
  const { tx, facts, viewer, actor, caseId, at } = command;
  if (viewer.closed) throw new Refusal('case-closed');
  if (!viewer.responsible) throw new Refusal('not-allowed');
  const own = await tx
    .selectFrom('memberships')
    .select('id')
    .where('case_id', '=', caseId)
    .where('person_id', '=', actor.personId)
    .where('affiliation_id', '=', actor.affiliation?.id ?? null)
    .where('role', '=', 'responsible')
    .where('substitutes_for', 'is', null)
    .execute();
  const now = at.getTime();
  const holds = own.some(({ id }) =>
    facts.memberships.some((m) => m.id === id && (m.endsAt === null || m.endsAt > now)),
  );
  if (!holds) throw new Refusal('not-allowed', { reason: 'substitute' });
};

const tellReceiver = async (command: CaseCommand, personId: string): Promise<void> => {
  const { tx, caseId, at } = command;
  command.tell(personId, { kind: 'today.changed' });
  const { number } = await readCaseName(tx, caseId);
  const mail = { personId, stage: 'invited' as const, caseNumber: number, dueOn: null };
  await queueMail(tx, { ...mail, path: `/cases/${caseId}/sharing` }, at);
};

/** @throws Refusal `already-done` while another offer is open in the case, or when they are responsible already */
export const offerHandover = (
  server: Server,
  call: Call,
  caseId: string,
  input: Input,
): Promise<{ id: string }> =>
  caseCommand(server.context, server.facts, call, caseId, requireOwnResponsibility, async (command) => {
    const { tx, actor } = command;
    const receiver = await findReceiver(command, input.affiliationId);
    if (!receiver) throw notFound();
    if (await openOffer(command)) throw new Refusal('already-done', { reason: 'open-offer' });
    const places = await tx
      .selectFrom('memberships')
      .select(['id', 'role'])
      .where('case_id', '=', caseId)
      .where('affiliation_id', '=', input.affiliationId)
      .where('substitutes_for', 'is', null)
      .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', command.at)]))
      .execute();
    if (places.some((place) => place.role === 'responsible'))
      throw new Refusal('already-done', { reason: 'responsible' });
    const { rows } = await sql<{ id: string }>`
      select access.offer_handover(${caseId}, ${input.affiliationId}, ${input.giverBecomes}, ${input.message}) as id`.execute(
      tx,
    );
    const id = rows[0]?.id ?? '';
    await command.changeAccess();
    const row = await tx.selectFrom('handovers').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    // Whoever is on the team already keeps the same place: nobody else hears that something is offered to them.
    if (row.brought_in) await publishPlaces(command, row.to_membership_id, 'member.joined');
    else if (places.some((place) => place.id === row.to_membership_id && place.role === 'visiting'))
      await publishPlaces(command, row.to_membership_id, 'member.changed');
    const handover = presentHandover(command.facts, row);
    command.publish({ kind: 'handover.offered', handover }, row.acl_key);
    command.note({ kind: 'handover-offered', aclKey: row.acl_key, objectId: id });
    command.tell(actor.personId, { kind: 'today.changed' });
    await tellReceiver(command, receiver.personId);
    return { id };
  });
