// The own named request to a demanding-support centre with which something can go along, and whose people are there.
import { sql } from 'kysely';
import { bundleServiceKinds } from '../../shared/bundles.ts';
import { moveOf } from '../../shared/consultation-moves.ts';
import type { Standing } from '../access/standing.ts';
import { type Found, findConsultation, refuse } from '../consultations/index.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { type AskedService, findService } from '../services/index.ts';

export type Centre = {
  readonly found: Found;
  readonly service: AskedService;
  /** Of everybody who is in the service now. */
  readonly agencyIds: readonly string[];
};

/** @throws Refusal `not-found`, `not-allowed`, `consultation-state`, `service-refuses` for a service of another kind */
export const findCentre = async (tx: Tx, standing: Standing, consultationId: string): Promise<Centre> => {
  const found = await findConsultation(tx, standing, consultationId);
  const move = moveOf('send-bundle', found.parts, found.facts);
  if ('refused' in move) throw await refuse(tx, move.refused, found);
  const service = await findService(tx, found.row.service_id);
  if (!service || service.ended || !bundleServiceKinds.some((kind) => kind === service.kind))
    throw new Refusal('service-refuses', { reason: 'bundle' });
  const { rows } = await sql<{ ids: string[] | null }>`
    select access.bundle_agencies(${consultationId}) as ids`.execute(tx);
  return { found, service, agencyIds: rows[0]?.ids ?? [] };
};
