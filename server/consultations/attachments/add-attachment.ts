// A file is added beside a draft or a request, and taken back by whoever added it.
import { sql } from 'kysely';
import { attachmentLimits } from '../../../shared/attachment.ts';
import { isAdder, listsFile } from '../../access/attachment-rules.ts';
import { type Call, type Command, command } from '../../access/command.ts';
import { readStanding } from '../../access/standing.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { notFound, Refusal } from '../../platform/http/refusal.ts';
import type { Server } from '../../server.ts';
import { tellBeside } from '../beside.ts';
import { holdConsultation } from '../consultation-command.ts';
import { findDraft } from '../drafts.ts';
import { findConsultation } from '../find-consultation.ts';
import { cleanName } from './clean-name.ts';
import { fileKindOf } from './file-kind.ts';
import { type Beside, readAttachments } from './read-attachments.ts';

/** `name`: as the browser sent it. */
export type GivenFile = { readonly name: string | null; readonly bytes: Buffer };

const full = (reason: 'count' | 'together' | 'drafts'): Refusal =>
  new Refusal('attachments-full', { reason });

const requireRoom = async ({ tx, actor, at }: Command, beside: Beside, size: number): Promise<void> => {
  const standing = await readStanding(tx, actor, at);
  const there = await readAttachments(tx, standing, beside);
  if (there.length >= attachmentLimits.count) throw full('count');
  const together = there.reduce((sum, row) => sum + row.size, size);
  if (together > attachmentLimits.together) throw full('together');
};

/** Of all drafts of whoever adds it: nobody else reads them, and nobody would see them grow. */
const requireRoomInDrafts = async (tx: Tx, personId: string, size: number): Promise<void> => {
  const { rows } = await sql<{
    sum: string;
  }>`select coalesce(sum(size), 0) as sum from consultation_attachments
    where draft_id is not null and person_id = ${personId}`.execute(tx);
  if (Number(rows[0]?.sum) + size > attachmentLimits.inDrafts) throw full('drafts');
};

const add = async (tx: Tx, beside: Beside, { name, bytes }: GivenFile): Promise<string> => {
  const kind = await fileKindOf(bytes);
  if (kind === undefined) throw new Refusal('unsupported-media');
  const [draftId, consultationId] =
    'draftId' in beside ? [beside.draftId, null] : [null, beside.consultationId];
  const { rows } = await sql<{ id: string }>`
    select access.add_attachment(${draftId}, ${consultationId}, ${cleanName(name, kind)}, ${kind}, ${bytes}) as id`.execute(
    tx,
  );
  return rows[0]?.id ?? '';
};

/** @throws Refusal as the contract says */
export const attachToDraft = (
  server: Server,
  call: Call,
  draftId: string,
  file: GivenFile,
): Promise<{ id: string }> =>
  command(server.context, call, async (scope) => {
    const { tx, actor, tell } = scope;
    const { fields } = await findDraft(tx, actor, draftId);
    if (fields.anonymous) throw new Refusal('attachments-named-only');
    await requireRoom(scope, { draftId }, file.bytes.length);
    await requireRoomInDrafts(tx, actor.personId, file.bytes.length);
    const id = await add(tx, { draftId }, file);
    tell(actor.personId, { kind: 'consultations.changed' });
    return { id };
  });

/** @throws Refusal as the contract says */
export const attachToConsultation = (
  server: Server,
  call: Call,
  consultationId: string,
  file: GivenFile,
): Promise<{ id: string }> =>
  command(server.context, call, async (scope) => {
    const { tx, actor, at } = scope;
    const { row } = await findConsultation(tx, await readStanding(tx, actor, at), consultationId);
    if (row.anonymous) throw new Refusal('attachments-named-only');
    await holdConsultation(scope, consultationId, 'attach');
    await requireRoom(scope, { consultationId }, file.bytes.length);
    const id = await add(tx, { consultationId }, file);
    await tellBeside(scope, consultationId);
    return { id };
  });

/** @throws Refusal `not-found` for whoever did not add it, `already-done` */
export const removeAttachment = (server: Server, call: Call, id: string): Promise<{ id: string }> =>
  command(server.context, call, async (scope) => {
    const { tx, actor, at, tell } = scope;
    const standing = await readStanding(tx, actor, at);
    const row = await tx
      .selectFrom('consultation_attachments')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row || !isAdder(standing, row)) throw notFound();
    const { consultation_id } = row;
    if (consultation_id !== null) await findConsultation(tx, standing, consultation_id);
    if (!listsFile(standing, row, true)) throw notFound();
    const { rows } = await sql<{ done: boolean }>`select access.remove_attachment(${id}) as done`.execute(tx);
    if (!rows[0]?.done) throw new Refusal('already-done');
    if (consultation_id === null) tell(actor.personId, { kind: 'consultations.changed' });
    else await tellBeside(scope, consultation_id);
    return { id };
  });
