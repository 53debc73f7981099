// What the room knows of the screen on its wall: that there is one, and whether it shows less than the reader sees.
import { sql } from 'kysely';
import type { MeetingRoom } from '../../../shared/meeting.ts';
import type { Acting } from '../../access/actor.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { Found } from '../find-meeting.ts';
import { isNarrowed } from './for-all.ts';

/** @param present as the reader may know of them */
export const readRoomWall = async (
  tx: Tx,
  found: Found,
  present: readonly { readonly person_id: string; readonly affiliation_id: string | null }[],
): Promise<MeetingRoom['wall']> => {
  if (found.part !== 'team') return null;
  const { rows } = await sql<Acting>`select person_id as "personId", affiliation_id as "affiliationId"
    from access.wall_of(${found.row.id})`.execute(tx);
  const [paired] = rows;
  if (!paired) return null;
  const there = present.map((one) => ({ personId: one.person_id, affiliationId: one.affiliation_id }));
  return { narrowed: isNarrowed(found, [...there, paired]) };
};
