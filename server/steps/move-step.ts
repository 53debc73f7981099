// What becomes of a step. Handing it on holds until it is accepted: until then it is still whose it was.
import type { z } from 'zod';
import type { moveStep as contract, StepAct } from '../../shared/steps.ts';
import { actingAs } from '../access/actor.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import { read } from '../access/reading.ts';
import { mayRead } from '../access/rules.ts';
import { stepAbilities } from '../access/step-rules.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { memberToDo, requireDoer } from './doer.ts';
import { factOf, type StepRow } from './present.ts';
import { audienceOfKey, noteMove, tellOfStep } from './tell-of-step.ts';

type Input = z.output<NonNullable<typeof contract.body>>;
type Change = Partial<
  Pick<
    StepRow,
    'state' | 'due_on' | 'doer_id' | 'doer_affiliation_id' | 'offered_to_id' | 'offered_to_affiliation_id'
  >
>;

const noOffer: Change = { offered_to_id: null, offered_to_affiliation_id: null };
const misfit = (field: string): Refusal => new Refusal('invalid-input', { field });

const offer = (c: CaseCommand, row: StepRow, { toMemberId }: Input): Change => {
  if (toMemberId === null) throw misfit('toMemberId');
  const to = memberToDo(c, toMemberId);
  if (to.personId === row.doer_id) throw misfit('toMemberId');
  requireDoer(c, audienceOfKey(c, row.acl_key), to);
  return { offered_to_id: to.personId, offered_to_affiliation_id: to.affiliationId };
};

const changes: Readonly<Record<StepAct, (c: CaseCommand, row: StepRow, input: Input) => Change>> = {
  done: () => ({ state: 'done', ...noOffer }),
  drop: () => ({ state: 'dropped', ...noOffer }),
  reopen: (_c, _row, { dueOn }) => ({ state: 'open', ...(dueOn === null ? {} : { due_on: dueOn }) }),
  postpone: (_c, _row, { dueOn }) => {
    if (dueOn === null) throw misfit('dueOn');
    return { due_on: dueOn };
  },
  offer,
  'take-back': () => noOffer,
  decline: () => noOffer,
  accept: (c) => ({
    doer_id: c.actor.personId,
    doer_affiliation_id: c.actor.affiliation?.id ?? null,
    ...noOffer,
  }),
};
/** These are not done without a word. */
const needsReason: readonly StepAct[] = ['postpone', 'drop'];

const readable = async (c: CaseCommand, stepId: string): Promise<StepRow> => {
  const row = await c.tx
    .selectFrom('steps')
    .selectAll()
    .where('id', '=', stepId)
    .where('case_id', '=', c.caseId)
    .executeTakeFirst();
  if (!row || !mayRead(c.facts, actingAs(c.actor), audienceOfKey(c, row.acl_key), c.at.getTime()))
    throw notFound();
  return row;
};

const caseOfStep = async (server: Server, call: Call, stepId: string): Promise<string> => {
  const row = await read(server.context, call.actor, (tx) =>
    tx.selectFrom('steps').select('case_id').where('id', '=', stepId).executeTakeFirst(),
  );
  if (!row) throw notFound();
  return row.case_id;
};

/** @throws Refusal `not-found`, `not-allowed`, `version-conflict`, `case-closed`, `ground-missing`, `doer-hidden`, `invalid-input` */
export const moveStep = async (
  server: Server,
  call: Call,
  stepId: string,
  input: Input,
): Promise<{ id: string; version: number }> =>
  caseCommand(
    server.context,
    server.facts,
    call,
    await caseOfStep(server, call, stepId),
    async (c) => void (await readable(c, stepId)),
    async (c) => {
      const row = await readable(c, stepId);
      if (c.viewer.closed) throw new Refusal('case-closed');
      // Another press on the same screen comes with the version that it saw.
      if (row.version !== input.version) throw new Refusal('version-conflict', { version: row.version });
      if (!stepAbilities(c.viewer, factOf(row)).includes(input.act)) throw new Refusal('not-allowed');
      if (needsReason.includes(input.act) && !input.reason) throw misfit('reason');
      const before = { doer: row.doer_id, offered: row.offered_to_id };
      const moved = await c.tx
        .updateTable('steps')
        .set({ ...changes[input.act](c, row, input), changed_at: c.at, version: row.version + 1 })
        .where('id', '=', stepId)
        .where('version', '=', row.version)
        .returningAll()
        .executeTakeFirst();
      if (!moved) throw new Refusal('version-conflict');
      await noteMove(c, moved, input.act, input.reason);
      tellOfStep(c, moved);
      for (const personId of [before.doer, before.offered])
        if (personId !== null) c.tell(personId, { kind: 'today.changed' });
      return { id: stepId, version: moved.version };
    },
  );
