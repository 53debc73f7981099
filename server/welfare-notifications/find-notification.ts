// Notifications as somebody finds them: those they made, and those that came to their services (ring 1). Ring 2 asks again.
import { type Selectable, sql } from 'kysely';
import type { Standing } from '../access/standing.ts';
import { type WelfareSide, welfareSidesOf } from '../access/welfare-sides.ts';
import type { WelfareNotificationSteps, WelfareNotifications } from '../platform/db/tables.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';

export type Found = {
  readonly row: Selectable<WelfareNotifications>;
  readonly sides: readonly WelfareSide[];
  /** Empty for whoever is not of the receiving service. */
  readonly steps: readonly Selectable<WelfareNotificationSteps>[];
  readonly handling: { readonly receivedAt: Date | null; readonly beganAt: Date | null };
};

type Row = Found['row'];

const readHandling = async (
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Found['handling']>> => {
  const { rows } = await sql<{ id: string; received_at: Date | null; began_at: Date | null }>`
    select id, received_at, began_at from access.welfare_handling(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, { receivedAt: row.received_at, beganAt: row.began_at }]));
};

const withHandling = async (tx: Tx, standing: Standing, all: readonly Row[]): Promise<Found[]> => {
  const mine = all
    .map((row) => ({ row, sides: welfareSidesOf(standing, row) }))
    .filter(({ sides }) => sides.length > 0);
  if (mine.length === 0) return [];
  const received = mine.filter(({ sides }) => sides.includes('receiver')).map(({ row }) => row.id);
  const [handling, steps] = await Promise.all([
    readHandling(
      tx,
      mine.map(({ row }) => row.id),
    ),
    received.length === 0
      ? []
      : tx
          .selectFrom('welfare_notification_steps')
          .selectAll()
          .where('notification_id', 'in', received)
          .orderBy('id')
          .execute(),
  ]);
  return mine.map(({ row, sides }) => ({
    row,
    sides,
    steps: steps.filter((step) => step.notification_id === row.id),
    handling: handling.get(row.id) ?? { receivedAt: null, beganAt: null },
  }));
};

/** @throws Refusal `not-found` for whoever stands on no side of it, and where there is none: the two look the same */
export const findNotification = async (tx: Tx, standing: Standing, id: string): Promise<Found> => {
  const row = await tx
    .selectFrom('welfare_notifications')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  const [one] = await withHandling(tx, standing, row ? [row] : []);
  if (!one) throw notFound();
  return one;
};

/** The most notifications that one list shows. */
const most = 400;

/** The most pressing first; of the receiving service also what is concluded since `since`. */
export const findNotifications = async (tx: Tx, standing: Standing, since: Date): Promise<Found[]> => {
  const { personId, affiliationId, services } = standing;
  if (affiliationId === null) return [];
  const rows = await tx
    .selectFrom('welfare_notifications')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb.and([eb('notifier_id', '=', personId), eb('notifier_affiliation_id', '=', affiliationId)]),
        eb('service_id', '=', sql<string>`any(${[...services.keys()]}::uuid[])`),
      ]),
    )
    .orderBy(sql`array_position('{danger,soon,ordinary}', urgency)`)
    .orderBy('decision_due_on')
    .orderBy('id')
    .limit(most)
    .execute();
  const all = await withHandling(tx, standing, rows);
  return all.filter(
    ({ sides, steps }) =>
      sides.includes('notifier') || !steps.some(({ kind, at }) => kind === 'concluded' && at < since),
  );
};
