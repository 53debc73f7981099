// Closes a case that was opened by break-glass, before its time. Nothing of it is left on the screen.
import { sql } from 'kysely';
import { type Call, caseCommand } from '../access/command.ts';
import { toldBy } from '../cases/index.ts';
import type { Server } from '../server.ts';

export const endBreakGlass = (
  { context, facts }: Server,
  call: Call,
  caseId: string,
): Promise<{ id: string }> =>
  caseCommand(
    context,
    facts,
    call,
    caseId,
    () => undefined,
    async (command) => {
      const { rows } = await sql`select * from access.end_break_glass(${caseId})`.execute(command.tx);
      await command.changeAccess();
      for (const { event, aclKey } of toldBy(rows)) command.publish(event, aclKey);
      command.tell(command.actor.personId, { kind: 'today.changed' });
      return { id: caseId };
    },
  );
