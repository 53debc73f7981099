// Withdraws a ground: what stood on it leaves open screens at once; the logs of what was seen before remain.
import { type Selectable, sql } from 'kysely';
import { actingAs } from '../access/actor.ts';
import { type Call, caseCommand } from '../access/command.ts';
import { mayWithdrawGround, requireCaseAbility } from '../access/granting.ts';
import { readableKeys } from '../access/rules.ts';
import type { Grounds } from '../platform/db/tables.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { presentGround } from './present.ts';

export const withdrawGround = (
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
    (command) => requireCaseAbility(command, 'record-ground'),
    async (command) => {
      const { tx, actor, at } = command;
      const keys = readableKeys(command.facts, actingAs(actor), at.getTime());
      const seen = await tx
        .selectFrom('grounds as g')
        .innerJoin('affiliations as a', 'a.id', 'g.recorded_by')
        .select(['g.effect', 'g.from_agency_id', 'g.withdrawn_at', 'a.agency_id'])
        .where('g.id', '=', groundId)
        .where('g.case_id', '=', caseId)
        .where('g.acl_key', 'in', keys)
        .executeTakeFirst();
      if (!seen) throw notFound();
      const ground = {
        effect: seen.effect === 'prohibit' ? ('prohibit' as const) : ('allow' as const),
        fromAgencyId: seen.from_agency_id,
        recordedAgencyId: seen.agency_id,
      };
      if (!mayWithdrawGround(command.facts, actingAs(actor), at.getTime(), ground))
        throw new Refusal('not-allowed');
      if (seen.withdrawn_at !== null) throw new Refusal('already-done');
      const { rows } = await sql<
        Selectable<Grounds>
      >`select * from access.withdraw_ground(${groundId})`.execute(tx);
      const row = rows[0];
      if (!row) throw new Error('a ground was not withdrawn');
      await command.changeAccess();
      command.publish({ kind: 'ground.withdrawn', ground: presentGround(row) }, row.acl_key);
      if (readableKeys(command.facts, actingAs(actor), at.getTime()).includes(row.acl_key)) {
        command.note({ kind: 'ground-withdrawn', aclKey: row.acl_key, objectId: row.id });
      }
      return { id: groundId };
    },
  );
