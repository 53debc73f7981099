// One act of one person on one request, the same way for all: the request is held, found by ring 1, the table of moves says
// whether, the door of the database does it and asks again, and everybody on a side gets a hint.
import { sql } from 'kysely';
import type { ConsultationMessage, RequestGround } from '../../shared/consultation.ts';
import type { ConsultationAct, ConsultationState, MoveRefusal } from '../../shared/consultation-moves.ts';
import { moveOf } from '../../shared/consultation-moves.ts';
import { type Call, type Command, command } from '../access/command.ts';
import { jointAnswer, jointAnswersOf } from '../access/joint-answers.ts';
import { readStanding } from '../access/standing.ts';
import { documentAccessChanged } from '../documents/index.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { sidesBeside, tellBeside } from './beside.ts';
import { type Found, findConsultation } from './find-consultation.ts';
import { mailTurn } from './mail-turn.ts';
import { readNames } from './names.ts';

export type Step = {
  readonly reason?: string | null;
  /** Whom it goes to: an affiliation; of passing on a service. */
  readonly target?: string | null;
  readonly message?: {
    readonly kind: ConsultationMessage['kind'];
    readonly text: string;
    readonly way?: string | null;
    readonly times?: ConsultationMessage['times'];
    readonly about?: string;
    readonly chosen?: number | null;
  };
  /** On what a named request goes to another agency. */
  readonly ground?: RequestGround | null;
};
export type ConsultationCommand = Command & {
  readonly found: Found;
  /** The state afterwards, by the table of moves. */
  readonly to: ConsultationState;
  /** Carries the act out. */
  step(step: Step): Promise<void>;
};

/** The table of moves and the door of the database, written apart, must say the same. */
export const requireSame = (byDoor: string | undefined, byTable: ConsultationState): void => {
  if (byDoor !== byTable) throw new Error('the table of moves and the database differ');
};

/** Why an act is refused, as the one who tried it is told. */
export const refuse = async (tx: Tx, why: MoveRefusal, { row }: Found): Promise<Refusal> => {
  if (why === 'not-yours' || why === 'own-question') return new Refusal('not-allowed', { reason: why });
  if (why === 'claimed' && row.holder_affiliation_id !== null) {
    const names = await readNames(tx, [row.holder_affiliation_id], []);
    return new Refusal('claimed-by-another', { name: names.person(row.holder_affiliation_id).name });
  }
  return new Refusal('consultation-state', { state: row.state, reason: why });
};

/**
 * The request, held until the commit, with the state after an act of this person.
 * @throws Refusal `not-found`, `not-allowed`, `consultation-state`, `claimed-by-another`
 */
export const holdConsultation = async (
  { tx, actor, at }: Command,
  id: string,
  act: ConsultationAct,
): Promise<{ readonly found: Found; readonly to: ConsultationState }> => {
  const standing = await readStanding(tx, actor, at);
  // Read before it is held, so that ring 1 says "not found" by itself; read again as the last one left it.
  await findConsultation(tx, standing, id);
  await sql`select access.hold_consultation(${id})`.execute(tx);
  const found = await findConsultation(tx, standing, id);
  const move = moveOf(act, found.parts, found.facts);
  if ('refused' in move) throw await refuse(tx, move.refused, found);
  return { found, to: move.to };
};

/**
 * @param run looks at what is given for this act, and calls `step` once
 * @throws Refusal `not-found`, `not-allowed`, `consultation-state`, `claimed-by-another`
 */
export const consultationCommand = (
  server: Server,
  call: Call,
  id: string,
  act: ConsultationAct,
  run: (command: ConsultationCommand) => Promise<void>,
): Promise<{ id: string }> =>
  command(server.context, call, async (scope) => {
    const { tx } = scope;
    const { found, to } = await holdConsultation(scope, id, act);
    const [before, written] = await Promise.all([sidesBeside(tx, id), jointAnswersOf(tx, id)]);
    const step = async ({ reason = null, target = null, message, ground = null }: Step): Promise<void> => {
      const { rows } = await sql<{
        state: string;
      }>`select access.step_consultation(${id}, ${act}, ${reason}, ${target},
        ${message === undefined ? null : JSON.stringify(message)}::jsonb,
        ${ground === null ? null : JSON.stringify(ground)}::jsonb) as state`.execute(tx);
      requireSame(rows[0]?.state, to);
      await mailTurn(tx, act, found, target, scope.at);
    };
    await run({ ...scope, found, to, step });
    // Any act may have changed a side: whoever writes an answer there is asked for anew.
    if (written.length > 0) await documentAccessChanged(scope, jointAnswer, written);
    await tellBeside(scope, id, before);
    return { id };
  });
