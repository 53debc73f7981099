// Memberships with the names that go with them.
import { type Kysely, sql } from 'kysely';
import { kept } from '../platform/db/kept.ts';
import type { DB } from '../platform/db/tables.ts';
import type { Tx } from '../platform/db/transaction.ts';

const selectMembers = (db: Kysely<DB>, caseId: string) =>
  db
    .selectFrom('memberships as m')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .leftJoin('affiliations as a', 'a.id', 'm.affiliation_id')
    .leftJoin('agencies as g', 'g.id', 'a.agency_id')
    .select([
      'm.id',
      'm.acl_key',
      'm.person_id',
      'p.name',
      'p.given_name',
      'm.role',
      'a.profession',
      'a.agency_id',
    ])
    .select([
      'g.kind',
      'g.name_fi',
      'g.name_sv',
      'm.starts_at',
      'm.ends_at',
      'm.accepted_at',
      'm.substitutes_for',
    ])
    .where('m.case_id', '=', caseId);

/** All that the keys open. */
export const membersOf = kept((db, given: { caseId: string; keys: readonly number[] }) =>
  selectMembers(db, given.caseId)
    .where('m.acl_key', '=', sql<number>`any(${given.keys}::bigint[])`)
    .orderBy('m.id'),
);

/** One membership as the actor of the transaction may read it. */
export const readMember = (tx: Tx, caseId: string, memberId: string) =>
  selectMembers(tx, caseId).where('m.id', '=', memberId).executeTakeFirst();

/** The places of substitutes beside a membership, those that are over among them. */
export const readSubstitutes = (tx: Tx, caseId: string, memberId: string) =>
  selectMembers(tx, caseId).where('m.substitutes_for', '=', memberId).orderBy('m.id').execute();
