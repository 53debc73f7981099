// Agencies by name, as a page of a case names them.
import { sql } from 'kysely';
import type { NamedAgency } from '../../shared/sharing.ts';
import { AgencyKind } from '../../shared/vocabulary.ts';
import type { Tx } from '../platform/db/transaction.ts';

const present = (g: { id: string; kind: string; name_fi: string; name_sv: string }): NamedAgency => ({
  id: g.id,
  kind: AgencyKind.parse(g.kind),
  nameFi: g.name_fi,
  nameSv: g.name_sv,
});

export const readNamedAgencies = async (
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedAgency>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('agencies')
    .select(['id', 'kind', 'name_fi', 'name_sv'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((g) => [g.id, present(g)]));
};

const most = 20;

/** Agencies whose name holds every word; none for no words. Organisations are public to everybody who signs in. */
export const findAgencies = async (tx: Tx, q: string): Promise<NamedAgency[]> => {
  const words = q.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  let query = tx.selectFrom('agencies').select(['id', 'kind', 'name_fi', 'name_sv']);
  for (const word of words) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(sql<boolean>`concat_ws(' ', name_fi, name_sv, municipality) ilike ${pattern}`);
  }
  return (await query.orderBy('name_fi').orderBy('id').limit(most).execute()).map(present);
};
