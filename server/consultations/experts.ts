// Experts of other agencies in one request: who can be asked, asking them, their yes or no.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { RequestGround } from '../../shared/consultation.ts';
import { listExperts as contract } from '../../shared/consultations-together.ts';
import type { Actor } from '../access/actor.ts';
import type { Call } from '../access/command.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import { readStanding } from '../access/standing.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { consultationCommand } from './consultation-command.ts';
import { findConsultation } from './find-consultation.ts';
import { requireGround } from './require-ground.ts';
import { requireUnidentifying } from './require-unidentifying.ts';

type Answer = z.output<typeof contract.response>;
type Invitation = { affiliationId: string; words: string; ground: RequestGround | null };

const readInvitable = async (tx: Tx, id: string): Promise<Answer['experts']> => {
  const { rows } =
    await sql`select affiliation_id as "affiliationId", person_id as "personId", name, profession, agency_id as "agencyId",
    (select g.kind from agencies g where g.id = agency_id) as "agencyKind",
    agency_name_fi as "agencyNameFi", agency_name_sv as "agencyNameSv", service_name_fi as "serviceNameFi", service_name_sv as "serviceNameSv"
    from access.invitable_experts(${id})`.execute(tx);
  return contract.response.shape.experts.parse(rows);
};

/** @throws Refusal `not-allowed` for everybody but whoever has it */
export const listExperts = (server: Server, actor: Actor, id: string): Promise<Answer> =>
  read(server.context, actor, async (tx, at) => {
    const { parts } = await findConsultation(tx, await readStanding(tx, actor, at), id);
    if (!parts.includes('holder')) throw new Refusal('not-allowed', { reason: 'not-yours' });
    const experts = await readInvitable(tx, id);
    await logView(tx, actor, at, {
      kind: 'experts',
      caseId: null,
      objectId: id,
      purpose: 'consultation',
      detail: { count: experts.length },
    });
    return { experts };
  });

/** @throws Refusal `already-done` for whoever is in it, `not-found` for whoever cannot be, `ground-missing` */
export const inviteExpert = (
  server: Server,
  call: Call,
  id: string,
  { affiliationId, words, ground }: Invitation,
): Promise<{ id: string }> =>
  consultationCommand(server, call, id, 'invite-expert', async ({ tx, found, step }) => {
    const { row } = found;
    const expert = (await readInvitable(tx, id)).find((one) => one.affiliationId === affiliationId);
    if (!expert) {
      const present = await tx
        .selectFrom('consultation_experts')
        .select('id')
        .where('consultation_id', '=', id)
        .where('affiliation_id', '=', affiliationId)
        .where((eb) => eb.or([eb('accepted', 'is', null), eb('accepted', '=', true)]))
        .executeTakeFirst();
      throw present ? new Refusal('already-done') : notFound();
    }
    await requireGround(tx, row, { agencyId: expert.agencyId, standing: false }, ground);
    if (row.anonymous) requireUnidentifying([{ path: 'words', text: words }], true);
    await step({ reason: words, target: affiliationId, ground: row.anonymous ? null : ground });
  });

export const answerExpertInvitation = (
  server: Server,
  call: Call,
  id: string,
  { accept, reason }: { accept: boolean; reason: string },
): Promise<{ id: string }> =>
  consultationCommand(
    server,
    call,
    id,
    accept ? 'accept-invitation' : 'decline-invitation',
    async ({ found, step }) => {
      if (found.row.anonymous) requireUnidentifying([{ path: 'reason', text: reason }], true);
      await step({ reason: reason === '' ? null : reason });
    },
  );
