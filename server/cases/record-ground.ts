// Records a ground, a refusal or a prohibition: what may, or may not, go from one agency to another.
import { type Selectable, sql } from 'kysely';
import type { z } from 'zod';
import type { recordGround as contract, GroundInput } from '../../shared/cases.ts';
import { actingAs } from '../access/actor.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import { guardianMayConsent, mayConsent, mayRecordGround, requireCaseAbility } from '../access/granting.ts';
import { knowsOf, readableKeys } from '../access/rules.ts';
import { endOfDay, startOfDay } from '../platform/clock/helsinki.ts';
import type { Grounds } from '../platform/db/tables.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { presentGround } from './present.ts';

type Given = z.output<typeof GroundInput>;
export type Between = { readonly fromAgencyId: string | null; readonly toAgencyId: string | null };

const wrong = (field: string): Refusal => new Refusal('invalid-input', { field });

/** When it begins to count: on its first day, and not before now. */
const beginOf = ({ from }: Given, at: Date): Date => {
  const first = from === null ? at : startOfDay(from);
  return first > at ? first : at;
};

/** What no list of values can say: a permission names both agencies, a statute its section, an end lies ahead. */
const requireSound = (ground: Given, { fromAgencyId, toAgencyId }: Between, at: Date): void => {
  if (ground.effect === 'allow' && (fromAgencyId === null || toAgencyId === null)) throw wrong('agencies');
  if (fromAgencyId !== null && fromAgencyId === toAgencyId) throw wrong('agencies');
  if (ground.kind === 'statute' && !ground.statute) throw wrong('statute');
  if (
    ground.beatsProhibition &&
    (ground.effect === 'prohibit' || !['statute', 'vital-interest'].includes(ground.kind))
  ) {
    throw wrong('beatsProhibition');
  }
  const begins = beginOf(ground, at);
  if (ground.until !== null && endOfDay(ground.until) <= begins) throw wrong('until');
  const childs = ground.kind === 'child-consent';
  if (childs && ground.capacity === null) throw wrong('capacity');
  if (childs ? !ground.capacityReason?.trim() : ground.capacityReason !== null) throw wrong('capacityReason');
  if (!childs && ground.capacity !== null) throw wrong('capacity');
  if (ground.givenBy !== null && ground.givenByRelations.length > 0) throw wrong('givenBy');
};

const mayNot = (): Refusal => new Refusal('ground-missing', { reason: 'may-not-consent' });

/** Whoever is said to have given it is of the case, known to the recorder, and may give such a consent. */
const requireGiver = ({ facts, actor, at }: CaseCommand, ground: Given): void => {
  if (ground.givenBy === null) return;
  const giver = facts.memberships.find(
    (m) => m.personId === ground.givenBy && knowsOf(facts, actingAs(actor), m, at.getTime()),
  );
  if (!giver) throw notFound();
  if (ground.effect === 'prohibit') return;
  const guardian = facts.guardians.find((g) => g.personId === giver.personId);
  if (!mayConsent(ground, giver, guardian, beginOf(ground, at).getTime())) throw mayNot();
};

/** The same of those who are named by their relation to the child: a guardian may have no sign-in. */
const requireRelations = async ({ tx, facts, at, caseId }: CaseCommand, ground: Given): Promise<void> => {
  const ids = [...new Set(ground.givenByRelations)];
  if (ids.length === 0) return;
  const rows = await tx
    .selectFrom('relations')
    .select('id')
    .where('case_id', '=', caseId)
    .where('id', 'in', ids)
    .execute();
  if (rows.length < ids.length) throw notFound();
  if (ground.kind !== 'guardian-consent' || ground.effect === 'prohibit') return;
  const begins = beginOf(ground, at).getTime();
  const may = (id: string): boolean => {
    const guardian = facts.guardians.find((g) => g.relationId === id);
    return guardian !== undefined && guardianMayConsent(guardian, ground, begins);
  };
  if (!ids.every(may)) throw mayNot();
};

const requireAgencies = async ({ tx }: CaseCommand, between: Between): Promise<void> => {
  const ids = [between.fromAgencyId, between.toAgencyId].filter((id) => id !== null);
  if (ids.length === 0) return;
  const found = await tx.selectFrom('agencies').select('id').where('id', 'in', ids).execute();
  if (found.length < ids.length) throw notFound();
};

const write = async (
  { tx, actor, at, caseId }: CaseCommand,
  between: Between,
  ground: Given,
  relationId: string | null,
): Promise<Selectable<Grounds>> => {
  const { rows } = await sql<
    Selectable<Grounds>
  >`select * from access.record_ground(${caseId}, ${actor.affiliation?.id ?? null}, ${ground.kind}, ${ground.effect},
    ${ground.beatsProhibition}, ${ground.statute || null}, ${ground.givenBy}, ${between.fromAgencyId}, ${between.toAgencyId}, ${ground.dataClasses},
    ${ground.evidence}, ${ground.until === null ? null : endOfDay(ground.until)}, ${relationId}, ${ground.capacity},
    ${ground.capacityReason?.trim() ?? null}, ${beginOf(ground, at)})`.execute(tx);
  const row = rows[0];
  if (!row) throw new Error('a ground was not written');
  return row;
};

/**
 * Writes the ground, one for each who gave it, and derives the case anew; the caller publishes them once every change
 * of access is made.
 */
export const writeGround = async (
  command: CaseCommand,
  between: Between,
  ground: Given,
): Promise<Selectable<Grounds>[]> => {
  const { actor, at, facts } = command;
  if (!actor.affiliation) throw new Refusal('not-allowed');
  requireSound(ground, between, at);
  if (!mayRecordGround(facts, actingAs(actor), at.getTime(), { ...between, effect: ground.effect }))
    throw new Refusal('not-allowed');
  await requireAgencies(command, between);
  requireGiver(command, ground);
  await requireRelations(command, ground);
  const givers = ground.givenByRelations.length === 0 ? [null] : [...new Set(ground.givenByRelations)];
  const rows: Selectable<Grounds>[] = [];
  for (const relationId of givers) rows.push(await write(command, between, ground, relationId));
  return rows;
};

/** Tells of a ground those who may know of it, and of what it discloses the log. After `changeAccess`. */
export const publishGround = (command: CaseCommand, row: Selectable<Grounds>): void => {
  const { facts, actor, at } = command;
  command.publish({ kind: 'ground.recorded', ground: presentGround(row) }, row.acl_key);
  // A prohibition may take its own recorder's sight of it away.
  if (!readableKeys(facts, actingAs(actor), at.getTime()).includes(row.acl_key)) return;
  command.note({
    kind: 'ground-recorded',
    aclKey: row.acl_key,
    objectId: row.id,
    detail: { effect: row.effect },
  });
};

type Input = z.output<typeof contract.body & z.ZodType>;

export const recordGround = (
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
    (command) => requireCaseAbility(command, 'record-ground'),
    async (command) => {
      const rows = await writeGround(command, input, input.ground);
      await command.changeAccess();
      for (const row of rows) publishGround(command, row);
      return { id: rows[0]?.id ?? '' };
    },
  );
