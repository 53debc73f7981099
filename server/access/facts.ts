// The base facts of one case from which ring 1 reasons: memberships, affiliations, grounds, guardians,
// audiences. Never acl_members.
import { sql } from 'kysely';
import { z } from 'zod';
import {
  Capacity,
  DataClass,
  FamilyScope,
  GroundKind,
  Id,
  MemberRole,
  Profession,
  Scope,
} from '../../shared/vocabulary.ts';
import { endOfDay, startOfDay } from '../platform/clock/helsinki.ts';
import { kept as keptStatement } from '../platform/db/kept.ts';
import { ask, type Tx } from '../platform/db/transaction.ts';

const Moment = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : Date.parse(text)));
const Day = z.string().nullable();
const earliest = (days: (string | null)[]): string | null =>
  days.filter((day) => day !== null).sort()[0] ?? null;

/** A guardian of the child with their own powers, which hold on whole days of Helsinki. */
const GuardianFact = z
  .object({
    relationId: Id,
    personId: Id.nullable(),
    /** The audience of the relation: who may know of this guardian. */
    aclKey: z.number(),
    custody: z.enum(['joint', 'sole', 'limited', 'none']),
    powerClasses: z.array(DataClass),
    from: Day,
    until: Day,
    endedOn: Day,
  })
  .transform(({ from, until, endedOn, ...guardian }) => {
    const last = earliest([until, endedOn]);
    return {
      ...guardian,
      startsAt: from === null ? null : startOfDay(from).getTime(),
      endsAt: last === null ? null : endOfDay(last).getTime(),
    };
  });
/** A guardian as the facts would have them with this custody; undefined for whoever is no guardian. */
export const guardianFrom = (row: {
  relationId: string;
  person_id: string | null;
  acl_key: number;
  custody: z.input<typeof GuardianFact>['custody'] | null;
  powerClasses: DataClass[];
  custodyFrom: string | null;
  custodyUntil: string | null;
  endedOn: string | null;
}): z.infer<typeof GuardianFact> | undefined =>
  row.custody === null
    ? undefined
    : GuardianFact.parse({
        relationId: row.relationId,
        personId: row.person_id,
        aclKey: row.acl_key,
        custody: row.custody,
        powerClasses: row.custody === 'limited' ? row.powerClasses : [],
        from: row.custodyFrom,
        until: row.custodyUntil,
        endedOn: row.endedOn,
      });

export const Facts = z.object({
  caseId: Id,
  /** The audience of the case itself: of the child's name, and that there is such a case. */
  aclKey: z.number(),
  homeAgencyId: Id,
  closedAt: Moment,
  birthDate: z.string(),
  memberships: z.array(
    z.object({
      id: Id,
      personId: Id,
      affiliationId: Id.nullable(),
      agencyId: Id.nullable(),
      profession: Profession.nullable(),
      role: MemberRole,
      aclKey: z.number(),
      startsAt: Moment,
      endsAt: Moment,
    }),
  ),
  grounds: z.array(
    z.object({
      id: Id,
      kind: GroundKind,
      effect: z.enum(['allow', 'prohibit']),
      beatsProhibition: z.boolean(),
      fromAgencyId: Id.nullable(),
      toAgencyId: Id.nullable(),
      dataClasses: z.array(DataClass),
      startsAt: Moment,
      endsAt: Moment,
      empty: z.boolean(),
      givenBy: Id.nullable(),
      givenByRelation: Id.nullable(),
      capacity: Capacity.nullable(),
    }),
  ),
  guardians: z.array(GuardianFact),
  audiences: z.array(
    z.object({
      aclKey: z.number(),
      ownerAgencyId: Id,
      dataClass: DataClass,
      scope: Scope,
      agencyIds: z.array(Id),
      familyScope: FamilyScope,
      familyIds: z.array(Id),
      authorIds: z.array(Id),
      participation: z.boolean(),
    }),
  ),
});
export type Facts = z.infer<typeof Facts>;
export type Membership = Facts['memberships'][number];
export type GroundFact = Facts['grounds'][number];
export type Guardian = Facts['guardians'][number];
export type AudienceFact = Facts['audiences'][number];

