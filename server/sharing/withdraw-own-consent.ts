// A child or a guardian ends a consent that they gave themselves, with one press. What stood on it leaves open screens at
// once; the logs of what was seen before remain.
import { type Selectable, sql } from 'kysely';
import { actingAs } from '../access/actor.ts';
import { type Call, caseCommand } from '../access/command.ts';
import { mayWithdrawOwn } from '../access/granting.ts';
import { readableKeys } from '../access/rules.ts';
import { presentGround } from '../cases/index.ts';
import type { Grounds } from '../platform/db/tables.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';

export const withdrawOwnConsent = (
  { context, facts }: Server,
  call: Call,
  caseId: string,
  groundId: string,
): Promise<{ id: string }> =>
  caseCommand(
    context,
    facts,
    call,
    caseId,
    () => undefined,
    async (command) => {
      const { tx, actor, at } = command;
      const readable = () => readableKeys(command.facts, actingAs(actor), at.getTime());
      const seen = await tx
        .selectFrom('grounds')
        .select('withdrawn_at')
        .where('id', '=', groundId)
        .where('case_id', '=', caseId)
        .where('acl_key', 'in', readable())
        .executeTakeFirst();
      if (!seen) throw notFound();
      if (!mayWithdrawOwn(command.facts, actingAs(actor), groundId)) throw new Refusal('not-allowed');
      if (seen.withdrawn_at !== null) throw new Refusal('already-done');
      const { rows } = await sql<
        Selectable<Grounds>
      >`select * from access.withdraw_own_consent(${groundId})`.execute(tx);
      const row = rows[0];
      if (!row) throw new Error('a consent was not withdrawn');
      await command.changeAccess();
      command.publish({ kind: 'ground.withdrawn', ground: presentGround(row) }, row.acl_key);
      if (readable().includes(row.acl_key))
        command.note({ kind: 'ground-withdrawn', aclKey: row.acl_key, objectId: row.id });
      return { id: groundId };
    },
  );
