// Reads what was written in a document, in nobody's name: by the role of the delivery alone. Whoever calls has asked whether
// its reader may read it.
import { type Kysely, sql } from 'kysely';
import * as Y from 'yjs';
import { documentBeginning } from '../../shared/document-beginning.ts';
import { type Block, blocksOf } from '../../shared/document-blocks.ts';
import { documentRoot } from '../../shared/document-limits.ts';
import { wordsOf } from '../../shared/document-words.ts';
import { clientsByLine } from '../../shared/document-writers.ts';
import type { Author } from '../../shared/documents.ts';
import type { DB } from '../platform/db/tables.ts';
import { type Loaded, pageOfUpdates, type Writer, type Written } from './store.ts';

type WriterRow = {
  client_id: number;
  person_id: string;
  affiliation_id: string | null;
  name: string;
  kind: Author['agencyKind'];
};
const writerOf = (row: WriterRow): Writer => ({
  clientId: row.client_id,
  personId: row.person_id,
  affiliationId: row.affiliation_id,
  name: row.name,
  agencyKind: row.kind,
});
/** With the person and the agency of a row `c` of clients or updates. */
const known = sql.raw(`c.client_id, c.person_id, c.affiliation_id, p.name, g.kind`);
const joined = sql.raw(`join people p on p.id = c.person_id
  left join affiliations a on a.id = c.affiliation_id left join agencies g on g.id = a.agency_id`);

/** The state that was kept together last, and everybody who ever wrote. Null when there is no such document. */
export const loadDocument = async (gateway: Kysely<DB>, documentId: string): Promise<Loaded | null> => {
  const { rows } = await sql<{
    bytes: Buffer | null;
    seq: number | null;
    at: Date | null;
  }>`select s.bytes, s.seq, (select u.at from document_updates u where u.document_id = d.id order by u.seq desc limit 1) as at
      from documents d left join document_snapshots s on s.document_id = d.id where d.id = ${documentId}`.execute(
    gateway,
  );
  const [row] = rows;
  if (!row) return null;
  const writers = await sql<WriterRow>`select ${known} from document_clients c ${joined}
      where c.document_id = ${documentId} order by c.at, c.client_id`.execute(gateway);
  return {
    snapshot: row.bytes ? new Uint8Array(row.bytes) : documentBeginning(),
    snapshotSeq: row.seq ?? 0,
    writers: writers.rows.map(writerOf),
    at: row.at?.toISOString() ?? null,
  };
};

/** In the order of their numbers, a page at most, with the access epoch of that moment. */
export const readUpdatesAfter = async (
  gateway: Kysely<DB>,
  documentId: string,
  seq: number,
): Promise<{ updates: readonly Written[]; epoch: number }> => {
  const { rows } = await sql<
    WriterRow & { epoch: number; seq: number | null; bytes: Buffer; at: Date }
  >`select d.access_epoch as epoch, u.* from documents d left join lateral (
        select c.seq, c.bytes, c.at, ${known} from document_updates c ${joined}
        where c.document_id = d.id and c.seq > ${seq} order by c.seq limit ${pageOfUpdates}) u on true
      where d.id = ${documentId} order by u.seq`.execute(gateway);
  return {
    epoch: rows[0]?.epoch ?? -1,
    updates: rows.flatMap((row) =>
      row.seq === null
        ? []
        : [
            {
              seq: row.seq,
              writer: writerOf(row),
              bytes: new Uint8Array(row.bytes),
              at: row.at.toISOString(),
            },
          ],
    ),
  };
};

/** The text as it is in the table now, and how many updates it holds. Null for no document. */
const readDocument = async (
  gateway: Kysely<DB>,
  documentId: string,
): Promise<{ readonly doc: Y.Doc; readonly seq: number; readonly writers: readonly Writer[] } | null> => {
  const loaded = await loadDocument(gateway, documentId);
  if (!loaded) return null;
  const doc = new Y.Doc();
  if (loaded.snapshot) Y.applyUpdate(doc, loaded.snapshot);
  let seq = loaded.snapshotSeq;
  for (let more = true; more; ) {
    const { updates } = await readUpdatesAfter(gateway, documentId, seq);
    for (const { bytes, seq: at } of updates) {
      Y.applyUpdate(doc, bytes);
      seq = at;
    }
    more = updates.length === pageOfUpdates;
  }
  return { doc, seq, writers: loaded.writers };
};

/**
 * As plain words, a line for each block. After `freezeDocument`, in the same transaction: exactly what was frozen, for what
 * was written before is committed by then, and what comes after is refused.
 */
export const documentWords = async (gateway: Kysely<DB>, documentId: string): Promise<string | null> => {
  const read = await readDocument(gateway, documentId);
  return read && wordsOf(read.doc);
};

/** The same, and beside it how it looks: a block for each line. */
export const documentBlocks = async (
  gateway: Kysely<DB>,
  documentId: string,
): Promise<{ readonly words: string; readonly blocks: readonly Block[] } | null> => {
  const read = await readDocument(gateway, documentId);
  return read && { words: wordsOf(read.doc), blocks: blocksOf(read.doc) };
};

/** The same again, and for each line who wrote it, most letters first. */
export const documentLines = async (
  gateway: Kysely<DB>,
  documentId: string,
): Promise<readonly { readonly block: Block; readonly by: readonly Writer[] }[]> => {
  const read = await readDocument(gateway, documentId);
  if (!read) return [];
  const { doc, writers } = read;
  const clients = clientsByLine(doc.getXmlFragment(documentRoot));
  return blocksOf(doc).map((block, line) => ({
    block,
    by: (clients[line] ?? []).flatMap((id) => writers.find(({ clientId }) => clientId === id) ?? []),
  }));
};
