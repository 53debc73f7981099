// Is there such a case in the register of the own agency? Every look is kept, and looks in vain are counted: this is no way
// to find out who is known.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { findForBreakGlass as contract } from '../../shared/break-glass.ts';
import { breaksGlass } from '../access/actor.ts';
import { type Call, command } from '../access/command.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';

type Input = z.output<typeof contract.body & z.ZodType>;
type Answer = z.output<typeof contract.response>;

/** @throws Refusal `not-allowed` for whoever is no professional of social or health care */
export const findForBreakGlass = (server: Server, call: Call, input: Input): Promise<Answer> =>
  command(server.context, call, async ({ tx, actor, at }): Promise<Answer> => {
    if (!breaksGlass(actor)) throw new Refusal('not-allowed');
    const [number, name, born] =
      'number' in input ? [input.number, null, null] : [null, input.childName, input.birthDate];
    const { rows } = await sql<{ outcome: Answer['outcome']; case_id: string | null; number: string | null }>`
      select * from access.find_for_break_glass(${number}, ${name}, ${born}::date)`.execute(tx);
    const [found] = rows;
    if (!found) throw new Error('a look for a case has no answer');
    if (found.case_id === null || found.number === null) return { outcome: found.outcome, found: null };
    const member = await tx
      .selectFrom('memberships')
      .select('id')
      .where('case_id', '=', found.case_id)
      .where('person_id', '=', actor.personId)
      .where('affiliation_id', '=', actor.affiliation?.id ?? null)
      .where('starts_at', '<=', at)
      .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
      .executeTakeFirst();
    return {
      outcome: found.outcome,
      found: { id: found.case_id, number: found.number, member: member !== undefined },
    };
  });
