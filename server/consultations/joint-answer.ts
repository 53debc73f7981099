// The answer that several write: begun by whoever helps to answer, sent by whoever has the request.
import { sql } from 'kysely';
import type { z } from 'zod';
import type * as contract from '../../shared/joint-answers.ts';
import { type Call, command } from '../access/command.ts';
import { jointAnswer } from '../access/joint-answers.ts';
import { documentBlocks, freezeDocument, startDocument } from '../documents/index.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { sidesBeside, tellOf } from './beside.ts';
import { consultationCommand, holdConsultation } from './consultation-command.ts';
import { findJointAnswer } from './find-joint-answer.ts';
import { requireUnidentifying } from './require-unidentifying.ts';

type Begun = z.output<typeof contract.beginJointAnswer.response>;
type Sending = z.output<NonNullable<typeof contract.sendJointAnswer.body>>;

const peopleAnswering = async (tx: Tx, scopeId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select access.people_answering(${scopeId}) as id`.execute(tx);
  return rows.map(({ id }) => id);
};

/** Nobody on the asking side is told, by a hint or a step of the history: to them nothing has happened. */
export const beginJointAnswer = (server: Server, call: Call, id: string): Promise<Begun> =>
  command(server.context, call, async (scope) => {
    const { tx } = scope;
    const { found } = await holdConsultation(scope, id, 'write-together');
    const { rows } = await sql<{ id: string }>`select access.begin_joint_answer(${id}) as id`.execute(tx);
    const scopeId = rows[0]?.id ?? '';
    const begun = await findJointAnswer(tx, found.row);
    if (begun && !begun.sent) return { id, documentId: begun.documentId };
    const documentId = await startDocument(scope, {
      kind: jointAnswer,
      scopeId,
      about: found.row.number,
    });
    const answering = new Set(await peopleAnswering(tx, scopeId));
    const beside = await sidesBeside(tx, id);
    tellOf(
      scope,
      id,
      beside.filter(({ personId }) => answering.has(personId)),
    );
    return { id, documentId };
  });

/**
 * What goes is exactly what the document holds when it is frozen. Should that not go, nothing was frozen, and all write on.
 * @throws Refusal `version-conflict` when it is not what the sender has read; `nothing-written`, `identifying`, `perhaps-identifying`
 */
export const sendJointAnswer = (
  server: Server,
  call: Call,
  id: string,
  { words, checked }: Sending,
): Promise<{ id: string }> =>
  consultationCommand(server, call, id, 'answer', async (scope) => {
    const { tx, found, step } = scope;
    const { row } = found;
    const begun = await findJointAnswer(tx, row);
    if (!begun || begun.sent) throw new Refusal('nothing-written');
    const frozen = await freezeDocument(scope, begun.documentId);
    const written = await documentBlocks(server.context.gateway, begun.documentId);
    if (frozen === null || !written)
      throw new Error('a joint answer that whoever has the request cannot freeze');
    if (written.words.trim() === '') throw new Refusal('nothing-written');
    if (written.words !== words) throw new Refusal('version-conflict');
    if (row.anonymous) requireUnidentifying([{ path: 'words', text: words }], checked);
    await step({ message: { kind: 'answer', text: words } });
    await sql`select access.keep_joint_answer(${begun.id}, ${JSON.stringify(written.blocks)}::jsonb)`.execute(
      tx,
    );
  });
