// What was opened by break-glass, as far as it concerns somebody. The database answers only those rows (ring 2); here the
// same is asked once more of the row (ring 1).
import { sql } from 'kysely';
import { Finding, GlassUse } from '../../shared/break-glass.ts';
import { type Actor, reviewsGlass } from '../access/actor.ts';
import type { Tx } from '../platform/db/transaction.ts';

type Row = {
  id: string;
  number: string;
  person_id: string;
  affiliation_id: string;
  name: string;
  profession: string;
  agency: unknown;
  reason: string;
  at: Date;
  until: Date;
  ended_at: Date | null;
  looked: unknown;
  opened: unknown;
  finding: string | null;
  review_note: string | null;
  reviewer: string | null;
  reviewed_at: Date | null;
  agency_ids: string[];
  responsible_ids: string[];
};

const iso = (at: string): string => new Date(at).toISOString();

const reviews = (actor: Actor, row: Row): boolean =>
  reviewsGlass(actor) && row.agency_ids.includes(actor.affiliation?.agencyId ?? '');

const concerns = (actor: Actor, row: Row): boolean => {
  const own = actor.affiliation?.id ?? '';
  return row.affiliation_id === own || row.responsible_ids.includes(own) || reviews(actor, row);
};

const reviewOf = (row: Row): GlassUse['review'] =>
  row.finding === null || row.reviewed_at === null
    ? null
    : {
        finding: Finding.parse(row.finding),
        note: row.review_note,
        name: row.reviewer ?? '',
        at: row.reviewed_at.toISOString(),
      };

const present = (actor: Actor, row: Row): GlassUse => {
  const looked = row.looked as { firstAt: string }[];
  const opened = row.opened as { at: string }[];
  return GlassUse.parse({
    id: row.id,
    number: row.number,
    name: row.name,
    profession: row.profession,
    agency: row.agency,
    reason: row.reason,
    at: row.at.toISOString(),
    until: row.until.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    looked: looked.map((one) => ({ ...one, firstAt: iso(one.firstAt) })),
    opened: opened.map((one) => ({ ...one, at: iso(one.at) })),
    review: reviewOf(row),
    can: row.finding === null && reviews(actor, row) && row.person_id !== actor.personId ? ['review'] : [],
  });
};

/** The newest first, two hundred at most. */
export const readUses = async (tx: Tx, actor: Actor): Promise<GlassUse[]> => {
  const { rows } = await sql<Row>`select * from access.glass_uses()`.execute(tx);
  return rows.filter((row) => concerns(actor, row)).map((row) => present(actor, row));
};
