// Memberships with the names that go with them.
import type { Tx } from '../platform/db/transaction.ts';

export const selectMembers = (tx: Tx, caseId: string) =>
  tx
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

/** One membership as the actor of the transaction may read it. */
export const readMember = (tx: Tx, caseId: string, memberId: string) =>
  selectMembers(tx, caseId).where('m.id', '=', memberId).executeTakeFirst();

/** The places of substitutes beside a membership, those that are over among them. */
export const readSubstitutes = (tx: Tx, caseId: string, memberId: string) =>
  selectMembers(tx, caseId).where('m.substitutes_for', '=', memberId).orderBy('m.id').execute();
