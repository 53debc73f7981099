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

/** Can somebody outside the home agency read what has this audience? */
export const leavesHome = (
  { homeAgencyId }: Pick<Facts, 'homeAgencyId'>,
  audience: WantedAudience,
): boolean =>
  audience.ownerAgencyId !== homeAgencyId ||
  audience.familyScope !== 'none' ||
  audience.scope === 'everyone' ||
  (audience.scope === 'agencies' && audience.agencyIds.some((id) => id !== homeAgencyId));

type Places = Readonly<Record<Told, string | null>>;

/** What turvakielto hides of where the child is, for whoever may read it; null without turvakielto. */
export const hiddenPlaces = async (tx: Tx, caseId: string, keys: readonly number[]): Promise<Places | null> =>
  (await tx
    .selectFrom('whereabouts')
    .select(places)
    .where('case_id', '=', caseId)
    .where('non_disclosure', '=', true)
    .where('acl_key', 'in', keys)
    .executeTakeFirst()) ?? null;

export const placesIn = (text: string, where: Places): Told[] =>
  places.filter((place) => namesPlace(text, where[place] ?? ''));

/** Which of the child's whereabouts the text seems to name, where it would go to somebody outside the home agency. */
export const tellsWhere = async (
  tx: Tx,
  { facts, keys }: Rights,
  row: EntryRow,
  audience: WantedAudience,
): Promise<Told[]> => {
  if (row.case_id === null || !leavesHome(facts, audience)) return [];
  const where = await hiddenPlaces(tx, row.case_id, keys);
  if (!where) return [];
  const text = Object.values(fieldsOf(row))
    .map((field) => field.text)
    .join('\n');
  return placesIn(text, where);
};
