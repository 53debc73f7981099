// Writing a step: whoever does it can read it, and every reader may know of them.
import type { z } from 'zod';
import type { Audience } from '../../shared/entries.ts';
import type { writeStep as contract } from '../../shared/steps.ts';
import { actingAs } from '../access/actor.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import { withinTurvakielto } from '../access/turvakielto.ts';
import { actingIn } from '../access/writing.ts';
import { requireChoosable, targetOf } from '../entries/index.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { memberToDo, requireDoer } from './doer.ts';
import { audienceOfKey, noteMove, tellOfStep } from './tell-of-step.ts';

type Input = z.output<NonNullable<typeof contract.body>>;

/** An item of this case, as the actor may see it. @throws Refusal `not-found` */
const requireItem = async (c: CaseCommand, itemId: string): Promise<void> => {
  const item = await c.tx
    .selectFrom('agenda_items')
    .select('id')
    .where('id', '=', itemId)
    .where('case_id', '=', c.caseId)
    .executeTakeFirst();
  if (!item) throw notFound();
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
      if (input.agendaItemId !== null) await requireItem(c, input.agendaItemId);
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
