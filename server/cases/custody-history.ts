// What was recorded of a guardian's custody, and when: each state is kept as it was recorded, with what it rested on.
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import { listCustodyChanges as contract } from '../../shared/custody.ts';
import { caseAbilities } from '../access/abilities.ts';
import type { Actor } from '../access/actor.ts';
import type { CaseCommand } from '../access/command.ts';
import { logView } from '../access/logs.ts';
import { read, rightsIn } from '../access/reading.ts';
import type { Relations } from '../platform/db/tables.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { homeTeamAudience } from './case-audiences.ts';

type Answer = z.output<typeof contract.response>;
type Relation = Selectable<Relations>;

/** The state that begins now; before the first change, also the one that held until now. */
export const recordCustody = async (
  command: CaseCommand,
  before: Relation,
  after: Relation,
  basis: string,
): Promise<void> => {
  const { tx, at, actor, caseId, facts } = command;
  const aclKey = await command.intern(homeTeamAudience(facts.homeAgencyId));
  const state = (row: Relation) => ({
    case_id: caseId,
    acl_key: aclKey,
    relation_id: row.id,
    custody: row.custody,
    custody_from: row.custody_from,
    custody_until: row.custody_until,
    power_classes: row.power_classes,
    ended_on: row.ended_on,
  });
  const known = await tx
    .selectFrom('custody_changes')
    .select('id')
    .where('relation_id', '=', after.id)
    .limit(1)
    .executeTakeFirst();
  const first = known
    ? []
    : [{ ...state(before), basis: '', recorded_by: null, recorded_at: before.created_at }];
  await tx
    .insertInto('custody_changes')
    .values([
      ...first,
      { ...state(after), basis: basis.trim(), recorded_by: actor.personId, recorded_at: at },
    ])
    .execute();
};

/** @throws Refusal `not-allowed` outside the home team, `not-found` */
export const listCustodyChanges = (
  server: Server,
  actor: Actor,
  { caseId, relationId }: { caseId: string; relationId: string },
): Promise<Answer> =>
  read(server.context, actor, async (tx, at) => {
    const { viewer, keys } = await rightsIn(tx, server.facts, actor, caseId, at);
    if (!caseAbilities(viewer).includes('read-custody')) throw new Refusal('not-allowed');
    const relation = await tx
      .selectFrom('relations')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('id', '=', relationId)
      .where('acl_key', 'in', keys)
      .executeTakeFirst();
    if (!relation) throw notFound();
    const rows = await tx
      .selectFrom('custody_changes as c')
      .leftJoin('people as p', 'p.id', 'c.recorded_by')
      .selectAll('c')
      .select('p.name')
      .where('c.relation_id', '=', relationId)
      .where('c.acl_key', 'in', keys)
      .orderBy('c.recorded_at', 'desc')
      .orderBy('c.id', 'desc')
      .execute();
    await logView(tx, actor, at, {
      kind: 'custody',
      caseId,
      objectId: relationId,
      purpose: 'case-work',
      detail: { count: rows.length },
    });
    const first = { ...relation, basis: '', recorded_at: relation.created_at, name: null };
    return contract.response.parse({
      changes: (rows.length > 0 ? rows : [first]).map((row) => ({
        id: row.id,
        custody: row.custody,
        custodyFrom: row.custody_from,
        custodyUntil: row.custody_until,
        powerClasses: row.power_classes,
        endedOn: row.ended_on,
        basis: row.basis,
        recordedAt: row.recorded_at.toISOString(),
        recordedByName: row.name,
      })),
    });
  });
