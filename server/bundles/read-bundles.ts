// What has gone along with a request, for whoever sent it and for whoever may read it now; and the texts themselves, each look logged.
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import * as contract from '../../shared/bundles.ts';
import type { Actor } from '../access/actor.ts';
import { isSender, readsBundle, readsItem } from '../access/bundle-rules.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import { readStanding, type Standing } from '../access/standing.ts';
import { findConsultation } from '../consultations/index.ts';
import type { Bundles } from '../platform/db/tables.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';

type Row = Selectable<Bundles>;
type Head = contract.BundleHead;

const stateOf = (row: Row, at: Date): Head['state'] => {
  if (row.withdrawn_at !== null) return 'withdrawn';
  return row.until > at ? 'readable' : 'over';
};

const presentHead = (standing: Standing, serviceId: string, row: Row, at: Date): Head => {
  const state = stateOf(row, at);
  return contract.BundleHead.parse({
    id: row.id,
    sentAt: row.sent_at.toISOString(),
    until: row.until.toISOString(),
    state,
    labels: row.labels,
    can: [
      ...(readsBundle(standing, serviceId, row, at) ? ['read'] : []),
      ...(isSender(standing, row) && state === 'readable' ? ['withdraw'] : []),
    ],
  });
};

const rowsOf = (tx: Tx, consultationId: string): Promise<Row[]> =>
  tx
    .selectFrom('bundles')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .orderBy('sent_at')
    .orderBy('id')
    .execute();

export const listBundles = (
  server: Server,
  actor: Actor,
  consultationId: string,
): Promise<z.output<typeof contract.listBundles.response>> =>
  read(server.context, actor, async (tx, at) => {
    const standing = await readStanding(tx, actor, at);
    const { row: request } = await findConsultation(tx, standing, consultationId);
    const rows = await rowsOf(tx, consultationId);
    const seen = rows.filter(
      (row) => isSender(standing, row) || readsBundle(standing, request.service_id, row, at),
    );
    // A receiver is told of what they can read of it: what went to another agency in the service is not theirs.
    const items = await readItems(tx, actor, at, seen);
    const shown = seen.flatMap((row) => {
      const head = presentHead(standing, request.service_id, row, at);
      if (isSender(standing, row)) return [head];
      const own = items.filter((item) => item.bundle_id === row.id);
      return own.length === 0 ? [] : [{ ...head, labels: own.map((item) => labelOf(item.content)) }];
    });
    await logView(tx, actor, at, {
      kind: 'bundles',
      caseId: null,
      objectId: consultationId,
      purpose: 'consultation',
      detail: { count: shown.length },
    });
    return { bundles: shown };
  });

const labelOf = (content: unknown): contract.BundleLabel => {
  const { fields: _, ...label } = contract.BundleContent.parse(content);
  return label;
};

const readItems = async (tx: Tx, actor: Actor, at: Date, bundles: readonly Row[]) => {
  if (bundles.length === 0) return [];
  const rows = await tx
    .selectFrom('bundle_items')
    .selectAll()
    .where(
      'bundle_id',
      'in',
      bundles.map(({ id }) => id),
    )
    .orderBy('n')
    .execute();
  return rows.filter((item) => readsItem(actor.affiliation?.agencyId, item, at));
};

/** @throws Refusal `not-found` for whoever it did not go to, and once it is over or taken back: the two look the same */
export const readBundle = (
  server: Server,
  actor: Actor,
  { consultationId, bundleId }: { consultationId: string; bundleId: string },
): Promise<z.output<typeof contract.getBundle.response>> =>
  read(server.context, actor, async (tx, at) => {
    const standing = await readStanding(tx, actor, at);
    const { row: request } = await findConsultation(tx, standing, consultationId);
    const bundle = (await rowsOf(tx, consultationId)).find(({ id }) => id === bundleId);
    if (!bundle || !readsBundle(standing, request.service_id, bundle, at)) throw notFound();
    const items = await readItems(tx, actor, at, [bundle]);
    if (items.length === 0) throw notFound();
    await logView(tx, actor, at, {
      kind: 'bundle',
      caseId: null,
      objectId: bundleId,
      purpose: 'consultation',
      detail: { count: items.length },
    });
    return {
      until: bundle.until.toISOString(),
      items: items.map((item) => ({
        id: item.id,
        until: item.until.toISOString(),
        content: contract.BundleContent.parse(item.content),
      })),
    };
  });
