// Passing a request on to another service. It stays with the old one until the new one accepts; the asker sees both.
import type { RequestGround } from '../../shared/consultation.ts';
import type { Call } from '../access/command.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { findService } from '../services/index.ts';
import { consultationCommand } from './consultation-command.ts';
import { requireGround } from './require-ground.ts';
import { requireUnidentifying } from './require-unidentifying.ts';

type Ref = Promise<{ id: string }>;
type PassOn = { serviceId: string; reason: string; ground: RequestGround | null };

/** A reason is asked for so shortly that what only may tell is not asked about. */
const checked = true;

/** @throws Refusal `already-done` to the service that has it, `service-refuses`, `ground-missing` */
export const passOn = (server: Server, call: Call, id: string, { serviceId, reason, ground }: PassOn): Ref =>
  consultationCommand(server, call, id, 'pass-on', async ({ tx, found, step }) => {
    const { row } = found;
    if (row.service_id === serviceId) throw new Refusal('already-done');
    const service = await findService(tx, serviceId);
    if (!service) throw notFound();
    if (service.ended) throw new Refusal('service-refuses', { reason: 'ended' });
    if (!(row.anonymous ? service.takesAnonymous : service.takesNamed))
      throw new Refusal('service-refuses', { reason: row.anonymous ? 'anonymous' : 'named' });
    const standing = service.kind === 'standing-team';
    await requireGround(tx, row, { agencyId: service.agencyId, standing }, ground);
    if (row.anonymous) requireUnidentifying([{ path: 'reason', text: reason }], checked);
    await step({ reason, target: serviceId, ground: row.anonymous ? null : ground });
  });

export const takeBackPassing = (server: Server, call: Call, id: string): Ref =>
  consultationCommand(server, call, id, 'take-back-passing', ({ step }) => step({}));

export const acceptPassed = (server: Server, call: Call, id: string): Ref =>
  consultationCommand(server, call, id, 'accept-passed', ({ step }) => step({}));

export const declinePassed = (server: Server, call: Call, id: string, reason: string): Ref =>
  consultationCommand(server, call, id, 'decline-passed', async ({ found, step }) => {
    if (found.row.anonymous) requireUnidentifying([{ path: 'reason', text: reason }], checked);
    await step({ reason });
  });
