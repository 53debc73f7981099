// Under turvakielto a text can still tell where the child is. Its author is warned before it goes outside the home agency:
// only an author who may read where the child is, so that a warning tells nobody anything.
import type { Facts } from '../access/facts.ts';
import type { WantedAudience } from '../access/intern-audience.ts';
import type { Rights } from '../access/reading.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { type EntryRow, fieldsOf } from './find-entry.ts';
import { namesPlace } from './names-a-place.ts';

export type Told = 'address' | 'municipality' | 'school';
const places: readonly Told[] = ['address', 'municipality', 'school'];

const leavesHome = ({ homeAgencyId }: Facts, audience: WantedAudience): boolean =>
  audience.ownerAgencyId !== homeAgencyId ||
  audience.familyScope !== 'none' ||
  audience.scope === 'everyone' ||
  (audience.scope === 'agencies' && audience.agencyIds.some((id) => id !== homeAgencyId));

/** Which of the child's whereabouts the text seems to name, where it would go to somebody outside the home agency. */
export const tellsWhere = async (
  tx: Tx,
  { facts, keys }: Rights,
  row: EntryRow,
  audience: WantedAudience,
): Promise<Told[]> => {
  if (row.case_id === null || !leavesHome(facts, audience)) return [];
  const where = await tx
    .selectFrom('whereabouts')
    .select(places)
    .where('case_id', '=', row.case_id)
    .where('non_disclosure', '=', true)
    .where('acl_key', 'in', keys)
    .executeTakeFirst();
  if (!where) return [];
  const text = Object.values(fieldsOf(row))
    .map((field) => field.text)
    .join('\n');
  return places.filter((place) => namesPlace(text, where[place] ?? ''));
};
