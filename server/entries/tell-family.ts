// Something to read for the family: one neutral mail to each of them who gains a text and is not signed in. How often at the
// most, the sender of mails knows.
import type { CaseCommand } from '../access/command.ts';
import { readersOf } from '../access/rules.ts';
import { queueMail } from '../mails/index.ts';
import { audienceOf, type EntryRow } from './find-entry.ts';

const familyReading = (c: CaseCommand, aclKey: number): string[] =>
  readersOf(c.facts, audienceOf(c.facts, { acl_key: aclKey }), c.at.getTime())
    .filter((m) => m.agencyId === null)
    .map((m) => m.personId);

/** @param before the text as it was, or as nobody else could read it */
export const tellFamily = async (c: CaseCommand, before: EntryRow, moved: EntryRow): Promise<void> => {
  const had = new Set(before.state === 'shared' ? familyReading(c, before.acl_key) : []);
  const gains = familyReading(c, moved.acl_key).filter(
    (id) => !had.has(id) && !moved.author_ids.includes(id) && id !== c.actor.personId,
  );
  if (gains.length === 0) return;
  const { number } = await c.tx
    .selectFrom('cases')
    .select('number')
    .where('id', '=', c.caseId)
    .executeTakeFirstOrThrow();
  for (const personId of gains) {
    const mail = { personId, stage: 'texts-to-read' as const, caseNumber: number, dueOn: null };
    await queueMail(c.tx, { ...mail, path: `/cases/${c.caseId}` }, c.at);
  }
};
