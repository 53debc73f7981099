// Signing a part of a memo. The first signature makes the version: what its signer has read, as canonical JSON under its hash; who comes
// after signs the same. A correction begins the next version, and the signed one stays as it was.
import { sql } from 'kysely';
import type { Call, CaseCommand } from '../access/command.ts';
import { isKnownToAll } from '../access/memo-rules.ts';
import { documentAccessChanged } from '../documents/index.ts';
import { memoSection } from '../meetings/index.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { contentOf, hashOfContent, isEmpty, readDocuments } from './content.ts';
import type { FoundPart } from './find-parts.ts';
import { memoCommand, partMoved } from './memo-command.ts';
import { hasSigned, readVersions } from './present.ts';

type Seen = { readonly version: number; readonly hash: string };

/** Whoever writes in its texts is asked anew; what was being written waits for this command to end, and comes too late. */
const textsMoved = async (c: CaseCommand, part: FoundPart): Promise<void> => {
  const documents = await readDocuments(c.tx, part);
  if (documents.length > 0)
    await documentAccessChanged(
      c,
      memoSection,
      documents.map((one) => one.section_id),
    );
};

/** For whoever reads the part, where all of them may know that its actor takes part: else nobody is told who it was. */
const noteOf = (
  c: CaseCommand,
  { facts, fact, row }: FoundPart,
  kind: 'memo-signed' | 'memo-corrected',
  version: number,
): void => {
  const who = { personId: c.actor.personId, affiliationId: c.actor.affiliation?.id ?? null };
  if (isKnownToAll(facts, fact, who, c.at.getTime()))
    c.note({ kind, aclKey: row.acl_key, objectId: row.item_id, detail: { version: String(version) } });
};

/** @throws Refusal `nothing-written`, `version-conflict` where it is not what the signer has read */
const contentToSign = async (c: CaseCommand, server: Server, part: FoundPart, hash: string) => {
  if (!part.makes) throw new Refusal('not-allowed');
  await textsMoved(c, part);
  const content = await contentOf(c.tx, server.context, part, c.at);
  if (isEmpty(content)) throw new Refusal('nothing-written');
  if (hashOfContent(content) !== hash) throw new Refusal('version-conflict');
  return content;
};

/** @throws Refusal `not-found`, `not-allowed`, `already-done`, `version-conflict`, `nothing-written`, `case-closed` */
export const signMemo = (
  server: Server,
  call: Call,
  memoPartId: string,
  seen: Seen,
): Promise<{ id: string; version: number }> =>
  memoCommand(server, call, memoPartId, async (c, part) => {
    if (!part.signs) throw new Refusal('not-allowed');
    const { row } = part;
    if (row.version !== seen.version) throw new Refusal('version-conflict', { version: row.version });
    const rows = await readVersions(c.tx, [part]);
    if (hasSigned(part, rows, c.actor)) throw new Refusal('already-done');
    const last = rows.versions.at(-1);
    if (row.state === 'signed' && last?.hash !== seen.hash) throw new Refusal('version-conflict');
    const content =
      row.state === 'open' ? JSON.stringify(await contentToSign(c, server, part, seen.hash)) : null;
    const { rows: signed } = await sql<{ id: string }>`
      select access.sign_memo(${memoPartId}, ${seen.version}, ${content}::jsonb, ${seen.hash}) as id`.execute(
      c.tx,
    );
    noteOf(c, part, 'memo-signed', row.version);
    await partMoved(c, part);
    return { id: signed[0]?.id ?? '', version: row.version };
  });

/** @throws Refusal `not-found`, `not-allowed`, `version-conflict` where it is another version, or being corrected already, `case-closed` */
export const correctMemo = (
  server: Server,
  call: Call,
  memoPartId: string,
  { version, reason }: { version: number; reason: string },
): Promise<{ id: string; version: number }> =>
  memoCommand(server, call, memoPartId, async (c, part) => {
    if (!part.makes) throw new Refusal('not-allowed');
    if (part.row.state !== 'signed' || part.row.version !== version)
      throw new Refusal('version-conflict', { version: part.row.version });
    const { rows } = await sql<{ version: number }>`
      select access.correct_memo(${memoPartId}, ${version}, ${reason}) as version`.execute(c.tx);
    await textsMoved(c, part);
    noteOf(c, part, 'memo-corrected', rows[0]?.version ?? 0);
    await partMoved(c, part);
    return { id: memoPartId, version: rows[0]?.version ?? 0 };
  });
