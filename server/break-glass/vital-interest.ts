// The vital interest on which whoever has broken the glass reads another agency's entries, for as long as it is broken.
import { type Selectable, sql } from 'kysely';
import type { z } from 'zod';
import type { recordVitalInterest as contract } from '../../shared/break-glass.ts';
import { type Call, caseCommand } from '../access/command.ts';
import { presentGround } from '../cases/index.ts';
import type { Grounds } from '../platform/db/tables.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { tellWatchers } from './tell.ts';

type Input = z.output<typeof contract.body & z.ZodType>;

/** @throws Refusal `not-found` for an agency of which they do not know that it takes part */
export const recordVitalInterest = (
  { context, facts }: Server,
  call: Call,
  caseId: string,
  input: Input,
): Promise<{ id: string }> =>
  caseCommand(
    context,
    facts,
    call,
    caseId,
    ({ viewer, actor }) => {
      const own = actor.affiliation?.agencyId;
      if (!viewer.known.has(input.fromAgencyId) || input.fromAgencyId === own) throw notFound();
    },
    async (command) => {
      const { tx, actor, at } = command;
      const { rows } = await sql<Selectable<Grounds>>`
        select * from access.record_vital_interest(${caseId}, ${input.fromAgencyId}, ${input.dataClasses}, ${input.evidence.trim()})`.execute(
        tx,
      );
      const [row] = rows;
      if (!row) throw new Error('a vital interest was not written');
      await command.changeAccess();
      command.publish({ kind: 'ground.recorded', ground: presentGround(row) }, row.acl_key);
      const use = await tx
        .selectFrom('break_glass_uses')
        .select('id')
        .where('case_id', '=', caseId)
        .where('person_id', '=', actor.personId)
        .where('affiliation_id', '=', actor.affiliation?.id ?? null)
        .where('ended_at', 'is', null)
        .where('until', '>', at)
        .executeTakeFirstOrThrow();
      await tellWatchers(command, use.id);
      return { id: row.id };
    },
  );
