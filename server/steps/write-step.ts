// Writing a step: whoever does it can read it, and every reader may know of them.
import type { z } from 'zod';
import type { Audience } from '../../shared/entries.ts';
import type { writeStep as contract } from '../../shared/steps.ts';
import { actingAs } from '../access/actor.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import type { AudienceFact, Membership } from '../access/facts.ts';
import { actingMemberships, knowsOf, mayRead, readersOf } from '../access/rules.ts';
import { withinTurvakielto } from '../access/turvakielto.ts';
import { actingIn } from '../access/writing.ts';
import { presentAudience, requireChoosable, targetOf } from '../entries/index.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { presentStep, type StepRow } from './present.ts';

type Input = z.output<NonNullable<typeof contract.body>>;

/** Somebody who takes part now, and of whom the actor may know. @throws Refusal `not-found` */
export const memberToDo = (c: CaseCommand, memberId: string): Membership => {
  const at = c.at.getTime();
  const member = c.facts.memberships.find((m) => m.id === memberId);
  const acts = member && actingMemberships(c.facts, member, at).includes(member);
  if (!member || !acts || member.role === 'break-glass' || !knowsOf(c.facts, actingAs(c.actor), member, at))
    throw notFound();
  return member;
};

/** @throws Refusal `ground-missing` where they could not read it, `doer-hidden` where a reader may not know of them */
export const requireDoer = (c: CaseCommand, audience: AudienceFact, doer: Membership): void => {
  const at = c.at.getTime();
  if (!mayRead(c.facts, doer, audience, at)) throw new Refusal('ground-missing');
  const hidden = readersOf(c.facts, audience, at).some(
    (reader) => reader.personId !== doer.personId && !knowsOf(c.facts, reader, doer, at),
  );
  if (hidden) throw new Refusal('doer-hidden');
};

export const audienceOfKey = (c: CaseCommand, key: number): AudienceFact => {
  const audience = c.facts.audiences.find((a) => a.aclKey === key);
  if (!audience) throw notFound();
  return audience;
};

/** Tells everybody who may read it, and those whose work it is or is offered to them. */
export const tellOfStep = (c: CaseCommand, row: StepRow): void => {
  const audience = presentAudience(audienceOfKey(c, row.acl_key));
  c.publish({ kind: 'step.changed', step: presentStep(row, audience) }, row.acl_key);
  for (const personId of new Set([row.doer_id, row.offered_to_id]))
    if (personId !== null) c.tell(personId, { kind: 'today.changed' });
};

const intern = async (c: CaseCommand, agencyId: string, audience: Audience): Promise<number> => {
  if (audience.scope === 'private') throw new Refusal('invalid-input', { field: 'audience' });
  const target = targetOf(agencyId, [], audience);
  requireChoosable(c.facts, actingAs(c.actor), c.at.getTime(), { ...target, aclKey: 0 }, audience);
  return c.intern(withinTurvakielto(c.facts, target, c.at.getTime()));
};

/** @throws Refusal `not-found`, `not-allowed`, `case-closed`, `ground-missing`, `doer-hidden`, `invalid-input` */
export const writeStep = (
  server: Server,
  call: Call,
  caseId: string,
  input: Input,
): Promise<{ id: string; version: number }> =>
  caseCommand(
    server.context,
    server.facts,
    call,
    caseId,
    ({ viewer }) => {
      if (!viewer.professional) throw new Refusal('not-allowed');
      if (viewer.closed) throw new Refusal('case-closed');
    },
    async (c) => {
      const agencyId = actingIn(c.facts, c.actor, c.at)?.agencyId;
      if (!agencyId) throw new Refusal('not-allowed');
      const doer = memberToDo(c, input.doerMemberId);
      const key = await intern(c, agencyId, input.audience);
      const audience = audienceOfKey(c, key);
      requireDoer(c, audience, doer);
      const row = await c.tx
        .insertInto('steps')
        .values({
          case_id: caseId,
          acl_key: key,
          owner_agency_id: agencyId,
          data_class: audience.dataClass,
          text: input.text,
          doer_id: doer.personId,
          doer_affiliation_id: doer.affiliationId,
          due_on: input.dueOn,
          agenda_item_id: input.agendaItemId,
          written_by: c.actor.personId,
          written_by_affiliation_id: c.actor.affiliation?.id ?? null,
          written_at: c.at,
          changed_at: c.at,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      await noteMove(c, row, 'write', null);
      c.note({ kind: 'step-written', aclKey: row.acl_key, objectId: row.id });
      tellOfStep(c, row);
      return { id: row.id, version: row.version };
    },
  );

/** What was done with it, for its history. */
export const noteMove = async (
  c: CaseCommand,
  row: StepRow,
  act: string,
  reason: string | null,
): Promise<void> => {
  await c.tx
    .insertInto('step_moves')
    .values({
      step_id: row.id,
      case_id: row.case_id,
      acl_key: row.acl_key,
      act,
      reason,
      due_on: row.due_on,
      to_id: act === 'offer' ? row.offered_to_id : null,
      by_id: c.actor.personId,
      by_affiliation_id: c.actor.affiliation?.id ?? null,
      at: c.at,
    })
    .execute();
};
