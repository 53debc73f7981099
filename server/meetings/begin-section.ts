// Beginning a section of the memo: of a phase by the home team, for the team or for those who were invited; the own part of an agency
// by whoever of it was let in.
import { sql } from 'kysely';
import type { Call, CaseCommand } from '../access/command.ts';
import { actingIn } from '../access/writing.ts';
import { readCaseName } from '../cases/index.ts';
import { startDocument } from '../documents/index.ts';
import { dataClassOf } from '../entries/index.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { agencyPart, sharedPart, teamPart } from './item-audience.ts';
import { itemCommand, type Place } from './item-command.ts';
import { requireState } from './meeting-command.ts';
import { memoSection } from './memo-section-kind.ts';
import { phasesOf } from './phases.ts';

type Wanted = { readonly part: 'shared' | 'team' | 'agency'; readonly key: number };

/** The agencies of those who were invited to the item, other than the home agency. */
const invited = async (c: CaseCommand, itemId: string): Promise<string[]> => {
  const rows = await c.tx
    .selectFrom('agenda_visits')
    .select('membership_id')
    .where('item_id', '=', itemId)
    .where('withdrawn_at', 'is', null)
    .execute();
  const agencies = rows.flatMap(
    ({ membership_id: id }) => c.facts.memberships.find((m) => m.id === id)?.agencyId ?? [],
  );
  return [...new Set(agencies)].filter((id) => id !== c.facts.homeAgencyId).toSorted();
};

/** @throws Refusal `not-found`, `not-allowed` where nothing is written together in this phase */
const ofPhase = async (c: CaseCommand, { found, item }: Place, phase: string): Promise<Wanted> => {
  if (item.part !== 'team') throw notFound();
  const phases = await phasesOf(c.tx, found);
  const part = phases.find(({ key }) => key === phase)?.part ?? 'none';
  if (part === 'none') throw new Refusal('not-allowed', { reason: 'phase' });
  const audience = part === 'team' ? teamPart(c.facts) : sharedPart(c.facts, await invited(c, item.row.id));
  return { part, key: await c.intern(audience) };
};

/** @throws Refusal `not-allowed` for the family, which has no register */
const ofOwnAgency = async (c: CaseCommand): Promise<Wanted> => {
  const agencyId = actingIn(c.facts, c.actor, c.at)?.agencyId;
  if (!agencyId) throw new Refusal('not-allowed');
  return {
    part: 'agency',
    key: await c.intern(agencyPart(agencyId, dataClassOf(c.actor.affiliation?.agencyKind))),
  };
};

/** Whoever begins second lands in the first one's. @throws Refusal `not-found`, `not-allowed`, `meeting-state` */
export const beginSection = (
  server: Server,
  call: Call,
  itemId: string,
  phase: string | null,
): Promise<{ id: string; documentId: string }> =>
  itemCommand(server, call, itemId, 'anybody', async (c, place) => {
    requireState(place.found, 'open');
    const { part, key } = phase === null ? await ofOwnAgency(c) : await ofPhase(c, place, phase);
    const { rows } = await sql<{
      id: string;
    }>`select access.begin_section(${itemId}, ${part}, ${phase}, ${key}) as id`.execute(c.tx);
    const id = rows[0]?.id ?? '';
    const known = await c.tx
      .selectFrom('documents')
      .select('id')
      .where('scope_kind', '=', memoSection)
      .where('scope_id', '=', id)
      .executeTakeFirst();
    if (known) return { id, documentId: known.id };
    const { number } = await readCaseName(c.tx, c.caseId);
    return { id, documentId: await startDocument(c, { kind: memoSection, scopeId: id, about: number }) };
  });
