// Who somebody is as they act: name, profession and agency, by the affiliation. Professionals' names are open to everybody who signs in.
import type { z } from 'zod';
import type { Somebody } from '../../shared/consultation-people.ts';
import { Profession } from '../../shared/vocabulary.ts';
import type { Tx } from '../platform/db/transaction.ts';

export type ActingName = z.infer<typeof Somebody>;

/** By affiliation; ids that are none, and nulls, are left out. */
export const readActingNames = async (
  tx: Tx,
  affiliationIds: readonly (string | null)[],
): Promise<Map<string, ActingName>> => {
  const ids = [...new Set(affiliationIds)].filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('affiliations as a')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .innerJoin('agencies as g', 'g.id', 'a.agency_id')
    .select(['a.id', 'p.id as person_id', 'p.name', 'a.profession', 'g.name_fi', 'g.name_sv'])
    .where('a.id', 'in', ids)
    .execute();
  return new Map(
    rows.map((row): [string, ActingName] => [
      row.id,
      {
        personId: row.person_id,
        name: row.name,
        profession: Profession.parse(row.profession),
        agencyNameFi: row.name_fi,
        agencyNameSv: row.name_sv,
      },
    ]),
  );
};
