// A new link for somebody who was invited without an account, and the end of one that was not used.
import { sql } from 'kysely';
import type { NewLink } from '../../shared/guests.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import { requireCaseAbility } from '../access/granting.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { type Guest, makeLink, presentLink } from './make-link.ts';

/** Members who still come by links. */
export const guestMembers = async ({ tx, caseId }: Pick<CaseCommand, 'tx' | 'caseId'>): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select access.guests_of_case(${caseId}) as id`.execute(tx);
  return rows.map((row) => row.id);
};

/** The member, and of what was asked of them what still waits and is due first; else what they answered last. */
const findGuest = async (c: CaseCommand, memberId: string): Promise<Guest & { language: string }> => {
  const member = await c.tx
    .selectFrom('memberships as m')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .select(['m.id', 'm.person_id', 'm.affiliation_id', 'p.language'])
    .where('m.id', '=', memberId)
    .where('m.case_id', '=', c.caseId)
    .executeTakeFirst();
  if (!member?.affiliation_id) throw notFound();
  if (!(await guestMembers(c)).includes(memberId)) throw new Refusal('already-done');
  const asked = await c.tx
    .selectFrom('contributions')
    .select(['id', 'due_on'])
    .where('case_id', '=', c.caseId)
    .where('affiliation_id', '=', member.affiliation_id)
    .where('status', '!=', 'withdrawn')
    .orderBy(sql`status <> 'asked'`)
    .orderBy('due_on')
    .orderBy('asked_at', 'desc')
    .executeTakeFirst();
  if (!asked) throw new Refusal('nothing-asked');
  return {
    memberId,
    personId: member.person_id,
    affiliationId: member.affiliation_id,
    contributionId: asked.id,
    dueOn: asked.due_on,
    language: member.language,
  };
};

/** @throws Refusal `not-found`, `already-done` when they have a password of their own, `nothing-asked` */
export const makeGuestLink = async (
  { context, facts }: Server,
  call: Call,
  caseId: string,
  memberId: string,
): Promise<NewLink> => {
  const { language, ...made } = await caseCommand(
    context,
    facts,
    call,
    caseId,
    (c) => requireCaseAbility(c, 'invite'),
    async (c) => {
      const { language, ...guest } = await findGuest(c, memberId);
      return { id: memberId, language, ...(await makeLink(context, c, guest)) };
    },
  );
  return presentLink(context, memberId, made, language);
};

/** @throws Refusal `not-found`, `already-done` */
export const revokeGuestLink = (
  { context, facts }: Server,
  call: Call,
  caseId: string,
  linkId: string,
): Promise<{ id: string }> =>
  caseCommand(
    context,
    facts,
    call,
    caseId,
    (c) => requireCaseAbility(c, 'invite'),
    async ({ tx, at }) => {
      const ofCase = tx.selectFrom('guest_links').select('id').where('id', '=', linkId);
      const known = await ofCase.where('case_id', '=', caseId).executeTakeFirst();
      if (!known) throw notFound();
      const ended = await tx
        .updateTable('guest_links')
        .set({ ended_at: at, ended_why: 'revoked' })
        .where('id', '=', linkId)
        .where('used_at', 'is', null)
        .where('ended_at', 'is', null)
        .where('expires_at', '>', at)
        .returning('id')
        .executeTakeFirst();
      if (!ended) throw new Refusal('already-done');
      return { id: linkId };
    },
  );
