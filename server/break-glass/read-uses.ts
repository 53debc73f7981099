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

type Waiting = Pick<Row, 'id' | 'number' | 'person_id' | 'name' | 'at' | 'agency_ids'>;

const iso = (at: string): string => new Date(at).toISOString();

const reviews = (actor: Actor, row: Pick<Row, 'agency_ids'>): boolean =>
  reviewsGlass(actor) && row.agency_ids.includes(actor.affiliation?.agencyId ?? '');

const concerns = (actor: Actor, row: Row): boolean => {
  const own = actor.affiliation?.id ?? '';
  return row.affiliation_id === own || row.responsible_ids.includes(own) || reviews(actor, row);
};

/** Never their own. */
const mayReview = (actor: Actor, row: Pick<Row, 'agency_ids' | 'person_id'>): boolean =>
  reviews(actor, row) && row.person_id !== actor.personId;

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
    can: row.finding === null && mayReview(actor, row) ? ['review'] : [],
  });
};

const read = async (tx: Tx, actor: Actor, useId: string | null): Promise<GlassUse[]> => {
  const { rows } = await sql<Row>`select * from access.glass_uses(${useId})`.execute(tx);
  return rows.filter((row) => concerns(actor, row)).map((row) => present(actor, row));
};

/** The newest first, two hundred at most; of older ones those that nobody has reviewed yet. */
export const readUses = (tx: Tx, actor: Actor): Promise<GlassUse[]> => read(tx, actor, null);

export const readUse = async (tx: Tx, actor: Actor, useId: string): Promise<GlassUse | undefined> =>
  (await read(tx, actor, useId))[0];

/** What waits for the actor's review, the newest first, without its trail. */
export const readUsesToReview = async (tx: Tx, actor: Actor): Promise<Waiting[]> => {
  if (!reviewsGlass(actor)) return [];
  const { rows } = await sql<Waiting>`select * from access.glass_to_review()`.execute(tx);
  return rows.filter((row) => mayReview(actor, row));
};
