// A command on one part of a memo, in its case: found by ring 1, held by a door of the database that asks again; and telling those who
// read the part that something of theirs is another.
import { type Call, type CaseCommand, type Command, caseCommand } from '../access/command.ts';
import type { Membership } from '../access/facts.ts';
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

/** Those who read the part, as far as `whom` says. */
export const tellReaders = (
  { tell, at }: Pick<Command, 'tell' | 'at'>,
  { facts, fact }: FoundPart,
  whom: (reader: Membership) => boolean = () => true,
): void => {
  const audience = facts.audiences.find((a) => a.aclKey === fact.aclKey);
  const readers = audience ? readersOf(facts, audience, at.getTime()).filter(whom) : [];
  for (const personId of new Set(readers.map((one) => one.personId)))
    tell(personId, { kind: 'meetings.changed' });
};

/** The part is another for its readers; and all of the meeting's team see how many memos wait for a signature. */
export const partMoved = async (c: CaseCommand, part: FoundPart): Promise<void> => {
  tellReaders(c, part);
  await tellBesideMeeting(c, part.row.meeting_id, []);
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
      return run(c, part);
    },
  );
};
