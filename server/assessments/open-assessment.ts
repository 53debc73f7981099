// Opens a multi-agency assessment: its trigger, the date the matter began, the two statutory clocks. One at a time.
import type { z } from 'zod';
import type { openAssessment as contract } from '../../shared/assessments.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import { activeMemberships } from '../access/rules.ts';
import { actingIn } from '../access/writing.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { presentAssessment } from './present.ts';
import { decisionClock, readStatutoryRules, readyClock } from './statutory-clocks.ts';

type Input = z.output<typeof contract.body & z.ZodType>;

/** @throws Refusal `not-allowed`, `case-closed` */
export const requireResponsible = (c: CaseCommand): void => {
  if (actingIn(c.facts, c.actor, c.at)?.role !== 'responsible') throw new Refusal('not-allowed');
  if (c.viewer.closed) throw new Refusal('case-closed');
};

/** The newest template of the agency's region, or else the general one. */
const findTemplate = async (
  tx: Tx,
  agencyId: string,
  on: string,
): Promise<{ id: string; areas: unknown }> => {
  const { region } = await tx
    .selectFrom('agencies')
    .select('region')
    .where('id', '=', agencyId)
    .executeTakeFirstOrThrow();
  return tx
    .selectFrom('assessment_templates')
    .select(['id', 'areas'])
    .where((eb) => eb.or([eb('region', '=', region), eb('region', 'is', null)]))
    .where('valid_from', '<=', on)
    .orderBy('region', (order) => order.asc().nullsLast())
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
};

/** Everybody in the case sees its head: that it is written, why it was opened, and by when. */
export const headKey = (c: CaseCommand): Promise<number> =>
  c.intern({
    ownerAgencyId: c.facts.homeAgencyId,
    dataClass: 'coordination',
    scope: 'everyone',
    agencyIds: [],
    familyScope: 'all',
    familyIds: [],
    authorIds: [],
    participation: false,
  });

/** Today is read again by everybody who takes part. */
export const tellMembers = (c: CaseCommand): void => {
  for (const id of new Set(c.facts.memberships.map((m) => m.personId))) {
    if (activeMemberships(c.facts, id, c.at.getTime()).length > 0) c.tell(id, { kind: 'today.changed' });
  }
};

export const openAssessment = (
  server: Server,
  call: Call,
  caseId: string,
  input: Input,
): Promise<{ id: string; version: number }> =>
  caseCommand(server.context, server.facts, call, caseId, requireResponsible, async (c) => {
    if (input.decidedOn !== null && input.decidedOn < input.beganOn) {
      throw new Refusal('invalid-input', { field: 'decidedOn' });
    }
    const open = await c.tx
      .selectFrom('assessments')
      .select('id')
      .where('case_id', '=', caseId)
      .where('status', '=', 'open')
      .executeTakeFirst();
    if (open) throw new Refusal('already-done');
    const rules = await readStatutoryRules(c.tx, input.beganOn);
    const template = await findTemplate(c.tx, c.facts.homeAgencyId, c.at.toISOString().slice(0, 10));
    const key = await headKey(c);
    const row = await c.tx
      .insertInto('assessments')
      .values({
        case_id: caseId,
        acl_key: key,
        owner_agency_id: c.facts.homeAgencyId,
        template_id: template.id,
        trigger: input.trigger,
        began_on: input.beganOn,
        decided_on: input.decidedOn,
        decision_due_on: decisionClock(input.beganOn, rules, null).dueOn,
        ready_due_on: readyClock(input.beganOn, rules).dueOn,
        opened_at: c.at,
        opened_by: call.actor.affiliation?.id ?? '',
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    c.publish(
      { kind: 'assessment.opened', assessment: presentAssessment({ ...row, areas: template.areas }, rules) },
      key,
    );
    c.note({ kind: 'assessment-opened', aclKey: key, objectId: row.id, detail: { trigger: input.trigger } });
    tellMembers(c);
    return { id: row.id, version: row.version };
  });
