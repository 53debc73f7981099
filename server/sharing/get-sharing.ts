// Who sees what of whom, why and until when: for agencies by ground, for the family by what was released to them. Only of
// those whom the viewer may know of, and between agencies only where one of them is the viewer's own or the case's.
import { sql } from 'kysely';
import type { CoverageOfClass, Sharing } from '../../shared/sharing.ts';
import { type DataClass, dataClasses } from '../../shared/vocabulary.ts';
import { type Actor, actingAs } from '../access/actor.ts';
import { coverageOf, type Way } from '../access/coverage.ts';
import type { Facts } from '../access/facts.ts';
import { mayWithdrawGround, mayWithdrawOwn } from '../access/granting.ts';
import { logView } from '../access/logs.ts';
import { type Rights, read, rightsIn } from '../access/reading.ts';
import { mayRead } from '../access/rules.ts';
import { knownMembers } from '../access/seen-as.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';
import { readNamedAgencies } from './agencies.ts';

type GroundRow = {
  id: string;
  effect: string;
  from_agency_id: string | null;
  agency_id: string;
  over: boolean;
};

/** The viewer's grounds of the case, with what decides who may end them. */
export const readGroundRows = async (
  tx: Tx,
  caseId: string,
  keys: readonly number[],
): Promise<GroundRow[]> => {
  const { rows } = await sql<GroundRow>`
    select g.id, g.effect, g.from_agency_id, a.agency_id, g.withdrawn_at is not null or upper(g.valid) <= app.now() as over
    from grounds g join affiliations a on a.id = g.recorded_by
    where g.case_id = ${caseId} and g.acl_key = any(${keys}::bigint[]) order by g.id`.execute(tx);
  return rows;
};

const classesOf = (facts: Facts, way: Omit<Way, 'dataClass'>, at: number, readable: ReadonlySet<string>) =>
  dataClasses.map((dataClass): CoverageOfClass => {
    const { groundIds, until, ...rest } = coverageOf(facts, { ...way, dataClass }, at);
    return {
      dataClass,
      ...rest,
      groundIds: groundIds.filter((id) => readable.has(id)),
      until: until === null ? null : new Date(until).toISOString(),
    };
  });

/**
 * The family reads of a way only what grounds say that they may read: where one that they may not would change the answer,
 * the class is left out, neither promised nor denied.
 */
const asFamilyMayKnow = (
  facts: Facts,
  way: Omit<Way, 'dataClass'>,
  at: number,
  readable: ReadonlySet<string>,
): CoverageOfClass[] => {
  const told = { ...facts, grounds: facts.grounds.filter((g) => readable.has(g.id)) };
  const truth = new Map(classesOf(facts, way, at, readable).map((one) => [one.dataClass, one.sees]));
  return classesOf(told, way, at, readable).filter((one) => truth.get(one.dataClass) === one.sees);
};

const agenciesOf = async (
  tx: Tx,
  actor: Actor,
  { facts, at }: Rights,
  readable: ReadonlySet<string>,
): Promise<Sharing['agencies']> => {
  const now = at.getTime();
  const members = knownMembers(facts, actingAs(actor), now);
  const ids = [...new Set(members.flatMap((m) => m.agencyId ?? []))].sort();
  const named = await readNamedAgencies(tx, ids);
  const own = actor.affiliation?.agencyId ?? null;
  const told = (from: string, to: string): boolean =>
    own === null || own === facts.homeAgencyId || own === from || own === to;
  const between = own === null ? asFamilyMayKnow : classesOf;
  return [...named.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((agency) => ({
      ...agency,
      of: ids
        .filter((from) => from !== agency.id && told(from, agency.id))
        .map((from) => ({
          fromAgencyId: from,
          classes: between(facts, { from, to: agency.id }, now, readable),
        })),
    }));
};

const familyOf = async (tx: Tx, actor: Actor, { facts, keys, at }: Rights): Promise<Sharing['family']> => {
  const members = knownMembers(facts, actingAs(actor), at.getTime()).filter((m) => m.agencyId === null);
  if (members.length === 0) return [];
  const [people, { rows }] = await Promise.all([
    tx
      .selectFrom('people')
      .select(['id', 'name'])
      .where(
        'id',
        'in',
        members.map((m) => m.personId),
      )
      .execute(),
    sql<{ acl_key: number; data_class: DataClass; count: number }>`
      select acl_key, data_class, count(*)::int as count from entries
      where case_id = ${facts.caseId} and state <> 'draft' and acl_key = any(${keys}::bigint[]) group by acl_key, data_class`.execute(
      tx,
    ),
  ]);
  const names = new Map(people.map((p) => [p.id, p.name]));
  const audiences = new Map(facts.audiences.map((a) => [a.aclKey, a]));
  return members.flatMap((m) => {
    const name = names.get(m.personId);
    if (name === undefined) return [];
    const who = { personId: m.personId, affiliationId: null };
    const counts = new Map<DataClass, number>();
    for (const row of rows) {
      const audience = audiences.get(row.acl_key);
      if (audience && mayRead(facts, who, audience, at.getTime()))
        counts.set(row.data_class, (counts.get(row.data_class) ?? 0) + row.count);
    }
    const texts = dataClasses.flatMap((dataClass) => {
      const count = counts.get(dataClass);
      return count === undefined ? [] : [{ dataClass, count }];
    });
    return [{ personId: m.personId, name, role: m.role, texts }];
  });
};

export const getSharing = (
  { context, facts: cache }: Server,
  actor: Actor,
  caseId: string,
): Promise<Sharing> =>
  read(context, actor, async (tx, at) => {
    const rights = await rightsIn(tx, cache, actor, caseId, at);
    const { facts, viewer, keys } = rights;
    const rows = await readGroundRows(tx, caseId, keys);
    const readable = new Set(rows.map((row) => row.id));
    const [agencies, family] = await Promise.all([
      agenciesOf(tx, actor, rights, readable),
      familyOf(tx, actor, rights),
    ]);
    await logView(tx, actor, at, { kind: 'sharing', caseId, objectId: caseId, purpose: 'case-work' });
    const open = rows.filter((row) => !row.over);
    const withdrawable = open.filter(
      (row) =>
        viewer.professional &&
        !viewer.closed &&
        mayWithdrawGround(facts, actingAs(actor), at.getTime(), {
          effect: row.effect === 'prohibit' ? 'prohibit' : 'allow',
          fromAgencyId: row.from_agency_id,
          recordedAgencyId: row.agency_id,
        }),
    );
    const own = open.filter((row) => mayWithdrawOwn(facts, actingAs(actor), row.id));
    return { agencies, family, withdrawable: withdrawable.map((g) => g.id), own: own.map((g) => g.id) };
  });
