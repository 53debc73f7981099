// Requests as somebody finds them: those on whose sides they stand (ring 1), with what they are in each. Ring 2 asks again.
import { type Selectable, sql } from 'kysely';
import {
  type ConsultationHead,
  type ConsultationSide,
  ConsultationHead as HeadShape,
} from '../../shared/consultation.ts';
import {
  type ConsultationPart,
  ConsultationState,
  isToBeAnswered,
  type MoveFacts,
} from '../../shared/consultation-moves.ts';
import { partsOf, sidesOf } from '../access/consultation-sides.ts';
import type { Standing } from '../access/standing.ts';
import type { Consultations } from '../platform/db/tables.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';

export type Row = Omit<Selectable<Consultations>, 'state'> & { readonly state: ConsultationState };
export type Found = {
  readonly row: Row;
  readonly parts: readonly ConsultationPart[];
  readonly sides: readonly ConsultationSide[];
  readonly facts: MoveFacts;
  /** Affiliations of those who stand in for the asker and for whoever has it, now. */
  readonly standIns: { readonly asker: string | null; readonly holder: string | null };
  /** To whom it was told last that nobody has it, while nobody does. */
  readonly escalated: ConsultationHead['escalated'];
};
type OnSide = Pick<Found, 'row' | 'parts' | 'sides'>;

/** Of these requests, those whose holder is still in the service that has it. */
const readHeld = async (tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`select access.held_consultations(${ids}::uuid[]) as id`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
};

const placed = (standing: Standing, row: Selectable<Consultations>): OnSide[] => {
  const known = { ...row, state: ConsultationState.parse(row.state) };
  const parts = partsOf(standing, known);
  return parts.length === 0 ? [] : [{ row: known, parts, sides: sidesOf(parts) }];
};

const readStandIns = async (tx: Tx, ids: readonly string[]) => {
  const { rows } = await sql<{
    consultation_id: string;
    affiliation_id: string;
    substitute_affiliation_id: string;
  }>`
    select consultation_id, affiliation_id, substitute_affiliation_id from access.consultation_stand_ins(${ids}::uuid[])`.execute(
    tx,
  );
  return new Map(
    rows.map((row) => [`${row.consultation_id} ${row.affiliation_id}`, row.substitute_affiliation_id]),
  );
};

/** The last time that it was told on, of each. */
const readEscalated = async (tx: Tx, ids: readonly string[]) => {
  const rows = await tx
    .selectFrom('consultation_escalations')
    .select(['consultation_id', 'told', 'at'])
    .where('consultation_id', 'in', ids)
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.consultation_id, row]));
};

const withFacts = async (tx: Tx, all: readonly OnSide[]): Promise<Found[]> => {
  if (all.length === 0) return [];
  const ids = all.map(({ row }) => row.id);
  const [held, standIns, escalated] = await Promise.all([
    readHeld(tx, ids),
    readStandIns(tx, ids),
    readEscalated(tx, ids),
  ]);
  const standIn = (row: Row, affiliationId: string | null) =>
    standIns.get(`${row.id} ${affiliationId}`) ?? null;
  const told = (row: Row): Found['escalated'] => {
    const last = escalated.get(row.id);
    const waits = isToBeAnswered(row.state) && !held.has(row.id);
    return last && waits
      ? HeadShape.shape.escalated.parse({ told: last.told, at: last.at.toISOString() })
      : null;
  };
  return all.map((one) => ({
    ...one,
    standIns: {
      asker: standIn(one.row, one.row.asker_affiliation_id),
      holder: held.has(one.row.id) ? standIn(one.row, one.row.holder_affiliation_id) : null,
    },
    escalated: told(one.row),
    facts: {
      state: one.row.state,
      anonymous: one.row.anonymous,
      passing: one.row.offered_service_id !== null,
      held: held.has(one.row.id),
    },
  }));
};

/** @throws Refusal `not-found` for whoever is on no side of it, and where there is none: the two look the same */
export const findConsultation = async (tx: Tx, standing: Standing, id: string): Promise<Found> => {
  const row = await tx.selectFrom('consultations').selectAll().where('id', '=', id).executeTakeFirst();
  const [one] = await withFacts(tx, row ? placed(standing, row) : []);
  if (!one) throw notFound();
  return one;
};

/** Of these rows those on whose sides they stand, in the same order. */
export const foundIn = (
  tx: Tx,
  standing: Standing,
  rows: readonly Selectable<Consultations>[],
): Promise<Found[]> =>
  withFacts(
    tx,
    rows.flatMap((row) => placed(standing, row)),
  );
