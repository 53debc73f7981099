// A version waits for its contributors' signatures: one neutral mail to those who are not signed in.
import type { CaseCommand } from '../access/command.ts';
import { readCaseName } from '../cases/index.ts';
import { queueMail } from '../mails/index.ts';
import type { Part } from './version-parts.ts';

export const tellContributors = async (c: CaseCommand, parts: readonly Part[]): Promise<void> => {
  const professionals = parts.flatMap((part) =>
    part.content.authors.filter((author) => author.profession !== null),
  );
  const others = new Set(
    professionals.map((author) => author.personId).filter((id) => id !== c.actor.personId),
  );
  const { number } = await readCaseName(c.tx, c.caseId);
  for (const personId of others) {
    const mail = { personId, stage: 'to-sign' as const, caseNumber: number, dueOn: null };
    await queueMail(c.tx, { ...mail, path: `/cases/${c.caseId}/assessment` }, c.at);
  }
};
