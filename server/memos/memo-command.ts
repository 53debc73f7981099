// A command on one part of a memo, in its case: found by ring 1, held by a door of the database that asks again; everybody who reads the
// part is told that something of theirs is another.
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import { read } from '../access/reading.ts';
import { readersOf } from '../access/rules.ts';
import { tellBesideMeeting } from '../meetings/index.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { type FoundPart, findParts } from './find-parts.ts';

/** @throws Refusal `not-found` */
export const requirePart = async (c: CaseCommand, server: Server, memoPartId: string): Promise<FoundPart> => {
  const [part] = await findParts(c.tx, server.facts, c.actor, c.at, (rows) =>
    rows.where('id', '=', memoPartId),
  );
  if (!part?.member) throw notFound();
  return part;
};

export const tellReaders = (c: CaseCommand, { facts, fact }: FoundPart): void => {
  const audience = facts.audiences.find((a) => a.aclKey === fact.aclKey);
  const readers = audience ? readersOf(facts, audience, c.at.getTime()) : [];
  for (const personId of new Set(readers.map((one) => one.personId)))
    c.tell(personId, { kind: 'meetings.changed' });
};

/** @throws Refusal `not-found`, `case-closed` */
export const memoCommand = async <R extends Record<string, unknown>>(
  server: Server,
  call: Call,
  memoPartId: string,
  run: (command: CaseCommand, part: FoundPart) => Promise<R>,
): Promise<R> => {
  const row = await read(server.context, call.actor, (tx) =>
    tx.selectFrom('memo_parts').select('case_id').where('id', '=', memoPartId).executeTakeFirst(),
  );
  if (!row) throw notFound();
  return caseCommand(
    server.context,
    server.facts,
    call,
    row.case_id,
    async (c) => {
      await requirePart(c, server, memoPartId);
      if (c.viewer.closed) throw new Refusal('case-closed');
    },
    async (c) => {
      const part = await requirePart(c, server, memoPartId);
      const result = await run(c, part);
      tellReaders(c, part);
      // How many memos wait for a signature, all of the meeting's team see.
      await tellBesideMeeting(c, part.row.meeting_id, []);
      return result;
    },
  );
};
