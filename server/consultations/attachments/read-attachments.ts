// The files beside a draft or a request, without their bytes; and one file, for whoever may have it, its download logged.
import type { z } from 'zod';
import { Attachment, attachmentKinds } from '../../../shared/attachment.ts';
import type { listDraftAttachments } from '../../../shared/consultation-attachments.ts';
import type { Actor } from '../../access/actor.ts';
import { isAdder, listsFile, readsFile } from '../../access/attachment-rules.ts';
import { logView } from '../../access/logs.ts';
import { read } from '../../access/reading.ts';
import { readStanding, type Standing } from '../../access/standing.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { notFound, Refusal } from '../../platform/http/refusal.ts';
import type { Server } from '../../server.ts';
import { findDraft } from '../drafts.ts';
import { findConsultation } from '../find-consultation.ts';
import { type Names, readNames } from '../names.ts';

/** Beside what. */
export type Beside = { readonly draftId: string } | { readonly consultationId: string };

const rowsOf = (tx: Tx, beside: Beside) => {
  const all = tx
    .selectFrom('consultation_attachments')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .orderBy('n');
  return (
    'draftId' in beside
      ? all.where('draft_id', '=', beside.draftId)
      : all.where('consultation_id', '=', beside.consultationId)
  ).execute();
};
export type AttachmentRow = Awaited<ReturnType<typeof rowsOf>>[number];

/** Of what the actor reads. */
export const readAttachments = async (tx: Tx, standing: Standing, beside: Beside): Promise<AttachmentRow[]> =>
  (await rowsOf(tx, beside)).filter((row) => listsFile(standing, row, true));

const stateOf = (server: Server, { scan }: AttachmentRow): Attachment['state'] => {
  if (scan === 'clean') return 'open';
  if (scan === 'infected') return 'held';
  return server.context.config.clamdAddress === undefined ? 'unchecked' : 'checking';
};

export const presentAttachment = (
  server: Server,
  standing: Standing,
  row: AttachmentRow,
  names: Names,
): Attachment =>
  Attachment.parse({
    id: row.id,
    n: row.n,
    name: row.name,
    kind: row.kind,
    size: row.size,
    sha256: row.sha256.toString('hex'),
    side: row.side,
    by: names.person(row.affiliation_id),
    at: row.added_at.toISOString(),
    state: stateOf(server, row),
    can: [
      ...(readsFile(standing, row, true) ? ['download'] : []),
      ...(isAdder(standing, row) ? ['remove'] : []),
    ],
  });

/** @throws Refusal `not-found` */
export const listOfDraft = (
  server: Server,
  actor: Actor,
  draftId: string,
): Promise<z.output<typeof listDraftAttachments.response>> =>
  read(server.context, actor, async (tx, at) => {
    const standing = await readStanding(tx, actor, at);
    await findDraft(tx, actor, draftId);
    const rows = await readAttachments(tx, standing, { draftId });
    const names = await readNames(
      tx,
      rows.map((row) => row.affiliation_id),
      [],
    );
    await logView(tx, actor, at, {
      kind: 'draft-attachments',
      caseId: null,
      objectId: draftId,
      purpose: 'consultation',
      detail: { count: rows.length },
    });
    return { attachments: rows.map((row) => presentAttachment(server, standing, row, names)) };
  });

/** The file as whoever may see that it is there finds it, with the number of its request. */
const findFile = async (
  tx: Tx,
  standing: Standing,
  id: string,
): Promise<{ row: AttachmentRow; number: string | null }> => {
  const row = await tx
    .selectFrom('consultation_attachments')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  const request =
    row.consultation_id === null ? null : await findConsultation(tx, standing, row.consultation_id);
  if (!listsFile(standing, row, request !== null)) throw notFound();
  return { row, number: request?.row.number ?? null };
};

export type Downloaded = { readonly fileName: string; readonly type: string; readonly bytes: Buffer };

/**
 * The name under which it is saved says nothing but the request's number and which of its files it is.
 * @throws Refusal `not-found`; `attachment-not-open` to whoever sees that it is there and may not have it
 */
export const readFile = (server: Server, actor: Actor, id: string): Promise<Downloaded> =>
  read(server.context, actor, async (tx, at) => {
    const standing = await readStanding(tx, actor, at);
    const { row, number } = await findFile(tx, standing, id);
    const { type, endings } = attachmentKinds[Attachment.shape.kind.parse(row.kind)];
    if (!readsFile(standing, row, true))
      throw new Refusal('attachment-not-open', { reason: stateOf(server, row) });
    const kept = await tx
      .selectFrom('consultation_attachment_bytes')
      .select('bytes')
      .where('attachment_id', '=', id)
      .executeTakeFirst();
    if (!kept) throw notFound();
    await logView(tx, actor, at, {
      kind: 'consultation-attachment',
      caseId: null,
      objectId: id,
      purpose: 'consultation',
    });
    return { fileName: `${number ?? 'attachment'}-${row.n}.${endings[0]}`, type, bytes: kept.bytes };
  });
