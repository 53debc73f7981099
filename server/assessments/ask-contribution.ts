// Gives a life area to a contributor, or a named pair, with a due date. Only those who may know that the contributor
// takes part see that it was asked.
import type { z } from 'zod';
import type { askContribution as contract } from '../../shared/assessments.ts';
import { actingAs } from '../access/actor.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import type { Membership } from '../access/facts.ts';
import { activeMemberships, knowsOf } from '../access/rules.ts';
import { actingIn, isHome } from '../access/writing.ts';
import { pairOf } from '../entries/index.ts';
import { queueMail } from '../mails/index.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { announceContribution } from './change-contribution.ts';
import { type ContributionRow, requireOpenAssessment } from './find-assessment.ts';

type Input = z.output<typeof contract.body & z.ZodType>;

/** @throws Refusal `not-allowed`, `case-closed` */
export const requireHome = (c: CaseCommand): void => {
  const acting = actingIn(c.facts, c.actor, c.at);
  if (!acting || !isHome(c.facts, acting)) throw new Refusal('not-allowed');
  if (c.viewer.closed) throw new Refusal('case-closed');
};

/** A professional who takes part and whom the asker knows of. @throws Refusal `not-found` */
const findContributor = (c: CaseCommand, personId: string): Membership & { affiliationId: string } => {
  const now = c.at.getTime();
  for (const m of activeMemberships(c.facts, personId, now)) {
    const { affiliationId } = m;
    if (affiliationId !== null && knowsOf(c.facts, actingAs(c.actor), m, now)) return { ...m, affiliationId };
  }
  throw notFound();
};

/** The request to a pair is known where either of the two is. */
const pairKey = (c: CaseCommand, contributor: Membership, pairId: string | null): number | null => {
  if (pairId === null) return null;
  const pair = activeMemberships(c.facts, pairId, c.at.getTime()).find(
    (m) => m.agencyId === contributor.agencyId && knowsOf(c.facts, actingAs(c.actor), m, c.at.getTime()),
  );
  if (!pair) throw notFound();
  return pair.aclKey;
};

const insert = (
  c: CaseCommand,
  assessmentId: string,
  contributor: Membership & { affiliationId: string },
  input: Input,
): Promise<ContributionRow> =>
  c.tx
    .insertInto('contributions')
    .values({
      case_id: c.caseId,
      assessment_id: assessmentId,
      acl_key: contributor.aclKey,
      area: input.area,
      contributor_ids: pairOf(c, contributor, input.pairId),
      pair_acl_key: pairKey(c, contributor, input.pairId),
      affiliation_id: contributor.affiliationId,
      question: input.question,
      due_on: input.dueOn,
      asked_by: c.actor.affiliation?.id ?? '',
      asked_at: c.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();

/** Live where they are signed in, and one neutral mail where they are not. */
const tellAsked = async (c: CaseCommand, row: ContributionRow): Promise<void> => {
  const { number } = await c.tx
    .selectFrom('cases')
    .select('number')
    .where('id', '=', c.caseId)
    .executeTakeFirstOrThrow();
  const path = `/cases/${c.caseId}/assessment`;
  for (const personId of row.contributor_ids) {
    c.tell(personId, { kind: 'today.changed' });
    if (personId === c.actor.personId) continue;
    await queueMail(c.tx, { personId, stage: 'asked', caseNumber: number, dueOn: row.due_on, path }, c.at);
  }
};

/**
 * Writes the request and tells of it whoever may know; whom it asks is told by the caller.
 * @throws Refusal `not-found`, `already-done`, `assessment-signed`
 */
export const askOf = async (c: CaseCommand, assessmentId: string, input: Input): Promise<ContributionRow> => {
  const assessment = await requireOpenAssessment(c, assessmentId);
  const contributor = findContributor(c, input.contributorId);
  const asked = await c.tx
    .selectFrom('contributions')
    .select('id')
    .where('assessment_id', '=', assessment.id)
    .where('area', '=', input.area)
    .where('affiliation_id', '=', contributor.affiliationId)
    .where('status', '!=', 'withdrawn')
    .executeTakeFirst();
  if (asked) throw new Refusal('already-done');
  const row = await insert(c, assessment.id, contributor, input);
  await announceContribution(c, 'contribution.asked', row);
  c.note({ kind: 'contribution-asked', aclKey: row.acl_key, objectId: row.id, detail: { area: row.area } });
  return row;
};

/** @throws Refusal `not-found`, `already-done`, `assessment-signed` */
export const askContribution = (
  server: Server,
  call: Call,
  where: { caseId: string; assessmentId: string },
  input: Input,
): Promise<{ id: string; version: number }> =>
  caseCommand(server.context, server.facts, call, where.caseId, requireHome, async (c) => {
    const row = await askOf(c, where.assessmentId, input);
    await tellAsked(c, row);
    return { id: row.id, version: row.version };
  });
