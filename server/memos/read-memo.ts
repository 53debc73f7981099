// Memos as they are read: one, those that wait for a signature or belong to a case, and one version as it was.
import { MeetingKind } from '../../shared/meeting.ts';
import { type Memo, MemoContent, type MemoHead, type MemoVersionHead } from '../../shared/memo.ts';
import { type Actor, actingAs } from '../access/actor.ts';
import type { Facts } from '../access/facts.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import { mayRead } from '../access/rules.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { type FoundPart, findParts } from './find-parts.ts';
import {
  namesIn,
  presentPart,
  presentVersionHead,
  readVersions,
  type VersionRows,
  waitsFor,
} from './present.ts';

/** The team's part before the others, the own agency's last: as they are read. */
const order: readonly FoundPart['fact']['part'][] = ['shared', 'team', 'agency'];
const inOrder = (parts: readonly FoundPart[]): FoundPart[] =>
  parts.toSorted(
    (a, b) => order.indexOf(a.fact.part) - order.indexOf(b.fact.part) || (a.row.id < b.row.id ? -1 : 1),
  );

/** May the reader know of the participation that has this key? An agency's own part names whoever signed it to the agency. */
const knownIn = (facts: Facts, actor: Actor, at: Date, part?: FoundPart) => (aclKey: number) => {
  if (part !== undefined && part.fact.part === 'agency' && !part.member) return true;
  const audience = facts.audiences.find((a) => a.aclKey === aclKey);
  return audience !== undefined && mayRead(facts, actingAs(actor), audience, at.getTime());
};

type About = { readonly caseNumber: string; readonly childGivenName: string };

/** From the case, or, where that is closed to the reader, from what was signed. */
const readAbout = async (tx: Tx, caseIds: readonly string[], { versions }: VersionRows) => {
  const cases =
    caseIds.length === 0
      ? []
      : await tx
          .selectFrom('cases')
          .select(['id', 'number', 'child_given_name'])
          .where('id', 'in', caseIds)
          .execute();
  return (caseId: string): About | null => {
    const open = cases.find(({ id }) => id === caseId);
    if (open) return { caseNumber: open.number, childGivenName: open.child_given_name };
    const kept = versions.find((v) => v.case_id === caseId);
    if (!kept) return null;
    const { caseNumber, childGivenName } = MemoContent.parse(kept.content);
    return { caseNumber, childGivenName };
  };
};

const headOf = ({ row }: FoundPart, about: About) => ({
  itemId: row.item_id,
  meetingId: row.meeting_id,
  caseId: row.case_id,
  ...about,
  kind: MeetingKind.parse(row.kind),
  fromAt: row.from_at.toISOString(),
  untilAt: row.until_at.toISOString(),
});

/** In a reading transaction, whose log row is written. @throws Refusal `not-found` */
export const presentMemo = async (
  tx: Tx,
  { context, facts }: Pick<Server, 'context' | 'facts'>,
  actor: Actor,
  at: Date,
  itemId: string,
  kind: 'memo' | 'memo-text' | 'memo-pdf',
): Promise<Memo> => {
  const parts = inOrder(await findParts(tx, facts, actor, at, (rows) => rows.where('item_id', '=', itemId)));
  const [first] = parts;
  if (!first) throw notFound();
  const rows = await readVersions(tx, parts);
  const [names, aboutOf] = await Promise.all([namesIn(tx, rows), readAbout(tx, [first.row.case_id], rows)]);
  const about = aboutOf(first.row.case_id);
  if (!about) throw notFound();
  const shown = [];
  for (const part of parts) {
    const known = knownIn(part.facts, actor, at, part);
    shown.push(await presentPart(tx, context, part, rows, { actor, at, names, known }));
  }
  await logView(tx, actor, at, { kind, caseId: first.row.case_id, objectId: itemId, purpose: 'meeting' });
  return {
    ...headOf(first, about),
    parts: shown,
    teamWithheld: !parts.some(({ fact }) => fact.part === 'team'),
  };
};

/** @throws Refusal `not-found` */
export const readMemo = (server: Server, actor: Actor, itemId: string): Promise<Memo> =>
  read(server.context, actor, (tx, at) => presentMemo(tx, server, actor, at, itemId, 'memo'));

/** Signatures are asked for a year; in the case they can be given as long as it is open. */
const askedFor = 365 * 86_400_000;

type Which = { readonly caseId: string | null; readonly kept: boolean };

/** @param which `kept`: those alone that are one's agency's own, of cases that are closed to one; else of a case all, of no case those to sign */
export const listMemos = (
  server: Server,
  actor: Actor,
  { caseId, kept }: Which,
): Promise<{ memos: MemoHead[] }> =>
  read(server.context, actor, async (tx, at) => {
    const found = await findParts(tx, server.facts, actor, at, (rows) => {
      if (caseId !== null) return rows.where('case_id', '=', caseId);
      return kept ? rows : rows.where('from_at', '>', new Date(at.getTime() - askedFor));
    });
    const parts = kept ? found.filter(({ member }) => !member) : found;
    const rows = await readVersions(tx, parts);
    const items = [...new Map(parts.map((part) => [part.row.item_id, part])).values()];
    const aboutOf = await readAbout(tx, [...new Set(items.map(({ row }) => row.case_id))], rows);
    const memos = items.flatMap((one): MemoHead[] => {
      const about = aboutOf(one.row.case_id);
      if (!about) return [];
      const own = parts.filter(({ row }) => row.item_id === one.row.item_id);
      const toSign = own.filter((part) => waitsFor(part, rows, actor)).length;
      return [{ ...headOf(one, about), toSign, signed: own.every(({ row }) => row.state === 'signed') }];
    });
    const shown = caseId === null && !kept ? memos.filter(({ toSign }) => toSign > 0) : memos;
    await logView(tx, actor, at, {
      kind: 'memos',
      caseId,
      objectId: null,
      purpose: 'meeting',
      detail: { count: shown.length },
    });
    return { memos: shown };
  });

/** @throws Refusal `not-found` */
export const readMemoVersion = (
  server: Server,
  actor: Actor,
  versionId: string,
): Promise<{ head: MemoVersionHead; content: MemoContent }> =>
  read(server.context, actor, async (tx, at) => {
    const row = await tx
      .selectFrom('memo_versions')
      .selectAll()
      .where('id', '=', versionId)
      .executeTakeFirst();
    if (!row) throw notFound();
    const [part] = await findParts(tx, server.facts, actor, at, (rows) =>
      rows.where('id', '=', row.memo_part_id),
    );
    if (!part) throw notFound();
    const rows = await readVersions(tx, [part]);
    const names = await namesIn(tx, rows);
    await logView(tx, actor, at, {
      kind: 'memo-version',
      caseId: row.case_id,
      objectId: row.id,
      purpose: 'meeting',
    });
    return {
      head: presentVersionHead(row, rows, names, knownIn(part.facts, actor, at, part)),
      content: MemoContent.parse(row.content),
    };
  });