/** Facts as the transaction sees them. Null where there is no such case. */
export const readFacts = async (tx: Tx, caseId: string): Promise<Facts | null> => {
  const { rows } = await sql<{ facts: unknown }>`select access.case_facts(${caseId}) as facts`.execute(tx);
  const facts = rows[0]?.facts;
  return facts === null || facts === undefined ? null : Facts.parse(facts);
};

export type FactsAtEpoch = { readonly epoch: number; readonly facts: Facts };

/** In one statement with their epochs: read apart, the two could be of different moments. */
const readWithEpochs = async (tx: Tx, caseIds: readonly string[]): Promise<Map<string, FactsAtEpoch>> => {
  if (caseIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; epoch: number; facts: unknown }>`
    select id, access_epoch as epoch, access.case_facts(id) as facts from streams
    where id = any(${caseIds}::uuid[]) and kind = 'case'`.execute(tx);
  return new Map(
    rows.flatMap(({ id, epoch, facts }) =>
      facts === null ? [] : [[id, { epoch, facts: Facts.parse(facts) }]],
    ),
  );
};

const epochOf = keptStatement((db, given: { caseId: string }) =>
  db.selectFrom('streams').select('access_epoch').where('id', '=', given.caseId).where('kind', '=', 'case'),
);
const epochHeld = keptStatement((db, given: { caseId: string }) =>
  db
    .selectFrom('streams')
    .select('access_epoch')
    .where('id', '=', given.caseId)
    .where('kind', '=', 'case')
    .forUpdate(),
);

/** Facts change only with the access epoch of the case's stream, so they are kept until it rises. */
export const createFactsCache = (limit = 2_000) => {
  const kept = new Map<string, FactsAtEpoch>();
  const keep = (caseId: string, fresh: FactsAtEpoch): FactsAtEpoch => {
    kept.delete(caseId);
    kept.set(caseId, fresh);
    if (kept.size > limit) kept.delete(kept.keys().next().value ?? caseId);
    return fresh;
  };
  return {
    /**
     * An access epoch that the transaction sees, and the facts of it.
     * @param queue waits for whoever is changing the stream, and lets nobody change it before the transaction ends
     */
    async read(tx: Tx, caseId: string, queue = false): Promise<FactsAtEpoch | null> {
      const [stream] = await ask(tx, (queue ? epochHeld : epochOf)({ caseId }));
      if (!stream) return null;
      const epoch = stream.access_epoch;
      const known = kept.get(caseId);
      if (known?.epoch === epoch) return known;
      const fresh = (await readWithEpochs(tx, [caseId])).get(caseId);
      return fresh ? keep(caseId, fresh) : null;
    },
    /** Has access not changed, as the transaction sees it now, since this epoch? */
    async stillAt(tx: Tx, caseId: string, epoch: number): Promise<boolean> {
      const [stream] = await ask(tx, epochOf({ caseId }));
      return stream?.access_epoch === epoch;
    },
    /** The same for many cases; those that do not exist are left out. */
    async readAll(tx: Tx, caseIds: readonly string[]): Promise<Map<string, FactsAtEpoch>> {
      if (caseIds.length === 0) return new Map();
      const streams = await tx
        .selectFrom('streams')
        .select(['id', 'access_epoch'])
        .where('id', '=', sql<string>`any(${caseIds}::uuid[])`)
        .where('kind', '=', 'case')
        .execute();
      const missing = streams.filter((s) => kept.get(s.id)?.epoch !== s.access_epoch).map((s) => s.id);
      const fresh = await readWithEpochs(tx, missing);
      const found = new Map<string, FactsAtEpoch>();
      for (const { id, access_epoch: epoch } of streams) {
        const known = kept.get(id);
        const read = fresh.get(id);
        if (read) found.set(id, keep(id, read));
        else if (known?.epoch === epoch) found.set(id, known);
      }
      return found;
    },
  };
};
export type FactsCache = ReturnType<typeof createFactsCache>;
