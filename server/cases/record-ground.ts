// Records a ground, a refusal or a prohibition: what may, or may not, go from one agency to another.
import { type Selectable, sql } from 'kysely';
import type { z } from 'zod';
import type { recordGround as contract, GroundInput } from '../../shared/cases.ts';
import { actingAs } from '../access/actor.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import { mayConsent, mayRecordGround, requireCaseAbility } from '../access/granting.ts';
import { knowsOf, readableKeys } from '../access/rules.ts';
import { dayOf, endOfDay } from '../platform/clock/helsinki.ts';
import type { Grounds } from '../platform/db/tables.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { presentGround } from './present.ts';

type Given = z.output<typeof GroundInput>;
export type Between = { readonly fromAgencyId: string | null; readonly toAgencyId: string | null };

const wrong = (field: string): Refusal => new Refusal('invalid-input', { field });

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
  if (ground.until !== null && endOfDay(ground.until) <= at) throw wrong('until');
};

/** Whoever is said to have given it is of the case, known to the recorder, and may give such a consent. */
const requireGiver = async ({ tx, facts, actor, at, caseId }: CaseCommand, ground: Given): Promise<void> => {
  if (ground.givenBy === null) return;
  const giver = facts.memberships.find(
    (m) => m.personId === ground.givenBy && knowsOf(facts, actingAs(actor), m, at.getTime()),
  );
  if (!giver) throw notFound();
  if (ground.effect === 'prohibit') return;
  const relation = await tx
    .selectFrom('relations')
    .select(['custody', 'custody_until as until'])
    .where('case_id', '=', caseId)
    .where('person_id', '=', giver.personId)
    .executeTakeFirst();
  if (!mayConsent(ground.kind, giver, relation, dayOf(at)))
    throw new Refusal('ground-missing', { reason: 'may-not-consent' });
};

const requireAgencies = async ({ tx }: CaseCommand, between: Between): Promise<void> => {
  const ids = [between.fromAgencyId, between.toAgencyId].filter((id) => id !== null);
  if (ids.length === 0) return;
  const found = await tx.selectFrom('agencies').select('id').where('id', 'in', ids).execute();
  if (found.length < ids.length) throw notFound();
};

/** Writes the ground and derives the case anew; the caller publishes it once every change of access is made. */
export const writeGround = async (
  command: CaseCommand,
  between: Between,
  ground: Given,
): Promise<Selectable<Grounds>> => {
  const { tx, actor, at, caseId, facts } = command;
  const affiliationId = actor.affiliation?.id;
  if (affiliationId === undefined) throw new Refusal('not-allowed');
  requireSound(ground, between, at);
  if (!mayRecordGround(facts, actingAs(actor), at.getTime(), { ...between, effect: ground.effect }))
    throw new Refusal('not-allowed');
  await requireAgencies(command, between);
  await requireGiver(command, ground);
  const { rows } = await sql<
    Selectable<Grounds>
  >`select * from access.record_ground(${caseId}, ${affiliationId}, ${ground.kind}, ${ground.effect},
    ${ground.beatsProhibition}, ${ground.statute || null}, ${ground.givenBy}, ${between.fromAgencyId}, ${between.toAgencyId}, ${ground.dataClasses},
    ${ground.evidence}, ${ground.until === null ? null : endOfDay(ground.until)})`.execute(tx);
  const row = rows[0];
  if (!row) throw new Error('a ground was not written');
  return row;
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
      const row = await writeGround(command, input, input.ground);
      await command.changeAccess();
      publishGround(command, row);
      return { id: row.id };
    },
  );
