// An anonymous request becomes a named one: another request, received at once like every other. Of the anonymous one nothing is
// changed, told or dated, so that nobody who reads it learns anything (decision 19).
import { sql } from 'kysely';
import type { z } from 'zod';
import { moveOf } from '../../shared/consultation-moves.ts';
import type { nameConsultation as contract } from '../../shared/consultation-naming.ts';
import { type Call, command } from '../access/command.ts';
import { readStanding } from '../access/standing.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { tellBeside, tellOf } from './beside.ts';
import { refuse } from './consultation-command.ts';
import { findConsultation } from './find-consultation.ts';
import { type Look, lookAtNaming } from './look-at-naming.ts';
import { isNamed } from './namings.ts';
import { dueOf, newNumber } from './send-consultation.ts';

type Body = z.output<typeof contract.body & z.ZodType>;

/** In the order in which somebody mends it. @throws Refusal as the contract says */
const requireReady = ({ service, missing, agencyIds, same }: Look, given: Body): void => {
  if (missing.includes('service-refuses'))
    throw new Refusal('service-refuses', { reason: service.ended ? 'ended' : 'named' });
  const lacking = missing.filter((part) => !part.startsWith('ground'));
  if (lacking.length > 0) throw new Refusal('draft-incomplete', { missing: lacking.join(' ') });
  const ground = missing.find((part) => part.startsWith('ground'));
  if (ground) throw new Refusal('ground-missing', { reason: ground });
  const seen = new Set(given.agencyIds);
  if (seen.size !== agencyIds.length || agencyIds.some((id) => !seen.has(id)))
    throw new Refusal('readers-changed');
  if (same.length > 0 && !given.sameKept) throw new Refusal('same-words', { parts: same.join(' ') });
};

export const nameConsultation = (
  server: Server,
  call: Call,
  id: string,
  given: Body,
): Promise<{ id: string }> =>
  command(server.context, call, async ({ tx, actor, at, tell }) => {
    const found = await findConsultation(tx, await readStanding(tx, actor, at), id);
    const move = moveOf('name', found.parts, found.facts);
    if ('refused' in move) throw await refuse(tx, move.refused, found);
    if (await isNamed(tx, actor, id)) throw new Refusal('already-done');
    const { fields } = given;
    const look = await lookAtNaming(tx, actor, at, found, fields);
    requireReady(look, given);
    const { until, ...ground } = fields.child.ground ?? { until: null };
    const draft = {
      ...fields,
      anonymous: false,
      child: { ...fields.child, ground: fields.child.ground && ground },
    };
    const { rows } = await sql<{ id: string }>`
      select access.name_consultation(${id}, ${JSON.stringify(draft)}::jsonb, ${until}::date, ${newNumber(at)},
        ${dueOf(at, look.service, fields.urgency)}::date, ${[...look.agencyIds]}::uuid[]) as id`.execute(tx);
    const namedId = rows[0]?.id ?? '';
    await tellBeside({ tx, tell }, namedId);
    // That there is a named one now stands on the asker's own page of this one, and on nobody else's.
    const { personId, affiliation } = actor;
    if (affiliation) tellOf({ tell }, id, [{ personId, affiliationId: affiliation.id }]);
    return { id: namedId };
  });
