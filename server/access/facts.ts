// The base facts of one case from which ring 1 reasons: memberships, affiliations, grounds, audiences. Never acl_members.
import { sql } from 'kysely';
import { z } from 'zod';
import {
  DataClass,
  FamilyScope,
  GroundKind,
  Id,
  MemberRole,
  Profession,
  Scope,
} from '../../shared/vocabulary.ts';
import type { Tx } from '../platform/db/transaction.ts';

const Moment = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : Date.parse(text)));
const Facts = z.object({
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
    }),
  ),
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
export type AudienceFact = Facts['audiences'][number];

/** Facts as the transaction sees them. Null where there is no such case. */
export const readFacts = async (tx: Tx, caseId: string): Promise<Facts | null> => {
  const { rows } = await sql<{ facts: unknown }>`select access.case_facts(${caseId}) as facts`.execute(tx);
  const facts = rows[0]?.facts;
  return facts === null || facts === undefined ? null : Facts.parse(facts);
};

export type FactsAtEpoch = { readonly epoch: number; readonly facts: Facts };

/** Facts change only with the access epoch of the case's stream, so they are kept until it rises. */
export const createFactsCache = (limit = 2_000) => {
  const kept = new Map<string, FactsAtEpoch>();
  return {
    /** The access epoch that the transaction sees, read first, and the facts of it. */
    async read(tx: Tx, caseId: string): Promise<FactsAtEpoch | null> {
      const stream = await tx
        .selectFrom('streams')
        .select('access_epoch')
        .where('id', '=', caseId)
        .where('kind', '=', 'case')
        .executeTakeFirst();
      if (!stream) return null;
      const epoch = stream.access_epoch;
      const known = kept.get(caseId);
      if (known?.epoch === epoch) return known;
      const facts = await readFacts(tx, caseId);
      if (!facts) return null;
      const fresh = { epoch, facts };
      kept.delete(caseId);
      kept.set(caseId, fresh);
      if (kept.size > limit) kept.delete(kept.keys().next().value ?? caseId);
      return fresh;
    },
    forget: (caseId: string): void => void kept.delete(caseId),
  };
};
export type FactsCache = ReturnType<typeof createFactsCache>;
