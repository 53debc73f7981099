// Finding the entry that a request is about, as somebody who may read it (ring 1 asked here, ring 2 by the query), and
// running a command on it as its author.
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { Field } from '../../shared/entries.ts';
import { EntryKind } from '../../shared/vocabulary.ts';
import { type Actor, actingAs } from '../access/actor.ts';
import { type Call, type CaseCommand, type Command, caseCommand, command } from '../access/command.ts';
import type { AudienceFact, Facts } from '../access/facts.ts';
import { read } from '../access/reading.ts';
import { mayRead } from '../access/rules.ts';
import { kept } from '../platform/db/kept.ts';
import type { Entries } from '../platform/db/tables.ts';
import { ask, type Tx } from '../platform/db/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';

export type EntryRow = Selectable<Entries>;
const Fields = z.record(z.string(), Field);
export type Fields = z.infer<typeof Fields>;

export const fieldsOf = (row: Pick<EntryRow, 'fields'>): Fields => Fields.parse(row.fields);
export const kindOf = (row: Pick<EntryRow, 'kind'>): EntryKind => EntryKind.parse(row.kind);
export const textOf = (fields: Fields, name: string): string => fields[name]?.text.trim() ?? '';

/** A hypothesis that was not taken into the record ends by itself. */
const hasEnded = (row: Pick<EntryRow, 'expires_at'>, at: Date): boolean =>
  row.expires_at !== null && row.expires_at <= at;

export const audienceOf = (facts: Facts, row: Pick<EntryRow, 'acl_key'>): AudienceFact => {
  const audience = facts.audiences.find((a) => a.aclKey === row.acl_key);
  if (!audience) throw notFound();
  return audience;
};

/** The case that an entry lies in, null for one of its author's alone; undefined where it cannot be read. */
export const caseOfEntry = (
  server: Server,
  actor: Actor,
  entryId: string,
): Promise<string | null | undefined> =>
  read(server.context, actor, async (tx) => {
    const row = await tx.selectFrom('entries').select('case_id').where('id', '=', entryId).executeTakeFirst();
    return row?.case_id;
  });

const lastSeenIn = new WeakMap<Server, Map<string, string>>();
const mostSeen = 20_000;

/**
 * Like `caseOfEntry`, but a case may be the one that the entry lay in for somebody a moment ago: typing asks several
 * times a second. It says nothing about rights; the command that goes there finds out, and then looks again.
 */
export const likelyCaseOfEntry = async (
  server: Server,
  actor: Actor,
  entryId: string,
): Promise<string | null | undefined> => {
  const seen = lastSeenIn.get(server) ?? new Map<string, string>();
  lastSeenIn.set(server, seen);
  const known = seen.get(entryId);
  if (known !== undefined) return known;
  const found = await caseOfEntry(server, actor, entryId);
  if (seen.size >= mostSeen) seen.clear();
  if (typeof found === 'string') seen.set(entryId, found);
  return found;
};

/**
 * An entry of the case that the actor may read.
 * @throws Refusal `not-found`
 */
export const readableEntry = async (c: CaseCommand, entryId: string): Promise<EntryRow> => {
  const row = await c.tx
    .selectFrom('entries')
    .selectAll()
    .where('id', '=', entryId)
    .where('case_id', '=', c.caseId)
    .executeTakeFirst();
  if (!row || hasEnded(row, c.at)) throw notFound();
  if (!mayRead(c.facts, actingAs(c.actor), audienceOf(c.facts, row), c.at.getTime())) throw notFound();
  return row;
};

const held = kept((db, given: { entryId: string; caseId: string }) =>
  db
    .selectFrom('entries')
    .selectAll()
    .where('id', '=', given.entryId)
    .where('case_id', '=', given.caseId)
    .forUpdate(),
);

/**
 * The author's own entry.
 * @param row the same, locked; undefined where there is nothing to lock
 * @throws Refusal `not-found`, `not-an-author`
 */
const requireOwnEntry = async (
  c: CaseCommand,
  entryId: string,
  row: EntryRow | undefined,
): Promise<EntryRow> => {
  if (row?.author_ids.includes(c.actor.personId) && !hasEnded(row, c.at)) {
    if (!mayRead(c.facts, actingAs(c.actor), audienceOf(c.facts, row), c.at.getTime())) throw notFound();
    return row;
  }
  // Nothing to lock: frozen, somebody else's, or not to be seen.
  const readable = await readableEntry(c, entryId);
  if (!readable.author_ids.includes(c.actor.personId)) throw new Refusal('not-an-author');
  return readable;
};

/** @throws Refusal `assessment-signed`, `case-closed` */
export const requireWritable = (c: CaseCommand, row: EntryRow): void => {
  if (c.viewer.closed) throw new Refusal('case-closed');
  if (row.state === 'frozen') throw new Refusal('assessment-signed');
};

/** A command of an author on an own entry that lies in a case. */
export const onOwnEntry = <R extends Record<string, unknown>>(
  server: Server,
  call: Call,
  caseId: string,
  entryId: string,
  run: (c: CaseCommand, row: EntryRow) => Promise<R>,
): Promise<R> => {
  const found: { row?: EntryRow } = {};
  return caseCommand(
    server.context,
    server.facts,
    call,
    caseId,
    async (c, row: EntryRow | undefined) => {
      found.row = await requireOwnEntry(c, entryId, row);
    },
    async (c) => {
      if (!found.row) throw notFound();
      return run(c, found.row);
    },
    async (tx) => (await ask(tx, held({ entryId, caseId })))[0],
  );
};

/** The own form or note, locked; it lies in no case. */
export const lockLoneEntry = async (tx: Tx, personId: string, entryId: string): Promise<EntryRow> => {
  const row = await tx
    .selectFrom('entries')
    .selectAll()
    .where('id', '=', entryId)
    .where('case_id', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row?.author_ids.includes(personId)) throw notFound();
  return row;
};

/** A command of its author on a form or note. */
export const onLoneEntry = <R extends Record<string, unknown>>(
  server: Server,
  call: Call,
  entryId: string,
  run: (c: Command, row: EntryRow) => Promise<R>,
): Promise<R> =>
  command(server.context, call, async (c) => run(c, await lockLoneEntry(c.tx, c.actor.personId, entryId)));
